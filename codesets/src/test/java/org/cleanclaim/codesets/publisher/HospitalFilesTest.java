package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class HospitalFilesTest {
  private record Typed(String name, String text) implements SourceFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final String DRGS = "drg,weight,gmlos,low,amlos,post_acute,special_pay\n";
  private static final String RATES =
      "HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source\n";

  @Test
  void readsTheTablesOfTheInpatientRule() throws IOException {
    var weights = publication("drg_fy2021.csv", DRGS + "001,28.9651,30.2,,39.2,Y,\n");
    var areas =
        publication(
            "cbsa_fy2021.csv",
            """
            cbsa_or_state,size,effective,wage_index_1,wage_index_2,wage_index_3,name
            10180,L,20201001,0.8371,0.8371,0.0000,"Somewhere, TX"
            """);
    var rates =
        publication(
            "rates_fy2021.csv",
            "table,national_labor,national_nonlabor,when\n1,4071.57,1889.74,full\n");

    assertThat(weights.kind()).isEqualTo(PublicationKind.IPPS_DRGS);
    assertThat(weights.effectiveFrom()).isEqualTo(LocalDate.of(2020, 10, 1));
    assertThat(areas.kind()).isEqualTo(PublicationKind.IPPS_WAGES);
    assertThat(rates.kind()).isEqualTo(PublicationKind.IPPS_RATES);
  }

  @Test
  void readsAddendumWithoutDescriptions() throws IOException {
    var read =
        publication("b_2026-04.csv", RATES + "G0463,\"Visit, any\",J2,\"$1,136.02\",false,x\n");

    assertThat(read.kind()).isEqualTo(PublicationKind.OPPS_RATES);
    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(((RuleTables) read.content()).table("rates").rows())
        .containsExactly(List.of("G0463", "J2", "1136.02"));
  }

  @Test
  void refusesDamagedRows() throws IOException {
    assertThat(read("drg_fy2021.csv", DRGS + "1,28.9651,30.2,,39.2,Y,\n"))
        .isInstanceOf(ReadResult.Refused.class);
    assertThat(read("b_2026-04.csv", RATES + "G0463,Visit,J2,much,false,x\n"))
        .isInstanceOf(ReadResult.Refused.class);
  }

  private static Publication publication(String name, String text) throws IOException {
    ReadResult result = read(name, text);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).publications().getFirst();
  }

  private static ReadResult read(String name, String text) throws IOException {
    return PublisherFiles.read(new Typed(name, text), null);
  }
}

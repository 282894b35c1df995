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

class SurgeryFilesTest {
  private static final String RATES =
      "hcpcs,addendum,indicator,rate,subject_to_discount,device_offset\n";

  private static final String PAIRS = "device,procedure,percent_multiplier,effective,end\n";

  private record Typed(String name, String text) implements SourceFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static ReadResult read(String name, String text) throws IOException {
    return PublisherFiles.read(new Typed(name, text), null);
  }

  private static Publication publication(ReadResult result) {
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).publications().getFirst();
  }

  @Test
  void readsRatesWithoutFootnotes() throws IOException {
    var read =
        publication(
            read(
                "a_2031-04-01.csv",
                RATES
                    + "X0001,AA,J8,100.5,1,20.25\n\"NOTE 1: Of rates, see rule.\",AA,,0.0,0,\n"
                    + "NOTE 2:  In general, of rates, see rule,BB,,0.0,0,\n"));

    assertThat(read.kind()).isEqualTo(PublicationKind.ASC_RATES);
    assertThat(read.effectiveFrom()).isEqualTo(LocalDate.of(2031, 4, 1));
    assertThat(((RuleTables) read.content()).table("rates").rows())
        .containsExactly(List.of("X0001", "AA", "J8", "100.5", "1", "20.25"));
  }

  @Test
  void readsWagesAndPairs() throws IOException {
    String wages = "cbsa,wage_index\n01,0.7\n10000,1.25\n";
    String pairs = PAIRS + "C0001,X0001,0.272,20310101,20311231\n";

    assertThat(publication(read("w_2031.csv", wages)).kind()).isEqualTo(PublicationKind.ASC_WAGES);
    assertThat(publication(read("p_2031.csv", pairs)).kind()).isEqualTo(PublicationKind.ASC_PAIRS);
  }

  @Test
  void refusesDamagedRows() throws IOException {
    assertThat(read("a_2031.csv", RATES + "X0001,AA,J8,-5,1,\n"))
        .isInstanceOf(ReadResult.Refused.class);
    assertThat(read("a_2031.csv", RATES + "X001,AA,J8,5,1,\n"))
        .isInstanceOf(ReadResult.Refused.class);
    assertThat(read("w_2031.csv", "cbsa,wage_index\n10000,much\n"))
        .isInstanceOf(ReadResult.Refused.class);
  }
}

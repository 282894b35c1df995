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

  private static final String TITLE_AA =
      """
      "Addendum AA -- ASC Covered Surgical Procedures for CY 2031\s
      (Including Surgical Procedures for Which Payment is Packaged)",,,,,,
      Some notice of copyright.,,,,,,
      ,,,,,,
      """;
  private static final String HEADING_AA =
      "HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting,April 2031 Payment"
          + " Indicator,April 2031  Payment Weight  ,April 2031 Payment Rate \n";

  @Test
  void readsTheAddendaAsTheyArePublished() throws IOException {
    var procedures =
        publication(
            read(
                "aa.csv",
                TITLE_AA
                    + HEADING_AA
                    + "X0001,,words,Y,G2,29.2047,\"$1,644.87 \"\nX0002,,words,N,N1,,\n"
                    + "\"NOTE 1: Of rates, see rule.\",,,,,,\n"));
    var ancillary =
        publication(
            read(
                "bb.csv",
                """
                Addendum BB -- ASC Covered Ancillary Services,,,,,,,
                HCPCS Code,,Short Descriptor,Expiration,April 2031 Payment Indicator,Weight,April 2031 Payment Rate ,Copayment
                X0003,,words,,Z2,12.7708,$719.28,
                """));
    var devices =
        publication(
            read(
                "ff.csv",
                """
                Addendum FF -- ASC Device Offset Percentages,,,
                HCPCS Code,,April 2031 Payment Indicator,April 2031 Device Offset Amount / Device Portion
                X0001,,G2,"$1,946.87"
                """));

    assertThat(procedures.kind()).isEqualTo(PublicationKind.ASC_RATES);
    assertThat(procedures.effectiveFrom()).isEqualTo(LocalDate.of(2031, 4, 1));
    assertThat(((RuleTables) procedures.content()).table("addendum_aa").rows())
        .containsExactly(List.of("X0001", "1", "G2", "1644.87"), List.of("X0002", "0", "N1", ""));
    assertThat(((RuleTables) ancillary.content()).table("addendum_bb").rows())
        .containsExactly(List.of("X0003", "Z2", "719.28"));
    assertThat(((RuleTables) devices.content()).table("addendum_ff").rows())
        .containsExactly(List.of("X0001", "1946.87"));
  }

  @Test
  void refusesADamagedAddendum() throws IOException {
    String row = "X0001,,words,Y,G2,29.2047,much\n";

    assertThat(read("aa.csv", TITLE_AA + HEADING_AA + row)).isInstanceOf(ReadResult.Refused.class);
    assertThat(read("aa.csv", TITLE_AA + "HCPCS Code,Short Descriptor\n"))
        .isInstanceOf(ReadResult.Refused.class);
  }

  @Test
  void readsWagesWithTheNamesOfTheAreas() throws IOException {
    var wages = publication(read("w.csv", "CBSA,CBSA Name,WI31\n01,Somewhere,0.7\n"));

    assertThat(wages.kind()).isEqualTo(PublicationKind.ASC_WAGES);
    assertThat(wages.effectiveFrom()).isEqualTo(LocalDate.of(2031, 1, 1));
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

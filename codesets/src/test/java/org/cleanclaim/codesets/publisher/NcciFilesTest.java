package org.cleanclaim.codesets.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class NcciFilesTest {
  private static final String PAIRS =
      """
      Some lines about rights\t\t\t\t\t\t
      Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale
      """;

  private static ReadResult read(String name, String text) throws IOException {
    return PublisherFiles.read(TextFile.of(name, text), null);
  }

  private static Publication publication(String name, String text) throws IOException {
    return ((ReadResult.Read) read(name, text)).publications().getFirst();
  }

  private static String refusal(String name, String text) throws IOException {
    return ((ReadResult.Refused) read(name, text)).message();
  }

  @Test
  void pairsWithTheirDaysOfAPractitionersFile() throws IOException {
    var publication =
        publication(
            "ccipra-v302r0-f1.txt",
            PAIRS
                + "20610\t99213\t \t20050101\t*\t1\tStandards\n"
                + "10060\t11055\t*\t19960101\t20191231\t0\tStandards\n");
    assertThat(publication.kind()).isEqualTo(PublicationKind.PTP_PRACTITIONER);
    assertThat(publication.effectiveFrom()).isEqualTo(LocalDate.of(2024, 7, 1));
    var pairs = (CodePairs) publication.content();
    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.pair(pairs.row(0)))
        .isEqualTo(
            new CodePairs.Pair(
                "10060",
                "11055",
                LocalDate.of(1996, 1, 1),
                LocalDate.of(2019, 12, 31),
                0,
                "Standards"));
    assertThat(pairs.pair(pairs.row(1)).until()).isNull();
  }

  @Test
  void theNameTellsHospitalPairsAndTheirQuarter() throws IOException {
    var publication =
        publication("ccioph-v311r0-f4.TXT", PAIRS + "10060\t11055\t\t\t*\t9\tStandards\n");
    assertThat(publication.kind()).isEqualTo(PublicationKind.PTP_HOSPITAL);
    assertThat(publication.effectiveFrom()).isEqualTo(LocalDate.of(2025, 4, 1));
  }

  @Test
  void aRowThatContradictsItselfIsRefusedWithItsLine() throws IOException {
    assertThat(
            refusal("ccipra-v302r0-f1.txt", PAIRS + "10060\t11055\t\t20240101\t20231231\t0\tx\n"))
        .contains("line 3", "ends before it begins");
    assertThat(refusal("ccipra-v302r0-f1.txt", PAIRS + "10060\t11055\t\t\t*\t2\tx\n"))
        .contains("line 3", "no modifier indicator");
    assertThat(refusal("ccipra-v302r0-f1.txt", PAIRS + "10060\t10060\t\t\t*\t0\tx\n"))
        .contains("paired with itself");
    assertThat(refusal("ccipra-v302r0-f1.txt", PAIRS + "10060\t11055\t\t2024\t*\t0\tx\n"))
        .contains("no day");
    assertThat(refusal("ccipra-v302r0-f1.txt", PAIRS + "10060\t11055\t\t\t*\t0\tx"))
        .contains("middle of a line");
    assertThat(refusal("ccipra-v302r0-f1.txt", PAIRS)).contains("no pairs");
  }

  @Test
  void partsJoinInAnyOrderAndARowCountsOnce() {
    var one = new CodePairs.Builder();
    one.add("B", "C", CodePairs.OPEN, 100, 1, "x");
    one.add("A", "C", CodePairs.OPEN, CodePairs.OPEN, 0, "y");
    var other = new CodePairs.Builder();
    other.add("A", "C", CodePairs.OPEN, CodePairs.OPEN, 0, "y");
    other.add("A", "B", 50, CodePairs.OPEN, 9, "z");
    var both = one.build().with(other.build());
    var turned = other.build().with(one.build());
    assertThat(both.size()).isEqualTo(3);
    assertThat(rows(both)).isEqualTo(rows(turned));
    assertThat(both.codes()).containsExactly("A", "B", "C");
  }

  private static List<CodePairs.Pair> rows(CodePairs pairs) {
    return java.util.stream.IntStream.range(0, pairs.size())
        .mapToObj(i -> pairs.pair(pairs.row(i)))
        .toList();
  }

  @Test
  void unitLimitsBelowACellOfText() throws IOException {
    var publication =
        publication(
            "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv",
            """
            "Lines about rights,
            over two lines",,,
            HCPCS/CPT Code,Outpatient Hospital Services MUE Values,MUE Adjudication Indicator,MUE Rationale
            20610,2,3 Date of Service Edit: Clinical,CMS Policy
            """);
    assertThat(publication.kind()).isEqualTo(PublicationKind.MUE_HOSPITAL);
    assertThat(publication.effectiveFrom()).isEqualTo(LocalDate.of(2024, 7, 1));
    assertThat(((RuleTables) publication.content()).table("limits").rows())
        .containsExactly(List.of("20610", "2", "3", "CMS Policy"));
  }

  @Test
  void unitsThatAreNoNumberOrStandTwiceAreRefused() throws IOException {
    String heading =
        "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE"
            + " Rationale\n";
    String name = "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv";
    assertThat(refusal(name, heading + "20610,-2,3 Day,x\n")).contains("line 2", "no number");
    assertThat(refusal(name, heading + "20610,2,4 Day,x\n")).contains("adjudication");
    assertThat(refusal(name, heading + "20610,2,3 Day,x\n20610,3,3 Day,x\n"))
        .contains("line 3", "second time");
  }

  @Test
  void addOnCodesWithTheirPrimaries() throws IOException {
    var publication =
        publication(
            "AOC_V2024_2024-06-03.csv",
            """
            Add_On_Code,AOC_Edit_Type,Primary_Code,AOC_Edit_EffDT,AOC_Edit_DelDT
            99417,1,99205,20240101,*
            0054T,2,CCCCC,,
            """);
    assertThat(publication.kind()).isEqualTo(PublicationKind.ADD_ON_CODES);
    assertThat(((RuleTables) publication.content()).table("add_ons").rows())
        .containsExactly(
            List.of("99417", "1", "99205", "20240101", ""), List.of("0054T", "2", "CCCCC", "", ""));
    assertThat(
            refusal(
                "AOC_V2024_2024-06-03.csv",
                "Add_On_Code,AOC_Edit_Type,Primary_Code\n99417,7,99205\n"))
        .contains("line 2", "type of edit");
  }
}

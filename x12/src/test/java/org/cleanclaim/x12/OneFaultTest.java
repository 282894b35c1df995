package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One fault of a file is told once, and not again by all that follows it.
class OneFaultTest {
  private static final String PATIENT =
      """
      HL*#*1*22*0~
      SBR*P*18*G1*A GROUP*****CI~
      NM1*IL*1*TEST*PAT****MI*M#~
      N3*2 PLAIN ST~
      N4*MARLOW*OH*432150001~
      DMG*D8*19700505*F~
      NM1*PR*2*A PAYER*****PI*PAYER~
      CLM*C#*150***11:B:1*Y*A*Y*Y~
      HI*ABK:I10~
      LX*1~
      SV1*HC:99213*100*UN*1***1~
      DTP*472*D8*20260201~
      NM1*DK*1*ORDER*ANN****XX*1234567893~
      N3*3 PLAIN ST~
      N4*MARLOW*OH*432150001~
      LX*2~
      SV1*HC:99212*50*UN*1***1~
      DTP*472*D8*20260201~
      """;
  static final String REMITTANCE =
      """
      ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *260301*0900*^*00501*000000007*0*T*:~
      GS*HP*PAYER*PROVIDER*20260301*0900*7*X*005010X221A1~
      ST*835*0001~
      BPR*I*160*C*ACH************20260301~
      TRN*1*T100*1999999999~
      N1*PR*A PAYER~
      N3*1 PLAIN ST~
      N4*SPRINGFIELD*IL*62701~
      PER*BL*HELP*TE*2175550100~
      N1*PE*A CLINIC*XX*1234567893~
      LX*1~
      CLP*A1*1*100*80**12*P1~
      NM1*QC*1*TEST*PAT~
      SVC*HC:99213*100*80~
      DTM*472*20260201~
      CAS*CO*45*20~
      CLP*A2*1*100*80**12*P2~
      NM1*QC*1*TEST*PIA~
      SVC*HC:99213*100*80~
      DTM*472*20260201~
      CAS*CO*45*20~
      SE*0*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  @Test
  void aLevelThatIsMissingDoesNotMakeAllLaterNumbersWrong() throws IOException {
    String claims = claims(300);

    assertThat(errors(claims)).isEmpty();
    assertThat(errors(claims.replace("HL*1**20*1~\n", "")))
        .containsExactly("X12-SEGMENT-MISSING 2000A HL", "X12-HL-NUMBER 2000B HL01");
    assertThat(errors(claims.replace("HL*3*1*22", "HL*33*1*22")))
        .containsExactly("X12-HL-NUMBER 2000B HL01");
    assertThat(errors(claims.replace("HL*3*1*22", "HL*2*1*22")))
        .containsExactly("X12-HL-NUMBER 2000B HL01");
    assertThat(errors(claims.replace("HL*3*1*22", "HL*3*99*22")))
        .containsExactly("X12-HL-PARENT 2000B HL02");
  }

  @Test
  void theStartOfALoopWithAnUnknownCodeStillStartsIt() throws IOException {
    assertThat(errors(claims(3).replace("HL*3*1*22", "HL*3*1*Q9")))
        .containsExactly("X12-ELEMENT-CODE 2000B HL03");
    assertThat(errors(REMITTANCE.replaceFirst("SVC\\*HC", "SVC*Q9")))
        .containsExactly("X12-ELEMENT-CODE 2110 SVC01-1");
  }

  @Test
  void aRepeatedLoopThatLostItsStartIsToldByItsStart() throws IOException {
    assertThat(errors(claims(2).replaceFirst("LX\\*2~\n", "")))
        .containsExactly("X12-SEGMENT-MISSING 2400 LX");
    assertThat(errors(REMITTANCE.replaceFirst("CLP\\*A2.*\n", "")))
        .contains("X12-SEGMENT-MISSING 2100 CLP")
        .doesNotContain("X12-SEGMENT-ORDER 2100 NM1")
        .hasSize(3); // the claim before and the payment are out of balance indeed
  }

  @Test
  void aPieceInTheWrongPlaceIsToldByItsFirstSegment() throws IOException {
    String late = "DTP*472*D8*20260201~\nNM1*DK";
    String displaced =
        claims(1)
            .replace(late, "NM1*DK")
            .replace(
                "N4*MARLOW*OH*432150001~\nLX*2",
                "N4*MARLOW*OH*432150001~\nPWK*OZ*BM***AC*9~\nDTP*472*D8*20260201~\nLX*2");

    assertThat(errors(displaced).stream().filter(e -> e.startsWith("X12-SEGMENT-ORDER")))
        .containsExactly("X12-SEGMENT-ORDER 2400 PWK");
  }

  @Test
  void whatBelongsToAMissingPartyIsToldByItsFirstSegment() throws IOException {
    assertThat(errors(claims(1).replaceFirst("NM1\\*DK.*\n", "")))
        .containsExactly("X12-SEGMENT-UNEXPECTED 2400 N3");
  }

  @Test
  void aSegmentWithAnUnknownCodeIsNotMissingAsWell() throws IOException {
    assertThat(errors(claims(1).replace("HI*ABK", "HI*Q9")))
        .containsExactly("X12-SEGMENT-UNEXPECTED 2300 HI", "X12-837-POINTER 2400 SV107");
  }

  /// In every public sample that is clean but for made-up identifiers.
  @Test
  void noSegmentThatIsTakenOutCostsMoreThanFourFindings() throws IOException {
    int cases = 0;
    for (Path file : Samples.all()) {
      if (Files.size(file) > 6_000) continue;
      List<String> segments = segments(file);
      List<String> known = errors(text(segments));
      boolean isClean = known.stream().allMatch(e -> e.startsWith("X12-ELEMENT-SHAPE"));
      if (segments.isEmpty() || !segments.getFirst().startsWith("ISA") || !isClean) continue;
      for (int i = 0; i < segments.size(); i++) {
        if (segments.get(i).matches("(?s)(ISA|GS|ST|SE|GE|IEA)\\b.*")) continue;
        var without = new ArrayList<>(segments);
        without.remove(i);
        var more = new ArrayList<>(errors(text(without)));
        known.forEach(more::remove);
        assertThat(more).as(file + " without " + segments.get(i)).hasSizeLessThan(5);
        cases++;
      }
    }
    assertThat(cases).isGreaterThan(1_000);
  }

  private static String claims(int patients) {
    var file = new StringBuilder(RewriteTest.CLAIMS);
    file.setLength(file.indexOf("HL*2*1"));
    for (int i = 0; i < patients; i++) file.append(PATIENT.replace("#", Integer.toString(i + 2)));
    return file.append("SE*0*0001~\nGE*1*7~\nIEA*1*000000007~\n").toString();
  }

  private static List<String> segments(Path file) throws IOException {
    var segments = new ArrayList<String>();
    X12Reader.segments(
        Files.newInputStream(file), s -> segments.add(s.raw() + s.separators().segment()));
    return segments;
  }

  private static String text(List<String> segments) {
    return String.join("\n", segments) + "\n";
  }

  /// The errors of a file, its segment counts made right before.
  private static List<String> errors(String file) throws IOException {
    var errors = new ArrayList<String>();
    byte[] bytes = Counted.counted(file).getBytes(StandardCharsets.ISO_8859_1);
    X12Checker.check(
        new ByteArrayInputStream(bytes),
        "test",
        CheckOptions.standard(),
        f -> {
          if (!f.isError()) return;
          String place = f.element() > 0 ? f.designator() : f.segment();
          errors.add(f.check().id() + " " + f.loop() + " " + place);
        });
    return errors;
  }
}

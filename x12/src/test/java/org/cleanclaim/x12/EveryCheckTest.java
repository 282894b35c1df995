package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.x12.guide.ElementChecks.Strictness;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.tool.PublishedCodes;
import org.junit.jupiter.api.Test;

/// Every check has a file that differs from a clean one by one fault, and finds it there.
class EveryCheckTest {
  private static final String CLAIMS = RewriteTest.CLAIMS.replace("ZZ9*SOMETHING*NEW~\n", "");
  private static final String REMITTANCE = OneFaultTest.REMITTANCE;
  private static final String SECOND =
      """
      SBR*S*18*******CI~
      CAS*CO*45*20~
      AMT*D*80~
      OI***Y***Y~
      NM1*IL*1*TEST*PAT****MI*M2~
      NM1*PR*2*FIRST*****PI*F1~
      LX*1~
      """;
  private static final String DECISION =
      """
      SVD*F1*80*HC:99212**1~
      CAS*CO*45*20~
      DTP*573*D8*20260210~
      """;
  private static final String ATTACHMENT =
      """
      ISA*00*          *00*          *ZZ*CLINIC         *ZZ*PAYER          *260301*0900*^*00501*000000007*0*T*:~
      TA1*000000006*260301*0900*A*000~
      GS*PI*CLINIC*PAYER*20260301*0900*7*X*005010X999~
      ST*275*0001*005010X999~
      BIN*3*a~c~
      SE*3*0001~
      GE*1*7~
      IEA*1*000000007~
      """;

  /// @param from what a clean file says
  /// @param to what the faulty one says there
  private record Case(Check check, String file, String from, String to) {}

  private static Case claims(Check check, String from, String to) {
    return new Case(check, CLAIMS, from, to);
  }

  private static Case remittance(Check check, String from, String to) {
    return new Case(check, REMITTANCE, from, to);
  }

  private static final List<Case> CASES =
      List.of(
          claims(Check.NO_ISA, "ISA*", "IS*"),
          claims(Check.LEADING_TEXT, "ISA*00", "Message follows: ISA*00"),
          claims(Check.ISA_ELEMENTS, "*0*T*:~", "*0*T~"),
          claims(Check.ISA_NUMBER_REPEATED, "IEA*1*000000007~\n", "IEA*1*000000007~\n" + CLAIMS),
          claims(Check.TRUNCATED, "GE*1*7~\nIEA*1*000000007~\n", "GE*1"),
          claims(Check.NO_IEA, "IEA*1*000000007~\n", ""),
          claims(Check.STRAY_IEA, "*000000007~\n", "*000000007~\nIEA*1*000000007~\n"),
          claims(Check.IEA_COUNT, "IEA*1", "IEA*2"),
          claims(Check.IEA_NUMBER, "IEA*1*000000007", "IEA*1*000000008"),
          new Case(Check.TA1_SHORT, ATTACHMENT, "*260301*0900*A*000", ""),
          claims(Check.STRAY_SEGMENT, "GE*1*7~\n", "GE*1*7~\nNTE*ADD*X~\n"),
          claims(Check.GS_VALUE, "GS*HC", "GS*H"),
          claims(Check.NO_GS, "GS*HC*CLINIC*PAYER*20260301*0900*7*X*005010X222A1~\n", ""),
          claims(Check.NO_GE, "GE*1*7~\n", ""),
          claims(Check.STRAY_GE, "GE*1*7~\n", "GE*1*7~\nGE*1*7~\n"),
          claims(Check.GE_COUNT, "GE*1*7", "GE*2*7"),
          claims(Check.GE_NUMBER, "GE*1*7", "GE*1*8"),
          claims(Check.GS_NUMBER_REPEATED, "IEA*1", group(CLAIMS) + "IEA*2"),
          claims(Check.GS_KIND, "GS*HC", "GS*HP"),
          claims(Check.NO_SE, "SE*33*0001~\n", ""),
          claims(Check.STRAY_SE, "GE*1", "SE*1*0002~\nGE*1"),
          claims(Check.SE_COUNT, "SE*33", "SE*+99"),
          claims(Check.SE_NUMBER, "SE*33*0001", "SE*33*0002"),
          remittance(Check.ST_NUMBER_REPEATED, "GE*1*7", transaction(REMITTANCE) + "GE*2*7"),
          remittance(Check.ST_NUMBER, "ST*835*0001", "ST*835"),
          new Case(Check.NO_GUIDE, ATTACHMENT, "", ""),
          new Case(Check.OTHER_VERSION, ATTACHMENT, "005010X999", "006020X314"),
          claims(Check.LOST_TERMINATOR, "G1*A GROUP*****CI~", "G1*A GROUP*****CI"),
          claims(Check.SEGMENT_TOO_LONG, "BEFORE", "B".repeat(1_100_000)),
          claims(Check.SEGMENT_UNKNOWN, "NTE*ADD", "ZZ9*NEW~\nNTE*ADD"),
          claims(Check.SEGMENT_UNEXPECTED, "CN1*02*5", "CUR*85*USD"),
          claims(Check.SEGMENT_MISSING, "N3*1 PLAIN ST~\n", ""),
          claims(Check.LOOP_REPEATED, "REF*EI*471852369~\n", "REF*EI*471852369~\n" + billing()),
          claims(Check.SEGMENT_REPEATED, "N3*1 PLAIN ST~\n", "N3*1 PLAIN ST~\nN3*2 PLAIN ST~\n"),
          claims(
              Check.SEGMENT_ORDER,
              "HI*ABK:I10~\nLX*1~",
              "HI*ABK:I10~\nDTP*431*D8*20260201~\nLX*1~"),
          claims(Check.LOOP_MISSING, "NM1*PR*2*A PAYER*****PI*PAYER~\n", ""),
          claims(Check.ELEMENT_MISSING, "BHT*0019*00*B1", "BHT*0019*00*"),
          claims(Check.ELEMENT_CONDITION, "*****46*CLINIC", "*****46"),
          claims(Check.ELEMENT_EXTRA, "DMG*D8*19700505*F", "DMG*D8*19700505*F*********X"),
          claims(Check.ELEMENT_SHORT, "N4*MARLOW*OH*432150001", "N4*M*OH*432150001"),
          claims(Check.ELEMENT_LONG, "CLM*C2", "CLM*" + "C".repeat(39)),
          claims(Check.ELEMENT_CHARACTER, "*50*UN*1*", "*50*UN*one*"),
          claims(Check.ELEMENT_CODE, "SBR*P*18", "SBR*Q*18"),
          claims(Check.ELEMENT_DATE, "DMG*D8*19700505", "DMG*D8*19701505"),
          claims(Check.ELEMENT_TIME, "20260301*0900*CH", "20260301*2560*CH"),
          claims(Check.ELEMENT_EXCLUSION, "OH*432150001~\nREF", "OH*432150001****OH~\nREF"),
          claims(Check.ELEMENT_REPEATED, "B1*20260301*0900*CH", "B1^B2*20260301*0900*CH"),
          claims(Check.COMPONENT_EXTRA, "HI*ABK:I10", "HI*ABK:I10::::::::::X"),
          claims(Check.ELEMENT_UNUSED, "CLM*C2*50***", "CLM*C2*50*A**"),
          claims(Check.ELEMENT_SHAPE, "XX*1234567893", "XX*1234567890"),
          claims(Check.ELEMENT_SHAPE, "REF*EI*471852369", "REF*EI*47185236"),
          claims(Check.ELEMENT_SHAPE, "N4*MARLOW*OH*432150001", "N4*MARLOW*OH*4321"),
          claims(Check.ELEMENT_SHAPE, "NM1*85*2", "PRV*BI*PXC*207Q~\nNM1*85*2"),
          remittance(Check.CODE_UNKNOWN, "CAS*CO*45*20", "CAS*CO*9999*20"),
          remittance(Check.CODE_NOT_IN_FORCE, "CAS*CO*45*20", "CAS*CO*42*20"),
          claims(Check.HL_NUMBER, "HL*2*1", "HL*3*1"),
          claims(Check.HL_PARENT, "HL*2*1", "HL*2*5"),
          claims(Check.HL_CHILD, "HL*2*1*22*0", "HL*2*1*22*1"),
          claims(Check.LX_NUMBER, "LX*1", "LX*2"),
          new Case(Check.BINARY_LENGTH, ATTACHMENT, "BIN*3*a~c", "BIN*9*a~c"),
          claims(Check.CLAIM_TOTAL, "CLM*C2*50", "CLM*C2*51"),
          claims(
              Check.CLAIM_POINTER,
              "UN*1***1~\nDTP*472*D8*20260202",
              "UN*1***2~\nDTP*472*D8*20260202"),
          claims(Check.CLAIM_NUMBER_REPEATED, "CLM*C2", "CLM*C1"),
          claims(Check.CLAIM_DATES, "DTP*472*D8*20260202", "DTP*472*D8*20260401"),
          claims(Check.CLAIM_REPLACEMENT, "CLM*C2*50***11:B:1", "CLM*C2*50***11:B:7"),
          claims(Check.CLAIM_PATIENT, "SBR*P*18", "SBR*P*"),
          claims(Check.CLAIM_OTHER_PAYER, "SBR*P*18", "SBR*S*18"),
          claims(
              Check.CLAIM_ACCIDENT, "CLM*C2*50***11:B:1*Y*A*Y*Y", "CLM*C2*50***11:B:1*Y*A*Y*Y**EM"),
          claims(
              Check.COORDINATION_LINE,
              "DTP*472*D8*20260202~\n",
              "DTP*472*D8*20260202~\n" + DECISION),
          claims(Check.COORDINATION_CLAIM, "LX*1~\nSV1*HC:99212", SECOND + "SV1*HC:99212"),
          remittance(Check.SERVICE_BALANCE, "SVC*HC:99213*100*80", "SVC*HC:99213*100*81"),
          remittance(Check.CLAIM_BALANCE, "CLP*A1*1*100*80", "CLP*A1*1*100*81"),
          remittance(Check.REMITTANCE_BALANCE, "BPR*I*160", "BPR*I*161"),
          claims(
              Check.CLAIM_EMPTY,
              CLAIMS.substring(CLAIMS.indexOf("HL*2"), CLAIMS.indexOf("SE*33")),
              ""),
          claims(Check.CLAIM_ORPHAN, "HL*2*1*22*0~\n", ""),
          claims(Check.CLAIM_CONTROL_NUMBER, "CLM*C2*", "CLM**"),
          claims(Check.CLAIM_SERVICE, "SV1*HC:99212*50*UN*1***1~\n", ""),
          claims(Check.CLAIM_LINE_DATE, "DTP*472*D8*20260202~\n", ""),
          claims(
              Check.DIAGNOSIS,
              "HI*ABK:I10~\nLX*1~\nSV1*HC:99212",
              "HI*ABK:??~\nLX*1~\nSV1*HC:99212"),
          remittance(Check.REMITTANCE_HEADER, "BPR*I*160*C*ACH************20260301~\n", ""),
          remittance(Check.REMITTANCE_DATE, "*ACH************20260301", "*ACH"),
          remittance(Check.ADJUSTMENT_GROUP, "CAS*CO*45*20", "CAS*QQ*45*20"),
          remittance(Check.ADJUSTMENT_REASON, "CAS*CO*45*20", "CAS*CO*?*20"),
          claims(Check.VALUE, "CLM*C2*50*", "CLM*C2*fifty*"),
          claims(Check.DATE, "*260301*0900*^", "*261301*0900*^"));

  @Test
  void cleanFilesHaveNoFinding() throws IOException {
    assertThat(found(CLAIMS)).isEmpty();
    assertThat(found(REMITTANCE)).isEmpty();
  }

  @Test
  void eachFaultIsFoundByItsCheck() throws IOException {
    var missed = new ArrayList<String>();
    for (Case c : CASES) {
      String faulty = c.file().replace(c.from(), c.to());
      var found = found(faulty);
      if (!found.contains(c.check())) missed.add(c.check() + ": " + found);
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void noCheckIsWithoutAnExample() {
    Set<Check> shown = EnumSet.noneOf(Check.class);
    CASES.forEach(c -> shown.add(c.check()));
    assertThat(EnumSet.complementOf(EnumSet.copyOf(shown))).isEmpty();
  }

  private static Set<Check> found(String text) throws IOException {
    byte[] file = Counted.counted(text).getBytes(StandardCharsets.ISO_8859_1);
    Set<Check> found = EnumSet.noneOf(Check.class);
    var options = new CheckOptions(GuideBook.builtIn(), new PublishedCodes(), Strictness.WARN);
    X12Checker.check(new ByteArrayInputStream(file), "test", options, f -> found.add(f.check()));
    var read = X12Reader.read(new ByteArrayInputStream(file), "test");
    for (Check check : Check.values()) {
      if (read.findings().stream().anyMatch(f -> f.rule().value().equals(check.id()))) {
        found.add(check);
      }
    }
    return found;
  }

  private static String transaction(String file) {
    return file.substring(file.indexOf("ST*"), file.indexOf("GE*"));
  }

  private static String group(String file) {
    return file.substring(file.indexOf("GS*"), file.indexOf("IEA*"));
  }

  private static String billing() {
    return CLAIMS.substring(CLAIMS.indexOf("NM1*85"), CLAIMS.indexOf("HL*2"));
  }
}

package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.HospitalBill.FROM;
import static org.cleanclaim.edits.HospitalBill.THROUGH;
import static org.cleanclaim.edits.HospitalBill.aBill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.publication.ExemptCodes;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class InstitutionalRulesTest {
  private static final ScrubContext CONTEXT = ScrubContext.asOf(LocalDate.of(2026, 3, 10));
  private static final LocalDate SINCE = LocalDate.of(2015, 10, 1);

  private static List<String> check(HospitalBill bill) {
    return ids(new InstitutionalRules(CodeSets.starter()).check(bill.build(), CONTEXT));
  }

  private static List<String> ids(List<Finding> findings) {
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.message()).endsWith(".");
          assertThat(finding.remedy()).endsWith(".");
        });
    return findings.stream().map(Finding::rule).map(Object::toString).toList();
  }

  @Test
  void aCleanBillHasNoFindings() {
    assertThat(check(aBill())).isEmpty();
  }

  @Test
  void otherClaimsAreNoneOfItsBusiness() {
    var claim = ClaimBuilder.aClaim().line("99213", "1").build();
    assertThat(new InstitutionalRules(CodeSets.starter()).check(claim, CONTEXT)).isEmpty();
    assertThat(new MceRules(CodeSets.starter(), MedicareEdits.USUAL).check(claim, CONTEXT))
        .isEmpty();
  }

  @Test
  void typeOfBillAndFrequency() {
    assertThat(check(aBill().billType(null))).contains("INST-BILL-TYPE");
    assertThat(check(aBill().frequency(ClaimFrequency.REPLACEMENT, null)))
        .containsExactly("INST-BILL-TYPE");
    assertThat(check(aBill().frequency(ClaimFrequency.REPLACEMENT, "P1"))).isEmpty();
  }

  @Test
  void statementPeriod() {
    assertThat(check(aBill().from(THROUGH.plusDays(1)))).containsExactly("INST-STATEMENT");
    assertThat(check(aBill().line("0300", null, FROM.minusDays(1))))
        .containsExactly("INST-STATEMENT");
    assertThat(check(aBill().line("0300", null, THROUGH))).isEmpty();
  }

  @Test
  void revenueCodes() {
    assertThat(check(aBill().line(null, null, FROM))).containsExactly("INST-REVENUE-CODE");
    assertThat(check(aBill().line("30", null, FROM))).containsExactly("INST-REVENUE-CODE");
    assertThat(check(aBill().billType("13").line("0300", null, FROM)))
        .containsExactly("INST-HCPCS");
    assertThat(check(aBill().billType("13").line("0300", "80053", FROM))).isEmpty();
    assertThat(check(aBill().billType("13").line("0250", null, FROM))).isEmpty();
  }

  @Test
  void codesOfTheBill() {
    assertThat(check(aBill().with(Kind.CONDITION, "7", null, null, null)))
        .containsExactly("INST-CODE");
    assertThat(check(aBill().with(Kind.CONDITION, "07", null, null, null))).isEmpty();
    assertThat(check(aBill().with(Kind.OCCURRENCE, "11", null, null, null)))
        .containsExactly("INST-CODE");
    assertThat(check(aBill().with(Kind.OCCURRENCE, "11", FROM, null, null))).isEmpty();
    assertThat(check(aBill().with(Kind.VALUE, "80", null, null, null)))
        .containsExactly("INST-CODE");
    assertThat(check(aBill().with(Kind.VALUE, "80", null, null, "4.00"))).isEmpty();
    assertThat(check(aBill().with(Kind.OCCURRENCE_SPAN, "74", THROUGH, FROM, null)))
        .containsExactly("INST-SPAN");
    assertThat(check(aBill().with(Kind.OCCURRENCE_SPAN, "74", FROM, THROUGH, null))).isEmpty();
  }

  @Test
  void patientStatusAndFrequency() {
    assertThat(check(aBill().status(null))).containsExactly("INST-STATUS");
    assertThat(check(aBill().status("30"))).containsExactly("INST-STATUS");
    assertThat(check(aBill().status("30").frequency(ClaimFrequency.INTERIM_FIRST, null))).isEmpty();
    assertThat(check(aBill().frequency(ClaimFrequency.INTERIM_CONTINUING, null)))
        .containsExactly("INST-STATUS");
  }

  @Test
  void admission() {
    assertThat(check(aBill().admittedOn(null))).containsExactly("INST-ADMISSION");
    assertThat(check(aBill().billType("13").admittedOn(null).line("0250", null, FROM))).isEmpty();
  }

  @Test
  void presentOnAdmission() {
    assertThat(check(aBill().present("Q"))).containsExactly("INST-POA");
    var rules =
        new InstitutionalRules(
            withStarter(PublicationKind.ICD10CM_POA_EXEMPT, new ExemptCodes(List.of("Z370"))));
    assertThat(ids(rules.check(aBill().present(null).build(), CONTEXT)))
        .containsExactly("INST-POA");
    assertThat(rules.check(aBill().present(null).diagnoses("Z370").build(), CONTEXT)).isEmpty();
  }

  @Test
  void eachKindOfBillIsKnownByItsFirstTwoDigits() {
    for (String inpatient : List.of("11", "12")) {
      assertThat(check(aBill().billType(inpatient).admittedOn(null))).contains("INST-ADMISSION");
    }
    for (String outpatient : List.of("13", "14", "85")) {
      assertThat(check(aBill().billType(outpatient).admittedOn(null)))
          .containsExactly("INST-HCPCS");
    }
    assertThat(check(aBill().billType("21").admittedOn(null))).isEmpty();
    assertThat(check(aBill().billType("91"))).contains("INST-BILL-TYPE");
    assertThat(check(aBill().billType("10"))).contains("INST-BILL-TYPE");
  }

  @Test
  void aVoidNamesThePayersNumberToo() {
    assertThat(check(aBill().frequency(ClaimFrequency.VOID, " ")))
        .containsExactly("INST-BILL-TYPE");
    assertThat(check(aBill().frequency(ClaimFrequency.VOID, "P1"))).isEmpty();
  }

  @Test
  void theStatementHoldsItsFirstAndLastDay() {
    assertThat(check(aBill().line("0300", null, FROM))).isEmpty();
    assertThat(check(aBill().line("0300", null, THROUGH.plusDays(1))))
        .containsExactly("INST-STATEMENT");
    assertThat(check(aBill().from(THROUGH).line("0300", null, THROUGH))).isEmpty();
    assertThat(check(aBill().from(null))).contains("INST-STATEMENT");
  }

  @Test
  void revenueCodesHaveFourDigits() {
    assertThat(check(aBill().line("300", null, FROM))).containsExactly("INST-REVENUE-CODE");
    assertThat(check(aBill().line(null, null, FROM))).containsExactly("INST-REVENUE-CODE");
  }

  @Test
  void aSpanOfOneDayIsInOrderAndOneWithoutEndIsNot() {
    assertThat(check(aBill().with(Kind.OCCURRENCE_SPAN, "74", FROM, FROM, null))).isEmpty();
    assertThat(check(aBill().with(Kind.OCCURRENCE_SPAN, "74", FROM, null, null)))
        .containsExactly("INST-CODE");
    assertThat(check(aBill().with(Kind.OCCURRENCE_SPAN, "74", null, FROM, null)))
        .containsExactly("INST-CODE");
    assertThat(check(aBill().with(Kind.EXTERNAL_CAUSE, "W11XXXA", null, null, null))).isEmpty();
  }

  @Test
  void thePatientStatusFitsTheFrequency() {
    assertThat(check(aBill().status("1"))).containsExactly("INST-STATUS");
    assertThat(check(aBill().status("30").frequency(ClaimFrequency.INTERIM_LAST, null)))
        .containsExactly("INST-STATUS");
    assertThat(check(aBill().status("30").frequency(ClaimFrequency.INTERIM_CONTINUING, null)))
        .isEmpty();
    assertThat(check(aBill().status("01").frequency(ClaimFrequency.INTERIM_FIRST, null)))
        .containsExactly("INST-STATUS");
    assertThat(check(aBill().status("30").frequency(ClaimFrequency.REPLACEMENT, "P1"))).isEmpty();
    assertThat(check(aBill().billType("21").status("30"))).isEmpty();
  }

  @Test
  void theAdmissionNamesWhatItLacks() {
    var rules = new InstitutionalRules(CodeSets.starter());
    var findings = rules.check(aBill().admittedOn(null).build(), CONTEXT);
    assertThat(findings.getFirst().message()).isEqualTo("The admission lacks: day.");
    var nothing = rules.check(aBill().withoutAdmission().build(), CONTEXT);
    assertThat(ids(nothing)).containsExactly("INST-STATUS", "INST-ADMISSION");
    assertThat(nothing.getLast().message())
        .isEqualTo("The admission lacks: type, point of origin, diagnosis.");
  }

  @Test
  void indicatorsOfPresenceAreFiveLetters() {
    for (String said : List.of("Y", "N", "U", "W", "1")) {
      assertThat(check(aBill().present(said))).isEmpty();
    }
    assertThat(check(aBill().present(null))).as("no list of exempt codes").isEmpty();
    assertThat(check(aBill().present(" "))).isEmpty();
  }

  @Test
  void theCodeEditorSpeaksInFindings() {
    var columns = List.of("code", "from", "to", "flags");
    var codes =
        new RuleTables(
            List.of(
                new RuleTables.Table(
                    "diagnoses",
                    columns,
                    List.of(
                        List.of("I10", "2015-10-01", "2026-09-30", ""),
                        List.of("W11XXXA", "2015-10-01", "2026-09-30", "ECODEPDX"))),
                new RuleTables.Table(
                    "procedures",
                    columns,
                    List.of(List.of("0DF5XZZ", "2015-10-01", "2026-09-30", "NCOV_A"))),
                new RuleTables.Table(
                    "ages",
                    List.of("type", "from", "to", "start_age", "end_age"),
                    List.of(List.of("Adult", "1984-03-01", "2026-09-30", "15", "124"))),
                new RuleTables.Table(
                    "discharge statuses",
                    List.of("code", "from", "to"),
                    List.of(List.of("1", "1980-10-01", "2026-09-30")))));
    var rules = new MceRules(withStarter(PublicationKind.MCE, codes), MedicareEdits.USUAL);
    assertThat(rules.check(aBill().build(), CONTEXT)).isEmpty();
    assertThat(ids(rules.check(aBill().diagnoses("W11XXXA", "I10").build(), CONTEXT)))
        .containsExactly("MCE-EXTERNAL-CAUSE");
    assertThat(ids(rules.check(aBill().status("99").build(), CONTEXT)))
        .containsExactly("MCE-STATUS");
    var operated =
        rules.check(
            aBill().with(Kind.PRINCIPAL_PROCEDURE, "0DF5XZZ", FROM, null, null).build(), CONTEXT);
    assertThat(ids(operated)).containsExactly("MCE-NON-COVERED");
    assertThat(operated.getFirst().source().source()).contains("V43.0");
    assertThat(operated.getFirst().message())
        .isEqualTo("0DF5XZZ is not covered by Medicare in this case.");
    assertThat(operated.getFirst().place().inWords()).isEqualTo("Procedures");
    assertThat(operated.getFirst().source().period().until()).isEqualTo("2026-10-01");
    assertThat(rules.check(aBill().billType("13").diagnoses("W11XXXA").build(), CONTEXT)).isEmpty();

    assertThat(ids(rules.check(aBill().status(null).build(), CONTEXT)))
        .containsExactly("MCE-STATUS");
    assertThat(ids(rules.check(aBill().admitting("QQQ").build(), CONTEXT)))
        .containsExactly("MCE-ADMITTING");
    assertThat(ids(rules.check(aBill().diagnoses("I10", "A00").build(), CONTEXT)))
        .containsExactly("MCE-INVALID-CODE");
    var other = aBill().with(Kind.OTHER_PROCEDURE, "0DF5XZZ", FROM, null, null);
    assertThat(ids(rules.check(other.build(), CONTEXT))).containsExactly("MCE-NON-COVERED");
    var tooOld = aBill().patient(FROM.minusYears(125), Sex.MALE);
    assertThat(ids(rules.check(tooOld.build(), CONTEXT))).containsExactly("MCE-AGE");
    var lastDay = LocalDate.of(2026, 9, 30);
    var late = aBill().status("99").stay(lastDay, lastDay);
    assertThat(ids(rules.check(late.build(), CONTEXT))).containsExactly("MCE-STATUS");
    assertThat(
            rules.check(aBill().stay(lastDay, lastDay.plusDays(1)).status("99").build(), CONTEXT))
        .as("after the last day of the tables")
        .isEmpty();
    assertThat(rules.check(aBill().diagnoses().build(), CONTEXT)).isEmpty();

    for (String billType : List.of("11", "18", "41")) {
      var bill = aBill().billType(billType).diagnoses("W11XXXA", "I10").build();
      assertThat(ids(rules.check(bill, CONTEXT))).containsExactly("MCE-EXTERNAL-CAUSE");
    }
    for (String billType : List.of("12", "13", "21", "85")) {
      var bill = aBill().billType(billType).diagnoses("W11XXXA", "I10").build();
      assertThat(rules.check(bill, CONTEXT)).as("type of bill %s", billType).isEmpty();
    }
    for (FilingIndicator filing : FilingIndicator.values()) {
      var bill = aBill().filedWith(filing).diagnoses("W11XXXA", "I10").build();
      boolean isMedicares =
          switch (filing) {
            case MEDICARE_PART_A, MEDICARE_PART_B, MEDICARE_RISK_HMO -> true;
            default -> false;
          };
      assertThat(rules.check(bill, CONTEXT).getFirst().severity())
          .as("%s", filing)
          .isEqualTo(isMedicares ? Severity.ERROR : Severity.WARNING);
    }
    var quiet = MedicareEdits.USUAL.withInpatientEditor(Map.of(PayerClass.MEDICARE, Weight.OFF));
    var off = new MceRules(withStarter(PublicationKind.MCE, codes), quiet);
    assertThat(off.check(aBill().diagnoses("W11XXXA", "I10").build(), CONTEXT)).isEmpty();
  }

  @Test
  void partBOfAStayNamesItsAdmissionButNotWhatWasPresentThen() {
    assertThat(check(aBill().billType("12").withoutAdmission())).contains("INST-ADMISSION");
    assertThat(check(aBill().present("Q"))).containsExactly("INST-POA");
    assertThat(check(aBill().billType("12").present("Q"))).isEmpty();
  }

  private static CodeSets withStarter(
      PublicationKind kind, org.cleanclaim.codesets.publication.Content content) {
    var all = new ArrayList<>(CodeSets.starter().publications());
    all.add(InstalledPublication.of(new Publication(kind, "test", SINCE, "test", false, content)));
    return CodeSets.of(all);
  }
}

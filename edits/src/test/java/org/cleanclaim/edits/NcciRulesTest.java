package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.edits.ncci.UnitLimit.Indicator;
import org.cleanclaim.edits.ncci.UnitLimits;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Overriding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the NCCI editor's denials become on a claim.
class NcciRulesTest {
  private final NcciRules rules =
      new NcciRules(tables(ServiceKind.PRACTITIONER), MedicareEdits.USUAL);

  private static NcciTables tables(ServiceKind kind) {
    var pairs = new CodePairs.Builder();
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 0, "test");
    pairs.add("A0001", "A0003", CodePairs.OPEN, CodePairs.OPEN, 1, "test");
    return NcciTables.of(
        kind,
        pairs.build(),
        new UnitLimits(
            Map.of(
                "A0004", limit("2", Indicator.LINE),
                "A0005", limit("2", Indicator.DAY_BY_POLICY),
                "A0006", limit("2", Indicator.DAY_BY_CLINICAL_BENCHMARK),
                "A0007", limit("0", Indicator.DAY_BY_POLICY))),
        new AddOns(
            Map.of(
                "A0009",
                new AddOn(
                    AddOn.Type.LISTED,
                    List.of(new AddOn.Primary("A0008", Long.MIN_VALUE, Long.MAX_VALUE))))));
  }

  private static UnitLimit limit(String units, Indicator indicator) {
    return new UnitLimit(new BigDecimal(units), indicator, "test");
  }

  private List<String> after(Claim earlier, ClaimBuilder claim) {
    return Found.by(rules, claim, Found.CONTEXT.withHistory(List.of(earlier)));
  }

  @Test
  void thePartOfAPairIsToldOnItsLine() {
    var claim =
        aClaim()
            .filedWith(FilingIndicator.MEDICARE_PART_B)
            .revenueLine("0300", "1")
            .line("A0002", "1")
            .line("A0001", "1");
    assertThat(Found.by(rules, claim)).containsExactly("2 NCCI-PTP");
    var finding = rules.check(claim.build(), Found.CONTEXT).getFirst();
    assertThat(finding.message())
        .isEqualTo("A0002 is part of A0001 on line 3 of the same day (starter).");
    assertThat(finding.remedy()).isEqualTo("Remove it: no modifier sets this pair aside.");
    var allowed = aClaim().line("A0003", "1").line("A0001", "1");
    assertThat(rules.check(allowed.build(), Found.CONTEXT).getFirst().remedy())
        .startsWith("Remove it, or add the modifier");
    assertThat(Found.by(rules, aClaim().line("A0003", "1", "59").line("A0001", "1"))).isEmpty();
  }

  @Test
  void aPairOverTwoClaimsIsToldOnTheClaimOfThePart() {
    var whole = aClaim().numbered("T2").line("A0001", "1").build();
    assertThat(after(whole, aClaim().line("A0002", "1"))).containsExactly("1 NCCI-PTP");
    assertThat(
            rules
                .check(
                    aClaim().line("A0002", "1").build(), Found.CONTEXT.withHistory(List.of(whole)))
                .getFirst()
                .message())
        .contains("another claim of the day");
    var part = aClaim().numbered("T2").line("A0002", "1").build();
    assertThat(after(part, aClaim().line("A0001", "1"))).isEmpty();
    var otherDoctor = aClaim().numbered("T2").withoutRenderingNumber().line("A0001", "1").build();
    assertThat(after(otherDoctor, aClaim().line("A0002", "1"))).isEmpty();
    assertThat(after(otherDoctor, aClaim().withoutRenderingNumber().line("A0002", "1")))
        .as("nobody knows whether they are the same")
        .isEmpty();
  }

  @Test
  void unitsOfALineAreToldOnEachLineAndUnitsOfADayOnce() {
    var perLine = aClaim().line("A0004", "1", "3", SERVED).line("A0004", "1", "3", SERVED);
    assertThat(Found.by(rules, perLine)).containsExactly("1 NCCI-MUE", "2 NCCI-MUE");
    var perDay = aClaim().line("A0005", "1", "2", SERVED).line("A0005", "1", "1", SERVED);
    assertThat(Found.by(rules, perDay)).containsExactly("1 NCCI-MUE");
    var twoDays =
        aClaim().line("A0005", "1", "3", SERVED).line("A0005", "1", "3", SERVED.plusDays(1));
    assertThat(Found.by(rules, twoDays)).containsExactly("1 NCCI-MUE", "2 NCCI-MUE");
  }

  @Test
  void theMessageSaysHowTheUnitsCount() {
    assertThat(said("A0004"))
        .containsExactly(
            "3 units of A0004, a line takes 2 at most (starter).",
            "Correct the units, or split them over lines with the modifiers that fit.");
    assertThat(said("A0005"))
        .containsExactly(
            "3 units of A0005, a day takes 2 at most (starter).",
            "Correct the units: no appeal sets this limit aside.");
    assertThat(said("A0006").getLast()).contains("see whether the documentation supports");
  }

  private List<String> said(String code) {
    var medicare = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B);
    var claim = medicare.line(code, "1", "3", SERVED).build();
    var finding = rules.check(claim, Found.CONTEXT).getFirst();
    return List.of(finding.message(), finding.remedy());
  }

  @Test
  void aLimitOfZeroBindsMedicareAlone() {
    assertThat(Found.by(rules, aClaim().line("A0007", "1"))).isEmpty();
    for (var medicare : List.of(FilingIndicator.MEDICARE_PART_A, FilingIndicator.MEDICARE_PART_B)) {
      assertThat(Found.by(rules, aClaim().filedWith(medicare).line("A0007", "1")))
          .containsExactly("1 NCCI-MUE");
    }
  }

  @Test
  void anAddOnFindsItsPrimaryOnAnotherClaimOfTheDay() {
    assertThat(Found.by(rules, aClaim().line("A0009", "1"))).containsExactly("1 NCCI-AOC");
    var primary = aClaim().numbered("T2").line("A0008", "1").build();
    assertThat(after(primary, aClaim().line("A0009", "1"))).isEmpty();
  }

  @Test
  void aHospitalIsJudgedByItsOwnTables() {
    var bill = outpatient("13", "A0007");
    var hospital = new NcciRules(tables(ServiceKind.HOSPITAL), MedicareEdits.USUAL);
    assertThat(Found.by(hospital, outpatient("13", "A0009"), Found.CONTEXT))
        .containsExactly("1 NCCI-AOC");
    assertThat(Found.by(rules, bill, Found.CONTEXT)).isEmpty();
    assertThat(Found.by(hospital, HospitalBill.aBill().billType("13").build(), Found.CONTEXT))
        .as("no procedures")
        .isEmpty();
  }

  private static Claim outpatient(String billType, String code) {
    return HospitalBill.aBill().billType(billType).line("0300", code, HospitalBill.FROM).build();
  }

  @ParameterizedTest
  @CsvSource({
    "11, false, false",
    "12, true, true",
    "13, true, true",
    "14, true, true",
    "18, false, false",
    "21, false, false",
    "22, true, true",
    "23, true, true",
    "32, false, false",
    "33, false, false",
    "34, true, true",
    "41, false, false",
    "71, false, false",
    "72, false, false",
    "73, false, false",
    "74, true, true",
    "75, true, true",
    "76, true, true",
    "77, false, false",
    "81, false, false",
    "83, false, false",
    "85, false, true"
  })
  void theTypeOfBillSaysWhetherTheEditsHold(String billType, boolean pairs, boolean limits) {
    var hospital = new NcciRules(tables(ServiceKind.HOSPITAL), MedicareEdits.USUAL);
    var whole = Found.CONTEXT.withHistory(List.of(outpatient(billType, "A0001")));
    assertThat(Found.by(hospital, outpatient(billType, "A0002"), whole))
        .isEqualTo(pairs ? List.of("1 NCCI-PTP") : List.of());
    assertThat(Found.by(hospital, outpatient(billType, "A0007"), Found.CONTEXT))
        .isEqualTo(limits ? List.of("1 NCCI-MUE") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "MEDICARE_PART_A, ERROR",
    "MEDICARE_PART_B, ERROR",
    "MEDICARE_RISK_HMO, ERROR",
    "MEDICAID, ERROR",
    "TRICARE, ERROR",
    "VETERANS, WARNING",
    "COMMERCIAL, WARNING",
    "BLUE_CROSS, WARNING",
    "WORKERS_COMPENSATION, WARNING",
    "AUTOMOBILE, WARNING",
    "MUTUALLY_DEFINED, WARNING"
  })
  void thePayerSaysHowMuchItWeighs(FilingIndicator filing, Severity severity) {
    var claim = aClaim().filedWith(filing).line("A0001", "1").line("A0002", "1").build();
    var finding = rules.check(claim, Found.CONTEXT).getFirst();
    boolean isWarning = severity == Severity.WARNING;
    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.message().endsWith("The payer may judge by this edit of Medicare's."))
        .isEqualTo(isWarning);
    assertThat(finding.overriding())
        .isEqualTo(isWarning ? Overriding.BILLER_WITH_REASON : Overriding.MANAGER_WITH_REASON);
    assertThat(finding.expectedDenial()).isEqualTo(Rule.PTP.expectedDenial());
  }

  @Test
  void theWeightOfAPayersClassCanBeSet() {
    var claim = aClaim().line("A0001", "1").line("A0002", "1").build();
    for (var weight : Weight.values()) {
      var set = MedicareEdits.USUAL.withPairsAndUnits(Map.of(PayerClass.COMMERCIAL, weight));
      var found = new NcciRules(tables(ServiceKind.PRACTITIONER), set).check(claim, Found.CONTEXT);
      switch (weight) {
        case HOLD -> assertThat(found.getFirst().severity()).isEqualTo(Severity.ERROR);
        case WARN -> assertThat(found.getFirst().severity()).isEqualTo(Severity.WARNING);
        case OFF -> assertThat(found).isEmpty();
      }
      assertThat(set.pairsAndUnits(aClaim().filedWith(FilingIndicator.MEDICAID).build()))
          .isEqualTo(Weight.HOLD);
    }
  }

  @Test
  void claimsToAnotherPayerDoNotPair() {
    var elsewhere = aClaim().numbered("T2").payer("P2").line("A0001", "1").build();
    assertThat(after(elsewhere, aClaim().line("A0002", "1"))).isEmpty();
    assertThat(after(elsewhere, aClaim().payer("P2").line("A0002", "1")))
        .containsExactly("1 NCCI-PTP");
  }

  @Test
  void aHospitalsBillDoesNotPairWithItsPhysicians() {
    var hospital = outpatient("13", "A0001");
    var day = HospitalBill.FROM;
    assertThat(after(hospital, aClaim().line("A0002", "1", "1", day))).isEmpty();
  }

  @Test
  void physiciansOfOneGroupAndSpecialtyAreOne() {
    var internist = "207R00000X";
    assertThat(after(colleague(internist), doctor(internist))).containsExactly("1 NCCI-PTP");
    assertThat(after(colleague("207RC0000X"), doctor(internist))).as("cardiologist").isEmpty();
    assertThat(after(colleague("363LF0000X"), doctor("363LF0000X")))
        .as("nurse practitioners are no physicians")
        .isEmpty();
    assertThat(after(colleague(null), doctor(null))).as("nobody says which").isEmpty();
    var otherGroup =
        aClaim()
            .numbered("T2")
            .taxId("987654321")
            .specialty(internist)
            .renderedBy("1679576722")
            .line("A0001", "1")
            .build();
    assertThat(after(otherGroup, doctor(internist))).as("another practice").isEmpty();
  }

  private static Claim colleague(String specialty) {
    var claim = aClaim().numbered("T2").renderedBy("1679576722");
    return (specialty == null ? claim : claim.specialty(specialty)).line("A0001", "1").build();
  }

  private static ClaimBuilder doctor(String specialty) {
    var claim = specialty == null ? aClaim() : aClaim().specialty(specialty);
    return claim.line("A0002", "1");
  }

  @Test
  void linesOfAClaimThatTwoProvidersRenderedDoNotPair() {
    assertThat(
            Found.by(
                rules,
                aClaim().line("A0001", "1").linesRenderedBy("1679576722").line("A0002", "1")))
        .isEmpty();
    assertThat(
            Found.by(
                rules,
                aClaim()
                    .linesRenderedBy("1679576722")
                    .line("A0001", "1")
                    .line("A0009", "1")
                    .line("A0002", "1")))
        .containsExactly("3 NCCI-PTP", "2 NCCI-AOC");
  }

  @Test
  void criticalCareMayGoOnWithAColleagueOfTheDay() {
    var critical = new NcciRules(criticalCare(), MedicareEdits.USUAL);
    var more = aClaim().line("99292", "1");
    assertThat(Found.by(critical, more)).containsExactly("1 NCCI-AOC");
    assertThat(Found.by(critical, aClaim().line("99292", "1").line("99291", "1"))).isEmpty();
    var colleague = aClaim().numbered("T2").renderedBy("1679576722").line("99291", "1").build();
    assertThat(Found.by(critical, more, Found.CONTEXT.withHistory(List.of(colleague)))).isEmpty();
    var dayBefore = aClaim().numbered("T2").line("99291", "1", "1", SERVED.minusDays(1)).build();
    assertThat(Found.by(critical, more, Found.CONTEXT.withHistory(List.of(dayBefore))))
        .as("of the day before")
        .containsExactly("1 NCCI-AOC");
    var stranger =
        aClaim()
            .numbered("T2")
            .taxId("987654321")
            .renderedBy("1679576722")
            .line("99291", "1")
            .build();
    assertThat(Found.by(critical, more, Found.CONTEXT.withHistory(List.of(stranger))))
        .as("of another practice")
        .containsExactly("1 NCCI-AOC");
    var cardiologist =
        aClaim()
            .numbered("T2")
            .specialty("207RC0000X")
            .renderedBy("1679576722")
            .line("99291", "1")
            .build();
    assertThat(
            Found.by(
                critical,
                aClaim().specialty("207R00000X").line("99292", "1"),
                Found.CONTEXT.withHistory(List.of(cardiologist))))
        .as("of another specialty")
        .containsExactly("1 NCCI-AOC");
    assertThat(
            after(
                aClaim().numbered("T2").renderedBy("1679576722").line("A0008", "1").build(),
                aClaim().line("A0009", "1")))
        .as("no other add-on may")
        .containsExactly("1 NCCI-AOC");
  }

  private static NcciTables criticalCare() {
    var primary = new AddOn.Primary("99291", Long.MIN_VALUE, Long.MAX_VALUE);
    return NcciTables.of(
        ServiceKind.PRACTITIONER,
        new CodePairs.Builder().build(),
        new UnitLimits(Map.of()),
        new AddOns(Map.of("99292", new AddOn(AddOn.Type.LISTED, List.of(primary)))));
  }
}

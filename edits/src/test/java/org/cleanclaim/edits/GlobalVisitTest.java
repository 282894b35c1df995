package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A visit of the same provider belongs to the global package of an operation.
class GlobalVisitTest {
  private final GlobalPeriodRules rules =
      new GlobalPeriodRules(FeeScheduleSets.of(), MedicareEdits.USUAL);

  private static ClaimBuilder operation(String code, int daysBefore, String... modifiers) {
    return aClaim().numbered("T2").line(code, "1", "1", SERVED.minusDays(daysBefore), modifiers);
  }

  private List<String> after(ClaimBuilder operation, ClaimBuilder visit) {
    return Found.by(rules, visit, Found.CONTEXT.withHistory(List.of(operation.build())));
  }

  @ParameterizedTest
  @CsvSource({
    "27447, -2, false",
    "27447, -1, true",
    "27447, 0, true",
    "27447, 1, true",
    "27447, 90, true",
    "27447, 91, false",
    "10060, -1, false",
    "10060, 0, true",
    "10060, 10, true",
    "10060, 11, false",
    "11042, -1, false",
    "11042, 0, true",
    "11042, 1, false",
    "93000, 0, false",
    "22614, 0, false"
  })
  void thePackageLastsAsTheFeeScheduleSays(String code, int daysBefore, boolean isInPackage) {
    assertThat(after(operation(code, daysBefore), aClaim().line("99213", "1")))
        .isEqualTo(isInPackage ? List.of("1 GLOBAL-VISIT") : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"24", "25", "57", "58", "78", "79", "FT"})
  void aModifierSaysWhyTheVisitIsPaid(String modifier) {
    assertThat(after(operation("27447", 5), aClaim().line("99213", "1", modifier))).isEmpty();
    assertThat(after(operation("27447", 5), aClaim().line("99213", "1", "95")))
        .containsExactly("1 GLOBAL-VISIT");
  }

  @Test
  void whoLeavesTheCareAfterwardsToOthersHasNoVisitsInThePackage() {
    assertThat(after(operation("27447", 5, "54"), aClaim().line("99213", "1"))).isEmpty();
    assertThat(after(operation("27447", 0, "54"), aClaim().line("99213", "1")))
        .as("the day of the operation stays the surgeon's")
        .containsExactly("1 GLOBAL-VISIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99213", "99284", "99232", "92014", "98005", "G0463"})
  void visitsForAProblemBelongToIt(String code) {
    assertThat(after(operation("27447", 5), aClaim().line(code, "1"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99396", "G0439", "99490", "71046", "20610"})
  void preventionAndProceduresDoNot(String code) {
    assertThat(after(operation("27447", 5), aClaim().line(code, "1"))).isEmpty();
  }

  @Test
  void onlyVisitsOfTheSameProviderAndPayerBelongToIt() {
    var visit = aClaim().line("99213", "1");
    assertThat(after(operation("27447", 5).renderedBy("1679576722"), visit)).isEmpty();
    assertThat(after(operation("27447", 5).payer("P2"), visit)).isEmpty();
    var surgery = "207X00000X";
    assertThat(
            after(
                operation("27447", 5).renderedBy("1679576722").specialty(surgery),
                aClaim().specialty(surgery).line("99213", "1")))
        .as("a partner of the same specialty")
        .containsExactly("1 GLOBAL-VISIT");
    var hospital =
        HospitalBill.aBill()
            .filedWith(FilingIndicator.COMMERCIAL)
            .billType("13")
            .line("0360", "27447", SERVED.minusDays(5))
            .build();
    assertThat(Found.by(rules, visit, Found.CONTEXT.withHistory(List.of(hospital)))).isEmpty();
    assertThat(
            Found.by(
                rules,
                HospitalBill.aBill().billType("13").line("0510", "99213", SERVED).build(),
                Found.CONTEXT.withHistory(List.of(operation("27447", 5).build()))))
        .isEmpty();
  }

  @Test
  void anOperationOnTheSameClaimCounts() {
    var both = aClaim().line("27447", "1", "1", SERVED.minusDays(3)).line("99213", "1");
    assertThat(Found.by(rules, both)).containsExactly("2 GLOBAL-VISIT");
    var other =
        aClaim()
            .line("27447", "1", "1", SERVED.minusDays(3))
            .linesRenderedBy("1679576722")
            .line("99213", "1");
    assertThat(Found.by(rules, other)).isEmpty();
    assertThat(Found.by(rules, aClaim().revenueLine("0510", "1").line("99213", "1"))).isEmpty();
  }

  @Test
  void theFindingNamesOperationDayAndRemedy() {
    var visit = aClaim().filedWith(FilingIndicator.MEDICARE_PART_B).line("99213", "1");
    var context = Found.CONTEXT.withHistory(List.of(operation("27447", 5).build()));
    var finding = rules.check(visit.build(), context).getFirst();
    assertThat(finding.message())
        .isEqualTo("99213 lies in the global period of 27447 on 2026-02-25 (90 days).");
    assertThat(finding.remedy()).contains("modifier 24");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    var before = Found.CONTEXT.withHistory(List.of(operation("27447", -1).build()));
    assertThat(rules.check(visit.build(), before).getFirst().remedy()).contains("57");
    assertThat(rules.check(aClaim().line("99213", "1").build(), context).getFirst().severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void withoutFeeScheduleOrBeforeItNobodyCanSay() {
    var silent = new GlobalPeriodRules(CodeSets.starter(), MedicareEdits.USUAL);
    var context = Found.CONTEXT.withHistory(List.of(operation("27447", 5).build()));
    assertThat(Found.by(silent, aClaim().line("99213", "1"), context)).isEmpty();
    LocalDate old = FeeScheduleSets.FIRST_DAY.minusDays(1);
    var both = aClaim().line("27447", "1", "1", old).line("99213", "1", "1", old);
    assertThat(Found.by(rules, both)).isEmpty();
    LocalDate first = FeeScheduleSets.FIRST_DAY;
    assertThat(
            Found.by(rules, aClaim().line("27447", "1", "1", old).line("99213", "1", "1", first)))
        .containsExactly("2 GLOBAL-VISIT");
  }

  @Test
  void aPayerWithoutThesePackagesIsLeftInPeace() {
    var off = MedicareEdits.USUAL.withPairsAndUnits(Map.of(PayerClass.COMMERCIAL, Weight.OFF));
    var context = Found.CONTEXT.withHistory(List.of(operation("27447", 5).build()));
    var quiet = new GlobalPeriodRules(FeeScheduleSets.of(), off);
    assertThat(Found.by(quiet, aClaim().line("99213", "1"), context)).isEmpty();
    assertThat(Found.by(quiet, aClaim().line("99213", "1", "24"))).containsExactly("1 MOD-GLOBAL");
  }

  @Test
  void aPairOfTheDayIsToldOnce() {
    var claim = aClaim().line("99213", "1").line("10060", "1").build();
    assertThat(FeeScheduleSets.SCRUBBER.scrub(claim, Found.CONTEXT))
        .extracting(f -> f.rule().value())
        .containsExactly("NCCI-PTP");
    var alone = aClaim().line("99213", "1").build();
    var context = Found.CONTEXT.withHistory(List.of(operation("27447", 5).build()));
    assertThat(FeeScheduleSets.SCRUBBER.scrub(alone, context))
        .extracting(f -> f.rule().value())
        .containsExactly("GLOBAL-VISIT");
  }
}

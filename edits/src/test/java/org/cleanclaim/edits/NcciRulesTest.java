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
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// What the NCCI editor's denials become on a claim.
class NcciRulesTest {
  private final NcciRules rules = new NcciRules(tables(ServiceKind.PRACTITIONER));

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
    var claim = aClaim().revenueLine("0300", "1").line("A0002", "1").line("A0001", "1");
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
    var claim = aClaim().line(code, "1", "3", SERVED).build();
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
    var bill = HospitalBill.aBill().line("0300", "A0007", HospitalBill.FROM).build();
    var medicalBill = HospitalBill.aBill().line("0300", "A0009", HospitalBill.FROM).build();
    var hospital = new NcciRules(tables(ServiceKind.HOSPITAL));
    assertThat(Found.by(hospital, medicalBill, Found.CONTEXT)).containsExactly("1 NCCI-AOC");
    assertThat(Found.by(rules, bill, Found.CONTEXT)).isEmpty();
    assertThat(Found.by(hospital, HospitalBill.aBill().build(), Found.CONTEXT))
        .as("no procedures")
        .isEmpty();
  }
}

package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.cleanclaim.edits.CoveragePolicy.DiagnosisRange;
import org.cleanclaim.edits.CoveragePolicy.Frequency;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageRulesTest {
  private final CoverageRules rules = new CoverageRules();

  private static ScrubContext policy(EffectivePeriod period, Frequency frequency) {
    return Found.CONTEXT.withCoveragePolicies(
        CoveragePolicies.of(
            List.of(
                new CoveragePolicy(
                    "L00001",
                    "",
                    "Sugar over months",
                    "Test contractor",
                    "",
                    period,
                    Set.of(new ProcedureCode("83036")),
                    DiagnosisList.of(
                        List.of(new DiagnosisRange("E08", "E13"), DiagnosisRange.of("Z79"))),
                    DiagnosisList.NONE,
                    frequency))));
  }

  private static ScrubContext policy() {
    return policy(EffectivePeriod.from(SERVED), new Frequency(1, 3, ChronoUnit.MONTHS));
  }

  private static ClaimBuilder sugar(String... modifiers) {
    return aClaim()
        .filedWith(FilingIndicator.MEDICARE_PART_B)
        .diagnosis("E119")
        .line("83036", "1", modifiers);
  }

  private static ClaimBuilder pressure(String... modifiers) {
    return aClaim()
        .filedWith(FilingIndicator.MEDICARE_PART_B)
        .diagnosis("I10")
        .line("83036", "1", modifiers);
  }

  @ParameterizedTest
  @CsvSource({
    "E080, true",
    "E08, true",
    "E079, false",
    "E13, true",
    "E139, true",
    "E14, false",
    "Z794, true",
    "Z80, false"
  })
  void aRangeHoldsItsEndsAndWhatIsBelowThem(String code, boolean isCovered) {
    var claim = aClaim().diagnosis(code).line("83036", "1");
    assertThat(Found.by(rules, claim, policy()))
        .isEqualTo(isCovered ? List.of() : List.of("1 COV-DIAGNOSIS"));
  }

  @Test
  void theDiagnosisOfTheLineCounts() {
    var claim = aClaim().diagnosis("I10", "E119");
    assertThat(Found.by(rules, claim.pointingTo(1).line("83036", "1"), policy()))
        .containsExactly("1 COV-DIAGNOSIS");
    var other = aClaim().diagnosis("I10", "E119").pointingTo(0, 2, 3);
    assertThat(Found.by(rules, other.line("83036", "1"), policy())).isEmpty();
    var first = aClaim().diagnosis("E119").pointingTo(1);
    assertThat(Found.by(rules, first.line("83036", "1"), policy())).isEmpty();
  }

  @Test
  void aPolicyHoldsInItsDaysAndForItsCodes() {
    var later = policy(EffectivePeriod.from(SERVED.plusDays(1)), null);
    assertThat(Found.by(rules, pressure(), later)).isEmpty();
    assertThat(Found.by(rules, pressure(), policy())).containsExactly("1 COV-DIAGNOSIS");
    assertThat(Found.by(rules, sugar(), policy(EffectivePeriod.from(SERVED), null)))
        .as("no frequency")
        .isEmpty();
    assertThat(Found.by(rules, aClaim().line("99213", "1"), policy())).isEmpty();
    assertThat(Found.by(rules, aClaim().revenueLine("0300", "1"), policy())).isEmpty();
  }

  @Test
  void theFindingCitesThePolicy() {
    var finding = rules.check(pressure().build(), policy()).getFirst();
    assertThat(finding.source().source()).isEqualTo("Test contractor, L00001");
    assertThat(finding.source().period()).isEqualTo(EffectivePeriod.from(SERVED));
    assertThat(finding.message()).contains("83036", "L00001", "Sugar over months");
  }

  private static Claim earlier(LocalDate day) {
    return aClaim().numbered("T2").diagnosis("E119").line("83036", "1", "1", day).build();
  }

  @Test
  void unitsCountWithinTheMonthsBeforeTheService() {
    assertThat(after(earlier(SERVED.minusMonths(3)))).isEmpty();
    assertThat(after(earlier(SERVED.minusMonths(3).plusDays(1))))
        .containsExactly("1 COV-FREQUENCY");
    assertThat(after(earlier(SERVED))).containsExactly("1 COV-FREQUENCY");
    assertThat(after(earlier(SERVED.plusDays(1)))).as("a later service").isEmpty();
    assertThat(after(aClaim().numbered("T1").line("83036", "1").build()))
        .as("an earlier version of the claim")
        .isEmpty();
    assertThat(after(aClaim().numbered("T2").patient("Kim").line("83036", "1").build())).isEmpty();
    assertThat(after(aClaim().numbered("T2").line("99213", "1").revenueLine("0300", "1").build()))
        .isEmpty();
  }

  private List<String> after(Claim claim) {
    return Found.by(
        rules, aClaim().diagnosis("E119").line("83036", "1"), policy().withHistory(List.of(claim)));
  }

  @Test
  void noticesAnswerAPolicyThatDoesNotCover() {
    assertThat(Found.by(rules, pressure("GA"), policy())).isEmpty();
    assertThat(Found.by(rules, pressure("GY"), policy())).isEmpty();
    assertThat(Found.by(rules, pressure("GZ"), policy())).containsExactly("1 COV-ABN-MISSING");
    assertThat(Found.by(rules, pressure("GX"), policy())).containsExactly("1 COV-DIAGNOSIS");
    assertThat(Found.by(rules, sugar("GA"), policy())).containsExactly("1 COV-ABN-NEEDLESS");
    assertThat(Found.by(rules, sugar("GZ"), policy())).containsExactly("1 COV-ABN-NEEDLESS");
    assertThat(Found.by(rules, sugar("GY"), policy())).isEmpty();
    assertThat(Found.by(rules, sugar(), policy())).isEmpty();
  }

  @Test
  void noticesThatContradictEachOther() {
    for (String[] pair :
        List.of(
            new String[] {"GA", "GZ"},
            new String[] {"GA", "GX"},
            new String[] {"GA", "GY"},
            new String[] {"GZ", "GX"},
            new String[] {"GZ", "GY"})) {
      assertThat(Found.by(rules, sugar(pair))).as(String.join(" ", pair)).hasSize(1);
    }
    assertThat(Found.by(rules, sugar("GX", "GY"))).isEmpty();
    assertThat(Found.by(rules, sugar("GX"))).isEmpty();
  }

  @Test
  void noticesAreMadeForMedicare() {
    for (var payer : List.of(FilingIndicator.MEDICARE_PART_A, FilingIndicator.MEDICARE_PART_B)) {
      assertThat(Found.by(rules, aClaim().filedWith(payer).line("99213", "1", "GA"))).isEmpty();
    }
    assertThat(Found.by(rules, aClaim().line("99213", "1").line("99214", "1", "GX")))
        .containsExactly("2 COV-ABN-PAYER");
    assertThat(Found.by(rules, aClaim().line("99213", "1", "25"))).isEmpty();
  }

  @Test
  void rangesAndFrequenciesThatCannotBeAreRefused() {
    assertThat(DiagnosisRange.of("E11")).isEqualTo(new DiagnosisRange("E11", "E11"));
    assertThatThrownBy(() -> new DiagnosisRange("E12", "E11")).hasMessageContaining("E12");
    assertThatThrownBy(() -> new DiagnosisRange("", "E11")).hasMessageContaining("E11");
    assertThatThrownBy(() -> new DiagnosisRange("E11", "")).hasMessageContaining("E11");
    assertThat(new Frequency(1, 1, ChronoUnit.MONTHS).windowFrom(SERVED))
        .isEqualTo(SERVED.minusMonths(1).plusDays(1));
    assertThatThrownBy(() -> new Frequency(0, 1, ChronoUnit.MONTHS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Frequency(1, 0, ChronoUnit.MONTHS))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

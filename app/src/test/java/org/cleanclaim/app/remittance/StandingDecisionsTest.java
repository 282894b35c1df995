package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.app.remittance.StandingDecisions.Part;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.junit.jupiter.api.Test;

class StandingDecisionsTest {
  private static final Adjustment AGREED = Adjustment.of(AdjustmentGroup.CO, "45", Money.of("58"));
  private static final Adjustment SHARE = Adjustment.of(AdjustmentGroup.PR, "3", Money.of("30"));

  private static Part line(Integer line, String charged, String paid, Adjustment... adjustments) {
    return new Part(
        "d",
        line,
        "99213",
        Money.of("150"),
        Money.of(charged),
        Money.of(paid),
        List.of(adjustments),
        false);
  }

  private static List<Part> superseded(Part... decisions) {
    return StandingDecisions.superseded(Stream.of(decisions).map(List::of).toList());
  }

  @Test
  void theLatestDecisionOnALineStands() {
    var first = line(1, "150", "62", AGREED, SHARE);
    var second = line(1, "150", "62", AGREED, SHARE);
    var third = line(1, "150", "92", AGREED);

    assertThat(superseded(first)).isEmpty();
    assertThat(superseded(first, second, third)).containsExactly(second, first);
  }

  @Test
  void piecesOfALineAndOtherLinesStandBesideEachOther() {
    assertThat(superseded(line(1, "60", "30", SHARE), line(1, "90", "32", AGREED))).isEmpty();
    assertThat(superseded(line(1, "150", "62", AGREED), line(2, "150", "62", AGREED))).isEmpty();
    assertThat(
            StandingDecisions.superseded(
                List.of(List.of(line(1, "60", "30", SHARE), line(1, "90", "32", AGREED)))))
        .isEmpty();
  }

  @Test
  void whatIsRefusedLaterDecidesNothingAnew() {
    var first = line(1, "150", "62", AGREED, SHARE);
    var duplicate = line(1, "150", "0", Adjustment.of(AdjustmentGroup.CO, "18", Money.of("150")));
    var rest = line(1, "150", "10", Adjustment.of(AdjustmentGroup.CO, "B13", Money.of("140")));

    assertThat(superseded(first, duplicate)).isEmpty();
    assertThat(superseded(first, rest)).isEmpty();
    assertThat(superseded(duplicate, first)).isEmpty();
  }

  @Test
  void aLineThatIsPaidInFullLaterHasNoReductionAnyMore() {
    var first = line(1, "150", "62", AGREED, SHARE);

    assertThat(superseded(first, line(1, "150", "150"))).containsExactly(first);
  }

  @Test
  void whatIsTakenOffTheWholeClaimIsLookedAtByItself() {
    var whole =
        new Part(
            "d", null, null, Money.of("150"), Money.of("150"), Money.ZERO, List.of(AGREED), false);
    var none =
        new Part("d", null, null, Money.of("150"), Money.of("150"), Money.ZERO, List.of(), false);

    assertThat(superseded(whole, whole)).containsExactly(whole);
    assertThat(superseded(whole, none)).isEmpty();
  }
}

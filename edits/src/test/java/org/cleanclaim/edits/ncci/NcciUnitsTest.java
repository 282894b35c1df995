package org.cleanclaim.edits.ncci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ncci.NcciExamples.DAY;
import static org.cleanclaim.edits.ncci.NcciExamples.denied;
import static org.cleanclaim.edits.ncci.NcciExamples.limited;
import static org.cleanclaim.edits.ncci.NcciExamples.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Units over the limit of a line or a day.
class NcciUnitsTest {
  @Test
  void unknownCodesNegativeUnitsAndManyLinesAreJudged() {
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("Q9999", 99), line("A0001", -5)))
        .isEmpty();
    var many = new ArrayList<NcciLine>();
    for (int i = 0; i < 999; i++) many.add(line("A0001", 1));
    assertThat(
            denied(limited(998, UnitLimit.Indicator.DAY_BY_POLICY), many.toArray(NcciLine[]::new)))
        .hasSize(999);
    assertThat(
            denied(limited(999, UnitLimit.Indicator.DAY_BY_POLICY), many.toArray(NcciLine[]::new)))
        .isEmpty();
  }

  @Test
  void unitsCountByLineOrByDay() {
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("A0001", 2), line("A0001", 2)))
        .isEmpty();
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("A0001", 3), line("A0001", 2)))
        .containsExactly(0);
    for (var byDay :
        List.of(UnitLimit.Indicator.DAY_BY_POLICY, UnitLimit.Indicator.DAY_BY_CLINICAL_BENCHMARK)) {
      assertThat(denied(limited(3, byDay), line("A0001", 2), line("A0001", 2, "76")))
          .containsExactly(0, 1);
      assertThat(denied(limited(4, byDay), line("A0001", 2), line("A0001", 2, "76"))).isEmpty();
      assertThat(denied(limited(3, byDay), line("A0001", 2), line("A0001", 2, "55"))).isEmpty();
    }
  }

  @Test
  void unitsOfSeveralDaysAreDividedAndRoundedUp() {
    var threeDays = new NcciLine("A0001", List.of(), BigDecimal.valueOf(7), DAY, DAY.plusDays(2));
    assertThat(denied(limited(3, UnitLimit.Indicator.LINE), threeDays)).isEmpty();
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), threeDays)).containsExactly(0);
  }

  @Test
  void partsOfUnitsAreNotRoundedOnOneDay() {
    var half = new NcciLine("A0001", List.of(), new BigDecimal("0.5"), DAY, DAY);
    assertThat(denied(limited(1, UnitLimit.Indicator.DAY_BY_POLICY), half, half)).isEmpty();
  }

  @Test
  void aLineThatEndsBeforeItBeginsIsJudgedByItsUnits() {
    var reversed = new NcciLine("A0001", List.of(), BigDecimal.TWO, DAY, DAY.minusDays(1));
    assertThat(denied(limited(1, UnitLimit.Indicator.LINE), reversed)).containsExactly(0);
  }

  @Test
  void aSingleLineOverItsDailyLimitIsDenied() {
    var byDay = UnitLimit.Indicator.DAY_BY_POLICY;
    assertThat(denied(limited(2, byDay), line("A0001", 3))).containsExactly(0);
    assertThat(denied(limited(2, byDay), line("A0001", 3, "55"))).isEmpty();
    assertThat(denied(limited(2, byDay), line("A0001", 2))).isEmpty();
  }
}

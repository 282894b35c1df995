package org.cleanclaim.coding.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.coding.visit.DecisionMaking.Level;
import org.junit.jupiter.api.Test;

class VisitLevelTest {

  @Test
  void twoOfThreeElementsMakeTheLevel() {
    assertThat(new DecisionMaking(Level.HIGH, Level.STRAIGHTFORWARD, Level.MODERATE).level())
        .isEqualTo(Level.MODERATE);
    assertThat(new DecisionMaking(Level.LOW, Level.LOW, Level.HIGH).level()).isEqualTo(Level.LOW);
    assertThat(new DecisionMaking(Level.HIGH, Level.LOW, Level.HIGH).level()).isEqualTo(Level.HIGH);
  }

  @Test
  void hospitalVisitsHaveOneCodeForTheTwoLowestLevels() {
    for (Level level : new Level[] {Level.STRAIGHTFORWARD, Level.LOW}) {
      assertThat(VisitSetting.HOSPITAL_INITIAL.code(level)).hasToString("99221");
    }
    assertThat(VisitSetting.HOSPITAL_INITIAL.code(Level.HIGH)).hasToString("99223");
  }

  @Test
  void timeDecidesFromItsFirstMinuteOn() {
    assertThat(VisitSetting.OFFICE_NEW.code(14)).isEmpty();
    assertThat(VisitSetting.OFFICE_NEW.code(15).orElseThrow()).hasToString("99202");
    assertThat(VisitSetting.OFFICE_NEW.code(45).orElseThrow()).hasToString("99204");
    assertThat(VisitSetting.EMERGENCY.code(90)).isEmpty();
  }
}

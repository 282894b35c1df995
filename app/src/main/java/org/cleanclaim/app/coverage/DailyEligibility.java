package org.cleanclaim.app.coverage;

import org.cleanclaim.app.timer.DailyRound;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.timer.RoundSetting;
import org.springframework.stereotype.Component;

/// The eligibility round that goes by itself.
@Component
class DailyEligibility implements DailyRound {
  private final EligibilityRound round;

  DailyEligibility(EligibilityRound round) {
    this.round = round;
  }

  @Override
  public RoundKind kind() {
    return RoundKind.ELIGIBILITY;
  }

  @Override
  public String go(RoundSetting setting) {
    return round.go(setting.first(), setting.second()).sentence();
  }
}

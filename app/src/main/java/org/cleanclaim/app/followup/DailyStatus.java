package org.cleanclaim.app.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.timer.DailyRound;
import org.cleanclaim.app.timer.RoundKind;
import org.cleanclaim.app.timer.RoundSetting;
import org.cleanclaim.pricing.estimate.BusinessDays;
import org.springframework.stereotype.Component;

/// Asks payers by itself where the claims stand that they are silent about. A claim whose file was
/// never acknowledged is left out: the payer cannot know it.
@Component
class DailyStatus implements DailyRound {
  private final SilentClaims silent;
  private final StatusDesk desk;
  private final Organizations organizations;
  private final Clock clock;

  DailyStatus(SilentClaims silent, StatusDesk desk, Organizations organizations, Clock clock) {
    this.silent = silent;
    this.desk = desk;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public RoundKind kind() {
    return RoundKind.CLAIM_STATUS;
  }

  @Override
  public String go(RoundSetting setting) {
    var zone = ZoneId.of(organizations.current().timeZone());
    if (!BusinessDays.contains(LocalDate.now(clock.withZone(zone)))) {
      return "No business day: nobody was asked.";
    }
    var since = clock.instant().minus(Duration.ofDays(setting.first()));
    var all = silent.list(null, null);
    var due =
        all.stream()
            .filter(claim -> claim.silence() != Silence.NO_FILE_ANSWER)
            .filter(claim -> claim.askedAt() == null || claim.askedAt().isBefore(since))
            .toList();
    long unacknowledged =
        all.stream().filter(claim -> claim.silence() == Silence.NO_FILE_ANSWER).count();
    var asked = desk.ask(due.stream().map(SilentClaim::publicId).toList());
    return "%d claims asked about in %d files, %d asked about lately.%s"
        .formatted(
            asked.claims(),
            asked.files().size(),
            all.size() - due.size() - unacknowledged + asked.left().size(),
            unacknowledged == 0
                ? ""
                : " %d are in files that nobody acknowledged: look whether they arrived."
                    .formatted(unacknowledged));
  }
}

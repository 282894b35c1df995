package org.cleanclaim.app.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cleanclaim.app.access.Organizations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The day that money of patients and notices to them bear, by the calendar of the practice. What
/// has happened has a day that has come: one that is typed ahead would pass the days that the law
/// and the policy let go by first (26 CFR 1.501(r)-6).
@Component
public class BillingDay {
  /// What is older than this many years is a slip of the keyboard.
  private static final int MOST_YEARS = 10;

  private final Organizations organizations;
  private final Clock clock;

  BillingDay(Organizations organizations, Clock clock) {
    this.organizations = organizations;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
  }

  /// The named day, else today.
  public LocalDate orToday(@Nullable LocalDate day) {
    return day == null ? today() : day;
  }

  /// @param what is dated, as the sentence begins, for example `A payment`
  /// @throws BillingRefusal when the day has not come, or is no day of this practice's books
  void requireCome(LocalDate day, String what) {
    var today = today();
    if (day.isAfter(today)) {
      throw new BillingRefusal(
          "%s cannot be dated %s, which has not come: today is %s.".formatted(what, day, today));
    }
    if (day.isBefore(today.minusYears(MOST_YEARS))) {
      throw new BillingRefusal(
          "%s cannot be dated %s, more than %d years ago.".formatted(what, day, MOST_YEARS));
    }
  }

  /// Notices bear the day on which they go out: days are counted from it.
  ///
  /// @throws BillingRefusal for any other day
  void requireToday(LocalDate day) {
    if (!day.equals(today())) {
      throw new BillingRefusal(
          "Statements bear the day on which they go out: run them for today, %s. Other days are only looked at."
              .formatted(today()));
    }
  }
}

package org.cleanclaim.pricing.estimate;

import java.time.LocalDate;
import java.util.Optional;

/// By when a good-faith estimate has to be given. Source: 45 CFR 149.610(b)(1)(vi).
public final class GoodFaithClock {
  private static final int LONG_AHEAD = 10;
  private static final int SHORT_AHEAD = 3;

  private GoodFaithClock() {}

  /// After an appointment was made: one business day when the service is three to nine business
  /// days away, three when it is ten or more; empty when it is nearer, as no estimate is due then.
  public static Optional<LocalDate> dueAfterScheduling(LocalDate scheduledOn, LocalDate serviceOn) {
    int ahead = BusinessDays.between(scheduledOn, serviceOn);
    if (ahead >= LONG_AHEAD) return Optional.of(BusinessDays.after(scheduledOn, 3));
    if (ahead >= SHORT_AHEAD) return Optional.of(BusinessDays.after(scheduledOn, 1));
    return Optional.empty();
  }

  /// After the patient asked for it: three business days.
  public static LocalDate dueAfterRequest(LocalDate requestedOn) {
    return BusinessDays.after(requestedOn, 3);
  }
}

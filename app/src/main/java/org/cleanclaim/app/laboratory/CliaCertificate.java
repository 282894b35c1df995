package org.cleanclaim.app.laboratory;

import java.time.LocalDate;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.identifier.CliaNumber;
import org.jspecify.annotations.Nullable;

/// A certificate of the practice's laboratory; it is good for two years at most (42 CFR 493.43,
/// 493.49 and 493.61).
///
/// @param enteredBy user name of who entered it
public record CliaCertificate(CliaNumber number, EffectivePeriod valid, String enteredBy) {

  /// The day printed as its expiration; null where none was entered.
  public @Nullable LocalDate lastDay() {
    return valid.until() == null ? null : valid.until().minusDays(1);
  }
}

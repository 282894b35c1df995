package org.cleanclaim.coding.note;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Says that nobody told the day of service, on which the code lists depend (45 CFR 162.1002).
public final class DayFinding {
  private DayFinding() {}

  /// @param taken the day whose lists are asked instead
  public static Finding assumed(LocalDate taken) {
    return new Finding(
        new RuleId("NOTE-DAY"),
        Layer.CODE_VALIDITY,
        Severity.INFORMATION,
        Place.field("Day of service"),
        "The document states no day of service; the code lists of today, %s, are used."
            .formatted(taken),
        "Give the day with --dos when the service was on another one.",
        null,
        new Citation("45 CFR 162.1002", EffectivePeriod.from(taken)));
  }
}

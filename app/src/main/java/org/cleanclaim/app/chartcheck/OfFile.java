package org.cleanclaim.app.chartcheck;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// What is to be said of a chart by its file, before any code is looked at.
final class OfFile {
  private static final LocalDate ALWAYS = LocalDate.of(2015, 10, 1);

  private OfFile() {}

  /// @param place the row or the place in the list
  static Finding finding(String rule, String place, String message, String remedy) {
    return new Finding(
        new RuleId(rule),
        Layer.STRUCTURE,
        Severity.ERROR,
        Place.field(place),
        message,
        remedy,
        null,
        new Citation(
            "Charts of files, as docs/reference/chart-checks.md describes them",
            EffectivePeriod.from(ALWAYS)));
  }
}

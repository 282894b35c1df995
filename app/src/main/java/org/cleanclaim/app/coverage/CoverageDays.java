package org.cleanclaim.app.coverage;

import java.util.Optional;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.EffectivePeriod;

/// Reads the days of a policy as somebody typed them.
public final class CoverageDays {
  private CoverageDays() {}

  /// @param from first day
  /// @param through last day, empty for an open end
  /// @param fields gets the faults, at the fields `from` and `through`
  public static Optional<EffectivePeriod> read(String from, String through, TypedFields fields) {
    var first = fields.day("from", from.strip()).orElse(null);
    if (first == null) {
      fields.fault("from", "Enter the first day of the coverage.");
      return Optional.empty();
    }
    var last = fields.day("through", through.strip()).orElse(null);
    if (last != null && last.isBefore(first)) {
      fields.fault("through", "The last day lies before the first.");
      return Optional.empty();
    }
    return Optional.of(new EffectivePeriod(first, last == null ? null : last.plusDays(1)));
  }
}

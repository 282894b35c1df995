package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Accident behind the services (CLM11, DTP*439).
///
/// @param causes one or two of AA (auto), EM (employment), OA (other accident)
/// @param state two letters, required for auto accidents
public record Accident(
    List<String> causes, @Nullable LocalDate happenedOn, @Nullable String state) {
  public Accident {
    causes = List.copyOf(causes);
  }

  public boolean isEmployment() {
    return causes.contains("EM");
  }
}

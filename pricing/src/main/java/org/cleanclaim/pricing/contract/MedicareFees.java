package org.cleanclaim.pricing.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.pricing.physician.PhysicianPricer;

/// Where Medicare's prices of a day come from.
@FunctionalInterface
public interface MedicareFees {
  /// No tables at all.
  MedicareFees NONE = day -> Optional.empty();

  /// Empty where there is no table for the year of the day.
  Optional<PhysicianPricer> on(LocalDate day);
}

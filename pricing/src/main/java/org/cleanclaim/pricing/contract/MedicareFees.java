package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.pricing.physician.PhysicianPricer;

/// Where Medicare's prices and weights of a day come from.
@FunctionalInterface
public interface MedicareFees {
  /// No tables at all.
  MedicareFees NONE = day -> Optional.empty();

  /// Empty where there is no table for the year of the day.
  Optional<PhysicianPricer> on(LocalDate day);

  /// What a DRG is worth, relative to the average stay; empty where there is no table for the
  /// fiscal year of the discharge, or no such DRG in it.
  default Optional<BigDecimal> drgWeight(HospitalStay stay) {
    return Optional.empty();
  }
}

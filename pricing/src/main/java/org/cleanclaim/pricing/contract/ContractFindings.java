package org.cleanclaim.pricing.contract;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;

/// Says why a contract has no price for a line.
final class ContractFindings {
  private static final Money LARGEST = Money.of("99999999.99");
  private static final RuleId RULE = new RuleId("PRICE-CONTRACT");
  private static final Citation SOURCE =
      new Citation("the contract's own terms", EffectivePeriod.from(LocalDate.of(1900, 1, 1)));

  private ContractFindings() {}

  /// What is wrong with the line itself; null when nothing is.
  static @Nullable Finding of(Contract contract, ContractLine line) {
    if (line.charge().isNegative() || line.charge().compareTo(LARGEST) > 0) {
      return finding(
          line,
          "Charge",
          "The charge is negative or above %s.".formatted(LARGEST),
          "State the charge as billed.");
    }
    if (line.units().signum() <= 0) {
      return finding(
          line, "Units", "The units are not above zero.", "State how many units were billed.");
    }
    if (!contract.period().contains(line.servedOn())) {
      return finding(
          line,
          "Day of service",
          "The contract %s does not hold on %s.".formatted(contract.name(), line.servedOn()),
          "Name the contract of that day.");
    }
    return null;
  }

  static Finding noMedicareTable(ContractLine line) {
    return finding(
        line,
        "Day of service",
        "There is no Medicare fee table for %s.".formatted(line.servedOn()),
        "Install the physician fee schedule of the year with `cleanclaim codes install`.");
  }

  static Finding noWeight(ContractLine line, HospitalStay stay) {
    return finding(
        line,
        "DRG",
        "There is no relative weight of DRG %s for a discharge on %s."
            .formatted(stay.drg(), stay.dischargedOn()),
        "Install the inpatient DRG weights of the fiscal year with `cleanclaim codes install`, or"
            + " correct the DRG.");
  }

  static Finding noTerm(Contract contract, ContractLine line) {
    Object what = line.procedure() == null ? line.revenueCode() : line.procedure();
    return finding(
        line,
        "Service",
        "No term of the contract %s has a price for %s on %s."
            .formatted(contract.name(), what, line.servedOn()),
        "Add a term or a fee for it, or a last term for all other services.");
  }

  private static Finding finding(ContractLine line, String field, String message, String remedy) {
    return new Finding(
        RULE,
        Layer.PAYER_RULE,
        Severity.ERROR,
        Place.line(line.number(), field),
        message,
        remedy,
        null,
        SOURCE);
  }
}

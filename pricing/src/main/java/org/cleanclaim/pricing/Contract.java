package org.cleanclaim.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payer has agreed to allow.
///
/// @param percentOfCharge share of the charge allowed for codes the schedule does not price; null
///   allows nothing
/// @param isLesserOfCharge never more than the charge
public record Contract(
    FeeSchedule allowed,
    @Nullable BigDecimal percentOfCharge,
    boolean isLesserOfCharge,
    EffectivePeriod period) {

  /// @param steps the terms that decided, in words
  public record Expected(Money allowed, List<String> steps) {
    public Expected {
      steps = List.copyOf(steps);
    }
  }

  /// The amount the contract allows for a line, or null when the contract does not hold that day or
  /// does not price it.
  public @Nullable Expected expected(
      ProcedureCode procedure,
      List<Modifier> modifiers,
      BigDecimal units,
      Money charge,
      LocalDate servedOn) {
    if (!period.contains(servedOn)) return null;
    var steps = new ArrayList<String>();
    Money amount;
    var fee = allowed.price(procedure, modifiers, servedOn);
    if (fee.isPresent()) {
      // Units may be fractions; the cent is rounded half up as in the Medicare physician fee
      // schedule.
      amount = fee.get().times(units, RoundingMode.HALF_UP);
      steps.add(
          "Fee schedule: %s × %s units = %s".formatted(fee.get(), units.toPlainString(), amount));
    } else if (percentOfCharge != null) {
      amount = charge.times(percentOfCharge, RoundingMode.HALF_UP);
      steps.add("Not on the schedule: %s of the charge = %s".formatted(percentOfCharge, amount));
    } else {
      return null;
    }
    if (isLesserOfCharge && charge.compareTo(amount) < 0) {
      amount = charge;
      steps.add("Never more than the charge: " + charge);
    }
    return new Expected(amount, steps);
  }
}

package org.cleanclaim.app.servicecharge;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.chart.ChartService;
import org.cleanclaim.app.contract.FeeSchedules;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a visit is charged with once the codes of its chart are final: the charges that stand, and
/// those that [CodedCharges] will make of the services that its coder has accepted.
@Component
@Transactional(readOnly = true)
public class ComingCharges {
  private final Charges charges;
  private final Encounters encounters;
  private final FeeSchedules fees;

  ComingCharges(Charges charges, Encounters encounters, FeeSchedules fees) {
    this.charges = charges;
    this.encounters = encounters;
    this.fees = fees;
  }

  public Money of(Chart chart) {
    List<Charge> existing = charges.ofEncounter(chart.encounterId());
    var servedOn = encounters.get(chart.encounterId()).servedOn();
    Money sum = existing.stream().map(Charge::amount).reduce(Money.ZERO, Money::plus);
    for (ChartService service : CodedCharges.accepted(chart)) {
      if (CodedCharges.isCharged(service, existing)) continue;
      Optional<Charge> replaced = CodedCharges.otherLevel(service, existing);
      var entry =
          replaced
              .map(other -> CodedCharges.corrected(other, service))
              .orElseGet(() -> CodedCharges.entry(chart, service));
      Optional<Money> price = fees.charge(entry.procedure(), entry.modifiers(), servedOn);
      if (price.isEmpty()) continue;
      sum = sum.plus(price.get().times(entry.units(), RoundingMode.HALF_UP));
      if (replaced.isPresent()) sum = sum.minus(replaced.get().amount());
    }
    return sum;
  }
}

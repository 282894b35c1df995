package org.cleanclaim.app.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.jspecify.annotations.Nullable;

/// What a claim's payer can owe, visit by visit: the charges of its lines, or what the payer before
/// left of them.
final class OwedByVisit {
  private final BilledClaim claim;
  private final ClaimVisits visits;
  private final Map<EncounterId, Money> owed = new LinkedHashMap<>();

  private OwedByVisit(BilledClaim claim) {
    this.claim = claim;
    this.visits = claim.visits();
    visits.all().forEach(visit -> owed.put(visit, Money.ZERO));
  }

  /// @param before the payer before; null for a claim to the first payer
  static Map<EncounterId, Money> of(BilledClaim claim, @Nullable PayerId before) {
    var sum = new OwedByVisit(claim);
    if (before == null) {
      sum.charges();
    } else {
      sum.left(before);
    }
    Money rest = claim.owed().minus(Money.sum(sum.owed.values()));
    sum.add(claim.encounterId(), rest);
    return sum.owed;
  }

  private void charges() {
    claim.snapshot().lines().forEach(line -> add(visits.of(line), line.charge()));
  }

  private void left(PayerId before) {
    for (OtherCoverage other : claim.snapshot().otherCoverages()) {
      if (!other.payer().id().equals(before)) continue;
      for (Adjustment one : other.adjustments()) whole(EarlierDecision.owed(List.of(one)));
      if (other.patientOwes() != null && other.adjustments().isEmpty()) whole(other.patientOwes());
    }
    for (ServiceLine line : claim.snapshot().lines()) {
      for (LineAdjudication one : line.priorAdjudications()) {
        if (one.payer().equals(before)) {
          add(visits.of(line), EarlierDecision.owed(one.adjustments()));
        }
      }
    }
  }

  private void whole(Money amount) {
    visits.split(amount).forEach(this::add);
  }

  private void add(EncounterId visit, Money amount) {
    owed.merge(visit, amount, Money::plus);
  }
}

package org.cleanclaim.app.denial;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Payments on claims that hold no more: the payer has decided the claim that stands in the place
/// of another and has not taken back what it paid on that one.
@Component
@Transactional(readOnly = true)
class KeptPayments {
  private final ClaimCorrections corrections;
  private final Ledger ledger;

  KeptPayments(ClaimCorrections corrections, Ledger ledger) {
    this.corrections = corrections;
    this.ledger = ledger;
  }

  /// What comes next for a replaced claim whose payment is still here, or went back twice.
  Optional<String> next(BilledClaim replaced) {
    if (replaced.status() != ClaimStatus.REPLACED) return Optional.empty();
    Money missing = ledger.claimBalance(replaced.id().value());
    if (missing.isPositive()) {
      return Optional.of(
          "The payer has taken back $%s more than was still here of its payment: ask for it back"
              .formatted(missing.grouped()));
    }
    Money kept = kept(replaced);
    if (!kept.isPositive()) return Optional.empty();
    return corrections.chain(replaced.id()).stream()
        .filter(c -> c.id().value() > replaced.id().value())
        .filter(c -> c.status() == ClaimStatus.ADJUDICATED)
        .reduce((first, last) -> last)
        .map(decided ->
            "The payer has decided claim %s and has not taken back its first payment: wait for the takeback of $%s, or refund it"
                .formatted(decided.controlNumber(), kept.grouped()));
  }

  /// What comes next for a decided claim that stands in the place of one whose payment is still
  /// here.
  Optional<String> before(BilledClaim decided) {
    if (decided.correction() == null) return Optional.empty();
    return corrections.chain(decided.id()).stream()
        .filter(c -> c.id().value() < decided.id().value())
        .filter(c -> c.status() == ClaimStatus.REPLACED && kept(c).isPositive())
        .findFirst()
        .map(earlier ->
            "See claim %s: the payer has not taken back the $%s that it paid on it"
                .formatted(earlier.controlNumber(), kept(earlier).grouped()));
  }

  private Money kept(BilledClaim claim) {
    long id = claim.id().value();
    Money paid = ledger.claimCash(List.of(id)).getOrDefault(id, Money.ZERO);
    return ledger.claimBalance(id).negated().min(paid);
  }
}

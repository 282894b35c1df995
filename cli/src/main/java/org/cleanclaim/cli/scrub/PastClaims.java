package org.cleanclaim.cli.scrub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.remittance.PayerDecision;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.x12.SubmittedClaim;

/// Brings claims and the payers' decisions together by the claim control number. Of several
/// decisions about a claim the first that was not reversed counts: later ones are corrections and
/// other payers.
public final class PastClaims {
  private final Map<String, List<ClaimPayment>> payments = new HashMap<>();
  private final Set<String> matched = new HashSet<>();

  /// Remembers a decision.
  public void add(ClaimPayment payment) {
    var known = payments.computeIfAbsent(payment.claimControlNumber(), n -> new ArrayList<>(1));
    if (payment.isReversal()) {
      if (!known.isEmpty()) known.removeFirst();
    } else {
      known.add(payment);
    }
  }

  /// The claim with what the payer decided; empty when no decision is known, or when it was given
  /// to an earlier claim of the same number.
  public Optional<PastClaim> match(SubmittedClaim submitted) {
    Claim claim = submitted.claim();
    var known = payments.getOrDefault(claim.controlNumber().value(), List.of());
    if (known.isEmpty()) return Optional.empty();
    if (!matched.add(claim.controlNumber().value())) return Optional.empty();
    return Optional.of(
        new PastClaim(
            claim, submitted.madeOn(), PayerDecision.of(claim, known.getFirst(), Set.of())));
  }

  /// Decisions about claims that were not in the files.
  public int unmatched() {
    return (int)
        payments.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty() && !matched.contains(entry.getKey()))
            .count();
  }
}

package org.cleanclaim.edits.payerrule;

import java.util.Collections;
import java.util.Set;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.ProviderRole;

/// For which claims a rule is made; an empty set stands for all.
///
/// @param payers by their ids; a claim to one of them is meant whatever its class
public record RuleScope(
    Set<PayerId> payers,
    Set<PayerClass> payerClasses,
    Set<ClaimType> claimTypes,
    Set<Npi> billingNpis,
    Set<Npi> renderingNpis) {
  public RuleScope {
    payers = Set.copyOf(payers);
    payerClasses = Set.copyOf(payerClasses);
    claimTypes = Set.copyOf(claimTypes);
    billingNpis = Set.copyOf(billingNpis);
    renderingNpis = Set.copyOf(renderingNpis);
  }

  /// Whether the rule is made for a claim.
  public boolean covers(Claim claim) {
    if (!claimTypes.isEmpty() && !claimTypes.contains(claim.type())) return false;
    if (!isOfAnyPayer()
        && !payers.contains(claim.payer().id())
        && !payerClasses.contains(PayerClass.of(claim))) return false;
    Npi billing = claim.billingProvider().npi();
    if (!billingNpis.isEmpty() && (billing == null || !billingNpis.contains(billing))) return false;
    return renderingNpis.isEmpty()
        || claim
            .provider(ProviderRole.RENDERING)
            .filter(p -> p.npi() != null && renderingNpis.contains(p.npi()))
            .isPresent();
  }

  /// Whether a claim may be meant by both scopes.
  boolean meets(RuleScope other) {
    return meet(claimTypes, other.claimTypes)
        && meet(billingNpis, other.billingNpis)
        && meet(renderingNpis, other.renderingNpis)
        && payersMeet(other);
  }

  /// A payer of one scope may be of a class of the other.
  private boolean payersMeet(RuleScope other) {
    return isOfAnyPayer()
        || other.isOfAnyPayer()
        || !Collections.disjoint(payers, other.payers)
        || !Collections.disjoint(payerClasses, other.payerClasses)
        || (!payers.isEmpty() && !other.payerClasses.isEmpty())
        || (!payerClasses.isEmpty() && !other.payers.isEmpty());
  }

  private boolean isOfAnyPayer() {
    return payers.isEmpty() && payerClasses.isEmpty();
  }

  private static boolean meet(Set<?> a, Set<?> b) {
    return a.isEmpty() || b.isEmpty() || !Collections.disjoint(a, b);
  }
}

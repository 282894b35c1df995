package org.cleanclaim.app.remittance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which lines of a claim the payer's contract pays by a sum per member and month. They are marked
/// when a decision first says so (CO-24), so that every later decision on the claim is read as the
/// first was. What a payer that comes after another one says of its monthly payment stays open.
@Component
@Transactional
class CapitatedLines {
  private final ClaimsAtPayer atPayer;
  private final Payers payers;
  private final PayerContracts contracts;
  private final InstalledFees medicare;
  private final JdbcClient jdbc;
  private final JsonColumns json;

  CapitatedLines(
      ClaimsAtPayer atPayer,
      Payers payers,
      PayerContracts contracts,
      CodeSets codeSets,
      JdbcClient jdbc,
      JsonColumns json) {
    this.atPayer = atPayer;
    this.payers = payers;
    this.contracts = contracts;
    this.medicare = new InstalledFees(codeSets);
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The matches of payments, with what is paid by the month marked on their claims: on each match
  /// of a claim of which one payment says so, also on one that takes that payment back.
  List<ClaimMatch> marked(List<ClaimPayment> payments, List<ClaimMatch> matches) {
    var asked = new TreeMap<Long, PayableClaim>();
    for (int i = 0; i < matches.size(); i++) {
      var claim = matches.get(i).claim();
      if (claim != null && isAsked(payments.get(i), claim)) asked.put(claim.id().value(), claim);
    }
    var lines = mark(asked.values());
    return matches.stream().map(match -> marked(match, lines)).toList();
  }

  private static ClaimMatch marked(ClaimMatch match, Map<ClaimId, Set<Integer>> lines) {
    var claim = match.claim();
    var ofClaim = claim == null ? null : lines.get(claim.id());
    return claim == null || ofClaim == null
        ? match
        : new ClaimMatch(claim.withCapitated(ofClaim), match.how(), match.reason());
  }

  /// The claim of a payment, with what is paid by the month marked on it.
  PayableClaim marked(ClaimPayment payment, PayableClaim claim) {
    if (!isAsked(payment, claim)) return claim;
    return claim.withCapitated(mark(List.of(claim)).getOrDefault(claim.id(), Set.of()));
  }

  /// Whether a payment is the first to say that a claim is paid by the month.
  private static boolean isAsked(ClaimPayment payment, PayableClaim claim) {
    return !payment.isReversal()
        && payment.status() != ClaimPaymentStatus.PREDETERMINATION
        && claim.follows() == null
        && claim.capitated().isEmpty()
        && payment.allAdjustments().stream().anyMatch(AdjustmentKind::isOfCapitation);
  }

  /// Marks claims.
  ///
  /// @return the lines of those of which the contract pays any by the month
  private Map<ClaimId, Set<Integer>> mark(Collection<PayableClaim> asked) {
    var agreed = contracts(asked);
    agreed.keySet().removeAll(leftOpen(agreed.keySet()));
    var marked = new HashMap<ClaimId, Set<Integer>>();
    atPayer
        .billed(agreed.keySet())
        .forEach((id, billed) -> {
          var lines = lines(Objects.requireNonNull(agreed.get(id)), billed);
          if (!lines.isEmpty()) marked.put(id, lines);
        });
    atPayer.capitated(marked);
    return marked;
  }

  private record PayerDay(long payerId, LocalDate day) {}

  /// The contracts of those claims whose payer pays anything by the month on their day.
  private Map<ClaimId, Contract> contracts(Collection<PayableClaim> asked) {
    Map<PayerDay, Optional<Contract>> known = new HashMap<>();
    Map<ClaimId, Contract> agreed = new HashMap<>();
    for (PayableClaim claim : asked) {
      known
          .computeIfAbsent(
              new PayerDay(claim.payerId(), claim.servedFrom()),
              on ->
                  contracts.on(payers.get(on.payerId()), on.day()).filter(Contract::hasCapitation))
          .ifPresent(contract -> agreed.put(claim.id(), contract));
    }
    return agreed;
  }

  private Set<Integer> lines(Contract contract, Claim billed) {
    var lines = new TreeSet<Integer>();
    var stay = HospitalStay.of(billed).orElse(null);
    for (Expectation one : contract.expect(ContractLine.of(billed), stay, medicare)) {
      if (contract.isCapitated(one)) lines.add(one.number());
    }
    return lines;
  }

  /// Claims of which an earlier decision said so before the contract did: that stays as it was
  /// posted.
  private Set<ClaimId> leftOpen(Collection<ClaimId> claims) {
    if (claims.isEmpty()) return Set.of();
    var open = new HashSet<ClaimId>();
    jdbc.sql(
            """
            select claim_id, adjustments::text as adjustments from line_adjudication where claim_id = any (:claims)
            union all
            select claim_id, adjustments::text from claim_payment where claim_id = any (:claims)
            """)
        .param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new))
        .query(row -> {
          var said = json.readList(row.getString("adjustments"), Adjustment.class);
          if (said.stream().anyMatch(AdjustmentKind::isOfCapitation)) {
            open.add(new ClaimId(row.getLong("claim_id")));
          }
        });
    return open;
  }
}

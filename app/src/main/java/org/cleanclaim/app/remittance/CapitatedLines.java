package org.cleanclaim.app.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.app.claim.Claims;
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
  private final Claims claims;
  private final ClaimsAtPayer atPayer;
  private final Payers payers;
  private final PayerContracts contracts;
  private final InstalledFees medicare;
  private final JdbcClient jdbc;
  private final JsonColumns json;

  CapitatedLines(
      Claims claims,
      ClaimsAtPayer atPayer,
      Payers payers,
      PayerContracts contracts,
      CodeSets codeSets,
      JdbcClient jdbc,
      JsonColumns json) {
    this.claims = claims;
    this.atPayer = atPayer;
    this.payers = payers;
    this.contracts = contracts;
    this.medicare = new InstalledFees(codeSets);
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The matches of payments, with what is paid by the month marked on their claims.
  List<ClaimMatch> marked(List<ClaimPayment> payments, List<ClaimMatch> matches) {
    var all = new ArrayList<ClaimMatch>(matches.size());
    for (int i = 0; i < matches.size(); i++) {
      var match = matches.get(i);
      var claim = match.claim();
      all.add(
          claim == null
              ? match
              : new ClaimMatch(marked(payments.get(i), claim), match.how(), match.reason()));
    }
    return all;
  }

  /// The claim of a payment, with what is paid by the month marked on it.
  PayableClaim marked(ClaimPayment payment, PayableClaim claim) {
    if (payment.isReversal()
        || payment.status() == ClaimPaymentStatus.PREDETERMINATION
        || claim.follows() != null
        || payment.allAdjustments().stream().noneMatch(AdjustmentKind::isOfCapitation)
        || !claim.capitated().isEmpty()
        || isLeftOpen(claim)) {
      return claim;
    }
    var contract = contracts.on(payers.get(claim.payerId()), claim.servedFrom());
    if (contract.isEmpty()) return claim;
    var lines = lines(contract.get(), claims.get(claim.id()).snapshot());
    if (lines.isEmpty()) return claim;
    atPayer.capitated(claim.id(), lines);
    return claim.withCapitated(lines);
  }

  private Set<Integer> lines(Contract contract, Claim billed) {
    var lines = new TreeSet<Integer>();
    var stay = HospitalStay.of(billed).orElse(null);
    for (Expectation one : contract.expect(ContractLine.of(billed), stay, medicare)) {
      if (contract.isCapitated(one)) lines.add(one.number());
    }
    return lines;
  }

  /// Whether an earlier decision said so before the contract did: that stays as it was posted.
  private boolean isLeftOpen(PayableClaim claim) {
    return jdbc
        .sql(
            """
            select adjustments::text from line_adjudication where claim_id = :claim
            union all
            select adjustments::text from claim_payment where claim_id = :claim
            """)
        .param("claim", claim.id().value())
        .query(String.class)
        .list()
        .stream()
        .flatMap(stored -> json.readList(stored, Adjustment.class).stream())
        .anyMatch(AdjustmentKind::isOfCapitation);
  }
}

package org.cleanclaim.app.underpayment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the payer's contract allows for a claim as it was billed: by fee, by day, as a case, by
/// DRG, as a share of charges or of Medicare's price. A payer that comes after another one has
/// agreed to nothing of its own: it allows by what that one left.
@Component
@Transactional(readOnly = true)
public class AgreedAmounts {

  /// What a contract gives for a claim.
  ///
  /// @param lines by their numbers; a line without price is not among them
  /// @param whole for all lines together; null when one of them has no price
  public record Agreed(Map<Integer, Expectation.Allowed> lines, @Nullable Money whole) {
    static final Agreed NOTHING = new Agreed(Map.of(), null);

    public Agreed {
      lines = Map.copyOf(lines);
    }

    public Optional<Expectation.Allowed> line(@Nullable Integer number) {
      return number == null ? Optional.empty() : Optional.ofNullable(lines.get(number));
    }
  }

  private final Payers payers;
  private final PayerContracts contracts;
  private final InstalledFees medicare;

  AgreedAmounts(Payers payers, PayerContracts contracts, CodeSets codeSets) {
    this.payers = payers;
    this.contracts = contracts;
    this.medicare = new InstalledFees(codeSets);
  }

  public Agreed of(BilledClaim claim) {
    if (claim.following() != null) return Agreed.NOTHING;
    var contract = contracts.on(payers.get(claim.payerId()), claim.servedFrom());
    if (contract.isEmpty()) return Agreed.NOTHING;
    var lines = new LinkedHashMap<Integer, Expectation.Allowed>();
    Money whole = Money.ZERO;
    boolean isWhole = true;
    var snapshot = claim.snapshot();
    var stay = HospitalStay.of(snapshot).orElse(null);
    for (var one : contract.get().expect(ContractLine.of(snapshot), stay, medicare)) {
      switch (one) {
        case Expectation.Allowed allowed -> {
          lines.put(allowed.number(), allowed);
          whole = whole.plus(allowed.allowed());
        }
        case Expectation.Unpriced _ -> isWhole = false;
      }
    }
    return new Agreed(lines, isWhole ? whole : null);
  }
}

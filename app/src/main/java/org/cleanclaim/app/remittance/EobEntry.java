package org.cleanclaim.app.remittance;

import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.ClaimsAtPayer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.BalanceProof.Equation;
import org.springframework.stereotype.Component;

/// Takes explanations of benefits that somebody types. What does not add up goes back to who typed
/// it, with each sum that differs; nothing is kept of it.
@Component
public class EobEntry {
  /// What came of it.
  public sealed interface Result {
    /// Taken as any remittance is.
    record Taken(PostResult result) implements Result {}

    /// Sums that differ from what was typed.
    record DoesNotAddUp(List<Equation> failures) implements Result {
      public DoesNotAddUp {
        failures = List.copyOf(failures);
      }
    }
  }

  private final Payers payers;
  private final Organizations organizations;
  private final ClaimsAtPayer claims;
  private final Remittances remittances;

  EobEntry(
      Payers payers, Organizations organizations, ClaimsAtPayer claims, Remittances remittances) {
    this.payers = payers;
    this.organizations = organizations;
    this.claims = claims;
    this.remittances = remittances;
  }

  /// @throws RemittanceRefusal naming the field that cannot be read
  public Result post(TypedEob eob) {
    var payer =
        payers
            .named(eob.payerId(), "")
            .orElseThrow(() ->
                new RemittanceRefusal(
                    "There is no payer %s in the directory.".formatted(eob.payerId())));
    var practice = organizations.current();
    if (eob.isEmpty()) {
      throw new RemittanceRefusal("Nothing is entered: at least one claim is needed.");
    }
    var remittance =
        eob.remittance(payer.name(), practice.name(), practice.npi().value(), billed(eob));
    var proof = BalanceProof.of(remittance);
    if (!proof.holds()) return new Result.DoesNotAddUp(proof.failures());
    return new Result.Taken(remittances.postTyped(remittance));
  }

  private BilledUnits billed(TypedEob eob) {
    var numbers =
        eob.claims().stream()
            .map(TypedEob.TypedClaim::claim)
            .filter(Objects::nonNull)
            .map(String::strip)
            .toList();
    return new BilledUnits(claims.numbered(numbers));
  }
}

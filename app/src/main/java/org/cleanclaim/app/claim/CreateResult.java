package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.claim.CreateResult.Created;
import org.cleanclaim.app.claim.CreateResult.NotBillable;
import org.cleanclaim.app.claim.CreateResult.SelfPay;

/// What came of billing an encounter.
public sealed interface CreateResult permits Created, SelfPay, NotBillable {

  /// Claims to the primary payer, scrubbed: each is ready or held.
  ///
  /// @param further the other parts, where one claim cannot carry all charges
  record Created(BilledClaim claim, List<BilledClaim> further) implements CreateResult {
    public Created {
      further = List.copyOf(further);
    }

    public List<BilledClaim> all() {
      var all = new ArrayList<BilledClaim>();
      all.add(claim);
      all.addAll(further);
      return all;
    }
  }

  /// No coverage on the day: the patient owes the charges.
  record SelfPay() implements CreateResult {}

  /// Something upstream is missing; nothing was made.
  record NotBillable(String message) implements CreateResult {}
}

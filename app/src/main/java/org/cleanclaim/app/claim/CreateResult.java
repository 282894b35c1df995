package org.cleanclaim.app.claim;

import org.cleanclaim.app.claim.CreateResult.Created;
import org.cleanclaim.app.claim.CreateResult.NotBillable;
import org.cleanclaim.app.claim.CreateResult.SelfPay;

/// What came of billing an encounter.
public sealed interface CreateResult permits Created, SelfPay, NotBillable {

  /// A claim to the primary payer, scrubbed: it is ready or held.
  record Created(BilledClaim claim) implements CreateResult {}

  /// No coverage on the day: the patient owes the charges.
  record SelfPay() implements CreateResult {}

  /// Something upstream is missing; nothing was made.
  record NotBillable(String message) implements CreateResult {}
}

package org.cleanclaim.app.ledger;

import org.cleanclaim.kernel.Money;

/// What a payer owed of a claim was given up.
///
/// @param left what the payer still owes of it
public record ClaimWrittenOff(long claimId, Money left) {}

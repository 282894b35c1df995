package org.cleanclaim.app.claim;

/// A correction was given up before a payer had it: the earlier claim stands as before. Told within
/// the transaction that gives it up.
record CorrectionWithdrawn(ClaimId earlier) {}

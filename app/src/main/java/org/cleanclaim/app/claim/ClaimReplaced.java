package org.cleanclaim.app.claim;

/// The payer has taken a correction: it stands in the place of the earlier claim.
public record ClaimReplaced(long claimId, long byClaimId, Correction how) {}

package org.cleanclaim.app.claim;

/// A claim to a next payer gets a correction, which has to tell what the payer before has decided
/// by now.
///
/// @param earlier the claim that the corrected one follows
public record FollowerCorrected(ClaimId earlier) {}

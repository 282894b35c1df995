package org.cleanclaim.app.remittance;

/// A match by hand was undone: the payment decides nothing of the claim.
public record PaymentUnmatched(long organizationId, long claimPaymentId, long claimId) {}

package org.cleanclaim.app.remittance;

/// A remittance has been posted to the ledger.
public record RemittancePosted(long organizationId, long remittanceId) {}

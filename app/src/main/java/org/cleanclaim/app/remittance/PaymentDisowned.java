package org.cleanclaim.app.remittance;

import java.util.UUID;

/// A payment was marked as not ours, or such a mark was taken back.
///
/// @param exceptionId its entry in the queue of exceptions
public record PaymentDisowned(long organizationId, UUID exceptionId) {}

package org.cleanclaim.kernel.remittance;

import java.time.LocalDate;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Money moved at provider level, outside any one claim (a pair of a PLB segment).
///
/// @param reason PLB03-1: WO overpayment recovery, FB forwarding balance, L6 interest, 72
///   authorized return ...
/// @param reference PLB03-2, often the payer's claim number
/// @param amount positive reduces the payment, negative increases it
public record ProviderAdjustment(
    String providerId,
    @Nullable LocalDate fiscalPeriodEnd,
    String reason,
    @Nullable String reference,
    Money amount) {}

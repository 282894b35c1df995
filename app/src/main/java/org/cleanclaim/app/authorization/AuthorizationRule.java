package org.cleanclaim.app.authorization;

import java.util.UUID;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// Codes that a payer pays with an authorization only.
///
/// @param placeOfService two digits; null for every setting
/// @param source where the payer says so
public record AuthorizationRule(
    UUID publicId,
    long payerId,
    String payer,
    ServiceRange codes,
    @Nullable String placeOfService,
    EffectivePeriod period,
    String source,
    String savedBy) {}

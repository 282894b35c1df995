package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a line of a claim used of an authorization.
///
/// @param reversedAt null while it counts
/// @param left units left after this use; null when none are counted, or when it was reversed
public record AuthorizationUse(
    UUID claim,
    String controlNumber,
    int line,
    String procedure,
    LocalDate servedOn,
    BigDecimal units,
    Instant usedAt,
    @Nullable Instant reversedAt,
    @Nullable String reversedWhy,
    @Nullable BigDecimal left) {}

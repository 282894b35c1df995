package org.cleanclaim.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A claim whose payer has been silent for longer than it is used to be.
///
/// @param days since it was sent last
/// @param usualDays in which nine of ten claims of this payer come so far
/// @param habit what those days rest on
/// @param fileBy last day on which the payer takes it
/// @param askedAt when it was asked about last
/// @param answer the payer's last answer in words
public record SilentClaim(
    UUID publicId,
    String controlNumber,
    String payer,
    String payerSlug,
    Money charge,
    LocalDate servedFrom,
    Instant sentAt,
    int days,
    int usualDays,
    Habit habit,
    LocalDate fileBy,
    Silence silence,
    @Nullable Instant askedAt,
    @Nullable String answer) {}

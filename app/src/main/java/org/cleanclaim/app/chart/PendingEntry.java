package org.cleanclaim.app.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that a chart waits for.
///
/// @param note what exactly; empty where the reason says all
/// @param followUpOn the day to ask again, null for none
public record PendingEntry(
    UUID publicId,
    UUID encounterId,
    String visitNumber,
    PendingReason reason,
    String note,
    @Nullable LocalDate followUpOn,
    String addedBy,
    Instant addedAt) {}

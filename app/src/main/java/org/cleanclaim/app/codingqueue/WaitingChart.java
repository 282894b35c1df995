package org.cleanclaim.app.codingqueue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.chart.PendingReason;
import org.jspecify.annotations.Nullable;

/// Something that a chart waits for: what somebody has said, or the answer to a query that was
/// sent.
///
/// @param publicId of what was said, to end it; null for a query
/// @param followUpOn the day to ask again, of a query the day by which its provider answers
/// @param query null for what somebody has said
public record WaitingChart(
    @Nullable UUID publicId,
    UUID encounterId,
    String visitNumber,
    PendingReason reason,
    String note,
    @Nullable LocalDate followUpOn,
    String addedBy,
    Instant addedAt,
    @Nullable UUID query) {}

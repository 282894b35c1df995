package org.cleanclaim.app.codingqueue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// A chart of a work list.
///
/// @param payer of the first coverage on the day of service, null for none
/// @param charges what has been charged so far, null while nothing has
/// @param days since the service
/// @param pending what it waits for, as the names of the reasons; a sent query is one
/// @param followUpOn the first day on which to ask again, or by which a query is to be answered
/// @param late how many late documents nobody has looked at
/// @param escalatedTo with whom an unanswered query is, null for none
/// @param lockedBy who has it open
public record QueueRow(
    long chartId,
    UUID encounterId,
    String visitNumber,
    String patient,
    String provider,
    String setting,
    String specialty,
    LocalDate servedOn,
    int days,
    @Nullable String payer,
    @Nullable Money charges,
    String status,
    @Nullable String coder,
    List<String> pending,
    @Nullable LocalDate followUpOn,
    int late,
    @Nullable String reopenedReason,
    @Nullable String escalatedTo,
    @Nullable String lockedBy) {
  public QueueRow {
    pending = List.copyOf(pending);
  }
}

package org.cleanclaim.app.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail as it is read.
///
/// @param number what people call the record: a claim's control number, a visit's number; else what
///   stands on the trail
/// @param account of the patient whose data it was, or null
/// @param patientId public id of that patient
public record TrailEvent(
    long sequence,
    Instant happenedAt,
    String who,
    String what,
    String kind,
    String number,
    @Nullable String account,
    @Nullable UUID patientId,
    @Nullable String why) {
  @Override
  public String toString() {
    return "TrailEvent[" + sequence + "]";
  }
}

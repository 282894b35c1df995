package org.cleanclaim.kernel.acknowledgment;

import java.time.LocalDateTime;

/// TA1: whether an interchange could be opened at all.
///
/// @param controlNumber ISA13 of the interchange that is answered
/// @param interchangeAt date and time that stand in its ISA, without zone
/// @param code A accepted, E accepted with errors, R rejected
/// @param noteCode TA105, `000` when there is nothing to say
public record InterchangeAcknowledgment(
    String controlNumber, LocalDateTime interchangeAt, String code, String noteCode) {
  public boolean isRejected() {
    return code.equals("R");
  }
}

package org.cleanclaim.x12;

import java.time.LocalDateTime;

/// The outside of an interchange (ISA).
///
/// @param preparedAt date and time in the sender's own zone, to the minute
/// @param controlNumber ISA13, nine digits
/// @param test ISA15 is T
public record Envelope(
    String senderQualifier,
    String senderId,
    String receiverQualifier,
    String receiverId,
    LocalDateTime preparedAt,
    String controlNumber,
    boolean test,
    Separators separators) {

  /// The same with another control number.
  public Envelope numbered(String number) {
    return new Envelope(
        senderQualifier,
        senderId,
        receiverQualifier,
        receiverId,
        preparedAt,
        number,
        test,
        separators);
  }
}

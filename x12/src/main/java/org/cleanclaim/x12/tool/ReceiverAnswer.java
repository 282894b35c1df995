package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import org.cleanclaim.x12.CheckedFile;
import org.cleanclaim.x12.CheckedFile.Answer;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;

/// What the receiver of a file would send back: for each interchange a TA1, and a 999 for its
/// groups, with sender and receiver changed over.
public final class ReceiverAnswer {
  private ReceiverAnswer() {}

  /// Writes the answers one behind the other; nothing when the file held no interchange.
  ///
  /// @param preparedAt in the answering side's zone
  public static void write(CheckedFile checked, LocalDateTime preparedAt, OutputStream out)
      throws IOException {
    int number = 0;
    for (Answer answer : checked.answers()) {
      number++;
      out.write(
          X12Writer.interchangeAcknowledgment(
              envelope(answer.received(), preparedAt, number), answer.interchange()));
      if (answer.groups().isEmpty()) continue;
      number++;
      out.write(
          X12Writer.functionalAcknowledgments(
              envelope(answer.received(), preparedAt, number),
              Integer.toString(number),
              answer.groups()));
    }
  }

  /// The envelope of an answer, with sender and receiver changed over.
  static Envelope envelope(Envelope received, LocalDateTime preparedAt, int number) {
    return new Envelope(
        /* senderQualifier= */ received.receiverQualifier(),
        /* senderId= */ received.receiverId(),
        /* receiverQualifier= */ received.senderQualifier(),
        /* receiverId= */ received.senderId(),
        preparedAt,
        "%09d".formatted(number),
        received.test(),
        separators(received.separators()));
  }

  // The sender's own separators, so that what is quoted from the file fits; the standard ones when
  // the sender's are not fit for a file of version 005010.
  private static Separators separators(Separators received) {
    var completed =
        received.repetition() == Separators.NONE
            ? new Separators(received.element(), received.component(), '^', received.segment())
            : received;
    boolean isFit =
        isPrintable(completed.element())
            && isPrintable(completed.component())
            && isPrintable(completed.repetition())
            && isPrintable(completed.segment());
    return isFit ? completed : Separators.STANDARD;
  }

  private static boolean isPrintable(char separator) {
    return separator > ' ' && separator < 127 && !Character.isLetterOrDigit(separator);
  }
}

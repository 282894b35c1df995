package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;

/// What a check came to: counts, and what a receiver answers. The faults themselves went to the
/// receiver while the file was read.
///
/// @param answers one for each interchange
public record CheckedFile(
    String fileName,
    long bytes,
    long segments,
    long transactions,
    long errors,
    long warnings,
    List<Answer> answers) {
  public CheckedFile {
    answers = List.copyOf(answers);
  }

  public boolean isClean() {
    return errors == 0;
  }

  /// The acknowledgments of one interchange.
  ///
  /// @param groups one 999 for each functional group; none for groups of acknowledgments, which are
  ///   not acknowledged
  public record Answer(
      Envelope received,
      InterchangeAcknowledgment interchange,
      List<FunctionalAcknowledgment> groups) {
    public Answer {
      groups = List.copyOf(groups);
    }
  }
}

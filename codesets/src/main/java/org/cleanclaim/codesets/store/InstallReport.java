package org.cleanclaim.codesets.store;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// What came of an install, file by file.
public record InstallReport(List<Outcome> outcomes) {
  public InstallReport {
    outcomes = List.copyOf(outcomes);
  }

  /// Whether every file was taken or passed over with good reason.
  public boolean isClean() {
    return outcomes.stream().noneMatch(Refused.class::isInstance);
  }

  /// What came of a file, or of one of its tables.
  public sealed interface Outcome {
    /// The file's name.
    String file();
  }

  /// A table is in.
  ///
  /// @param rows rows of the publisher's file
  /// @param billable codes valid for submission among them, 0 where it is no code list
  /// @param sha256 of the publisher's file, as it came
  /// @param replaces the edition of the same day that it takes the place of, or empty
  public record Installed(
      String file,
      PublicationKind kind,
      String edition,
      LocalDate effectiveFrom,
      int rows,
      int billable,
      String sha256,
      String replaces)
      implements Outcome {}

  /// The very same table was in already, or the changes are what the installed lists differ by.
  public record Unchanged(String file, PublicationKind kind, String edition, String reason)
      implements Outcome {}

  /// The file is no code set: a guide, a picture, a note of the publisher.
  public record PassedOver(String file, String reason) implements Outcome {}

  /// Nothing of the file was taken.
  ///
  /// @param line 1-based, 0 when the fault is in no line
  public record Refused(String file, int line, String reason, String remedy) implements Outcome {
    public String message() {
      return line == 0
          ? "%s: %s %s".formatted(file, reason, remedy)
          : "%s, line %d: %s %s".formatted(file, line, reason, remedy);
    }
  }
}

package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;

/// What came of reading a publisher's file.
public sealed interface ReadResult {

  /// The file was read to its end without a fault.
  ///
  /// @param publications often one; a file of HCPCS Level II holds codes and modifiers
  record Read(List<Publication> publications) implements ReadResult {
    public Read {
      publications = List.copyOf(publications);
    }
  }

  /// The file is an addenda list: it changes the order file of the year before into that of the
  /// edition.
  ///
  /// @param kind the order file that it changes
  record Changes(
      PublicationKind kind,
      String edition,
      LocalDate effectiveFrom,
      String source,
      CodeChanges changes)
      implements ReadResult {}

  /// The file is damaged or not what it seems; nothing of it is used.
  ///
  /// @param line 1-based line, or row of a spreadsheet, of the first fault
  /// @param reason one sentence
  /// @param remedy one sentence
  record Refused(String file, int line, String reason, String remedy) implements ReadResult {
    public String message() {
      return "%s, line %d: %s %s".formatted(file, line, reason, remedy);
    }
  }

  /// No layout fits the file, or nothing says from when it holds.
  ///
  /// @param reason one sentence
  /// @param remedy one sentence
  record Unknown(String file, String reason, String remedy) implements ReadResult {
    public String message() {
      return "%s: %s %s".formatted(file, reason, remedy);
    }
  }
}

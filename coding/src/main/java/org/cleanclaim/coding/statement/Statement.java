package org.cleanclaim.coding.statement;

import org.cleanclaim.coding.document.SectionKind;

/// A sentence or line of a note.
///
/// @param section the heading it stands under in lower case, empty before the first
/// @param start of its characters in the text
/// @param end exclusive
/// @param lower its characters in lower case, each at its place, so that an offset in it plus
///   `start` is one of the text; line ends are blanks
/// @param isProblem an item of the assessment that names a problem
public record Statement(
    String section, SectionKind kind, int start, int end, String lower, boolean isProblem) {
  @Override
  public String toString() {
    return "Statement[" + start + "-" + end + "]";
  }
}

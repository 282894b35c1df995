package org.cleanclaim.kernel;

/// Words of a document, by where they stand; the words themselves are patient data and not here.
///
/// @param document the document's id
/// @param start the first character, in UTF-16 characters from 0
/// @param end behind the last character
public record TextSpan(String document, int start, int end) {
  /// The span in words: `characters 12 to 40 of note 1`.
  public String inWords() {
    return "characters " + start + " to " + end + " of " + document;
  }
}

package org.cleanclaim.coding.source;

/// Where a stretch of the text stands in the file it was taken from.
///
/// @param start the first character of the stretch in the text; it reaches to the next passage
/// @param part of the file: a section of a C-CDA document, a resource and its field of FHIR; empty
///   for the file itself
/// @param line of the part, from 1; of a C-CDA document the line of the file
public record Passage(int start, String part, int line) {
  /// In words: `Bundle.entry[2].resource.text.div, line 4`.
  public String inWords() {
    return part.isEmpty() ? "line " + line : part + ", line " + line;
  }
}

package org.cleanclaim.coding.source;

import java.util.List;

/// A section of a structured document with its lines.
///
/// @param title as the document has it
/// @param loinc its code, or empty
/// @param place in the file, for evidence
/// @param line of the file on which it begins, from 1
/// @param depth below the body: 0 for a section, 1 for a section within it
record Part(String title, String loinc, String place, int line, int depth, List<Line> lines) {
  Part {
    lines = List.copyOf(lines);
  }
}

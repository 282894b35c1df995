package org.cleanclaim.workforce.publisher;

import java.util.List;
import org.cleanclaim.codesets.SourceFile;

/// A form of publisher's file, recognised by its heading.
interface FigureForm {
  /// What the form is, in words.
  String title();

  boolean fits(List<String> heading);

  /// Begins a table of this form.
  ///
  /// @param heading in small letters
  FigureRows rows(List<String> heading, SourceFile file);
}

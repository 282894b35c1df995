package org.cleanclaim.codesets;

import java.util.List;

/// An instructional note of the tabular list (ICD-10-CM Official Guidelines, section I.A.10 to
/// I.A.17).
///
/// @param codes the codes or ranges that the note names, without dots: `E09`, `O24-`, `I60-I69`
public record Note(Kind kind, String text, List<String> codes) {
  public Note {
    codes = List.copyOf(codes);
  }

  /// What the note asks for.
  public enum Kind {
    INCLUDES,
    INCLUSION_TERM,
    EXCLUDES1,
    EXCLUDES2,
    CODE_FIRST,
    USE_ADDITIONAL,
    CODE_ALSO,
    SEVENTH_CHARACTER,
    NOTE
  }
}

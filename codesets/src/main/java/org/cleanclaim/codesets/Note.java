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

  /// Whether the note names the code: by itself, by a category above it, or within a range.
  public boolean names(String code) {
    for (String named : codes) {
      int dash = named.indexOf('-');
      if (dash > 0 && dash < named.length() - 1) {
        boolean isWithin =
            order(code, named, 0, dash) >= 0 && order(code, named, dash + 1, named.length()) <= 0;
        if (isWithin) return true;
      } else if (code.regionMatches(0, named, 0, dash > 0 ? dash : named.length())) {
        return true;
      }
    }
    return false;
  }

  /// Compares a code with an end of a range, as far as the end has characters.
  private static int order(String code, String named, int from, int until) {
    for (int i = 0; i < until - from; i++) {
      if (i == code.length()) return -1;
      int difference = code.charAt(i) - named.charAt(from + i);
      if (difference != 0) return difference;
    }
    return 0;
  }

  /// What the note asks for.
  public enum Kind {
    INCLUDES("Includes"),
    INCLUSION_TERM("Also"),
    EXCLUDES1("Excludes1"),
    EXCLUDES2("Excludes2"),
    CODE_FIRST("Code first"),
    USE_ADDITIONAL("Use additional code"),
    CODE_ALSO("Code also"),
    SEVENTH_CHARACTER("7th character"),
    NOTE("Note");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// As the Tabular List prints it.
    public String words() {
      return words;
    }
  }
}

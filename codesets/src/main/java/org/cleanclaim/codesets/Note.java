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
        String first = named.substring(0, dash);
        String last = named.substring(dash + 1);
        if (cut(code, first).compareTo(first) >= 0 && cut(code, last).compareTo(last) <= 0)
          return true;
      } else if (code.startsWith(dash > 0 ? named.substring(0, dash) : named)) {
        return true;
      }
    }
    return false;
  }

  private static String cut(String code, String toLengthOf) {
    return code.length() > toLengthOf.length() ? code.substring(0, toLengthOf.length()) : code;
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

package org.cleanclaim.codesets.publisher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A column that is kept of a table of coverage documents.
///
/// @param name as the file's heading has it, in small letters
/// @param need whether a file without the column is another layout
record CoverageColumn(String name, Form form, Need need) {

  /// Whether the file has to have the column.
  enum Need {
    NEEDED,
    WHERE_GIVEN
  }

  /// What its cells look like.
  enum Form {
    ID("[A-Z]{0,2}[0-9]{1,9}", "number"),
    PROCEDURE("[0-9A-Z]{4,5}", "procedure code"),
    PROCEDURES("[0-9A-Z]{5}([ ;]+[0-9A-Z]{5})*", "list of procedure codes"),
    DIAGNOSIS("[A-Z][0-9A-Z]{2,4}(\\.?[0-9A-Z]{1,4})?", "diagnosis code"),
    DIAGNOSES(
        "(%1$s(-%1$s)?([ ;]+%1$s(-%1$s)?)*)?".formatted("[A-Z][0-9A-Z]{2}(\\.?[0-9A-Z]{1,4})?"),
        "list of diagnosis codes and ranges"),
    STATES("([A-Z]{2}([ ;]+[A-Z]{2})*)?", "list of states"),
    COUNT("([1-9][0-9]{0,4})?", "whole number"),
    DAY("", "day"),
    TEXT("(?s).*", "text"),
    NAME("(?s).+", "text");

    private final Pattern pattern;
    private final String words;

    Form(String regex, String words) {
      this.pattern = Pattern.compile(regex);
      this.words = words;
    }
  }

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})([ T].*)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})( .*)?");

  static CoverageColumn needed(String name, Form form) {
    return new CoverageColumn(name, form, Need.NEEDED);
  }

  static CoverageColumn given(String name, Form form) {
    return new CoverageColumn(name, form, Need.WHERE_GIVEN);
  }

  /// The cell as it is kept: days as `2025-08-14`, all else as it stands.
  String kept(Row row, String cell) throws DamagedFile {
    if (form == Form.DAY) return day(row, cell);
    if (cell.isEmpty() && need == Need.WHERE_GIVEN) return cell;
    if (!form.pattern.matcher(cell).matches()) throw damage(row, cell);
    return cell;
  }

  private String day(Row row, String cell) throws DamagedFile {
    if (cell.isEmpty() || cell.equalsIgnoreCase("N/A")) {
      return "";
    }
    Matcher american = AMERICAN.matcher(cell);
    if (american.matches()) {
      return day(row, cell, american.group(3), american.group(1), american.group(2));
    }
    for (Pattern pattern : new Pattern[] {ISO, COMPACT}) {
      Matcher found = pattern.matcher(cell);
      if (found.matches()) return day(row, cell, found.group(1), found.group(2), found.group(3));
    }
    throw damage(row, cell);
  }

  private String day(Row row, String cell, String year, String month, String day)
      throws DamagedFile {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .toString();
    } catch (DateTimeException e) {
      throw damage(row, cell);
    }
  }

  private DamagedFile damage(Row row, String cell) {
    String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    return row.damage("\"%s\" in the column %s is no %s.".formatted(shown, name, form.words));
  }
}

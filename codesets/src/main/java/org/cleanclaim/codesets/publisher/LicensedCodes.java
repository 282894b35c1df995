package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;

/// CPT codes that the user is licensed for, since they may not be shipped: the AMA's text file
/// (code, tab, descriptor, below lines of preamble), or any delimited file whose heading names a
/// code and a description.
final class LicensedCodes implements Layout {
  static final Pattern CODE = Pattern.compile("\\d{4}[0-9A-Z]");
  private static final Pattern LINE =
      Pattern.compile("(\\d{4}[0-9A-Z])\\t([^\\t]*\\p{L}{3}[^\\t]*)");
  private static final int LAST_HEADING_LINE = 40;
  private static final List<Character> SEPARATORS = List.of('\t', ',', '|', ';');

  @Override
  public boolean fits(Contents file) throws IOException {
    return isText(file) || separator(file).isPresent();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var separator = isText(file) ? Optional.<Character>empty() : separator(file);
    var rows = separator.isPresent() ? table(file, separator.get()) : text(file);
    if (rows.isEmpty()) throw new DamagedFile(1, "The file has no codes.");
    return Layout.one(
        PublicationKind.CPT_CODES,
        dating.calendar(),
        "CPT, licensed to the user, " + file.name(),
        rows.list());
  }

  /// Whether three lines in a row are code, tab, descriptor.
  private static boolean isText(Contents file) {
    int inRow = 0;
    for (String line : file.head().lines().limit(200).toList()) {
      inRow = LINE.matcher(line).matches() ? inRow + 1 : 0;
      if (inRow == 3) return true;
    }
    return false;
  }

  private static CodeRows text(Contents file) throws IOException {
    var rows = new CodeRows();
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        var m = LINE.matcher(line);
        if (m.matches()) {
          String title = Xml.collapse(m.group(2));
          rows.add(
              new CodeList.Row(m.group(1), title, "", true, null, null, Map.of()), lines.number());
        } else if (!rows.isEmpty() && !line.isBlank()) {
          throw lines.damage("The line is not a code, a tab and a descriptor.");
        }
      }
    }
    return rows;
  }

  /// The separator with which a heading near the top names a code and a description, above a row
  /// that has both.
  private static Optional<Character> separator(Contents file) throws IOException {
    if (Workbook.is(file)) return Optional.empty();
    for (char separator : SEPARATORS) {
      if (file.head().indexOf(separator) < 0) continue;
      try (var rows = Csv.any(file, separator)) {
        var heading = heading(rows);
        Row first = heading.isEmpty() ? null : rows.next();
        if (first != null && heading.get().isCode(first)) return Optional.of(separator);
      } catch (DamagedFile e) {
        // another separator may fit
      }
    }
    return Optional.empty();
  }

  private static Optional<LicensedHeading> heading(Csv rows) throws IOException {
    for (Row row = rows.next(); row != null && row.line() <= LAST_HEADING_LINE; row = rows.next()) {
      var heading = LicensedHeading.of(row);
      if (heading.isPresent()) return heading;
    }
    return Optional.empty();
  }

  private static CodeRows table(Contents file, char separator) throws IOException {
    var rows = new CodeRows();
    try (var csv = Csv.any(file, separator)) {
      var heading = heading(csv);
      if (heading.isEmpty()) throw new DamagedFile(1, "The heading is missing.");
      for (Row row = csv.next(); row != null; row = csv.next()) {
        rows.add(heading.get().read(row), row.line());
      }
    }
    return rows;
  }
}

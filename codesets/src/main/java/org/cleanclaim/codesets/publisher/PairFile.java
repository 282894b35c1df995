package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.PublicationKind;

/// A file of the procedure-to-procedure edits of the National Correct Coding Initiative (CMS): tab
/// separated, some lines of text, a heading that may go over several lines, then code, code, mark
/// of before 1996, first day, last day, modifier indicator and rationale. CMS splits each edition
/// into several files; what the file's name begins with tells whom it is for.
record PairFile(PublicationKind kind, String prefix) implements RuleLayout {
  private static final Pattern VERSION = Pattern.compile("v(\\d\\d)([0-3])r\\d");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]");
  private static final int CELLS = 7;
  private static final int LAST_HEADING_LINE = 40;

  /// The version of the first quarter of 1994 would be 0.0.
  private static final int YEAR_OF_VERSION_0 = 1994;

  @Override
  public boolean fits(Contents file) {
    String head = Table.name(file.head());
    return head.contains("column 1")
        && head.contains("column 2")
        && head.contains("deletion date")
        && file.name().toLowerCase(Locale.ROOT).startsWith(prefix);
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var pairs = new CodePairs.Builder();
    int rows = 0;
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) continue;
        String[] cells = line.split("\t", -1);
        if (rows == 0 && (cells.length < CELLS || !CODE.matcher(cells[0].strip()).matches())) {
          if (lines.number() > LAST_HEADING_LINE) {
            throw lines.damage("No row with a pair of codes follows the heading.");
          }
          continue;
        }
        add(pairs, cells, lines);
        rows++;
      }
      lines.requireEnded();
    } catch (IllegalStateException e) {
      throw new DamagedFile(1, "The file has " + e.getMessage() + ".");
    }
    if (rows == 0) throw new DamagedFile(1, "The file has no pairs.");
    return Layout.one(
        kind, edition(file.name(), dating), "CMS NCCI edits " + file.name(), pairs.build());
  }

  private static void add(CodePairs.Builder pairs, String[] cells, Lines lines) throws DamagedFile {
    if (cells.length != CELLS) {
      throw lines.damage("The row has %d cells instead of %d.".formatted(cells.length, CELLS));
    }
    String first = code(cells[0], lines);
    String second = code(cells[1], lines);
    if (first.equals(second)) throw lines.damage("The code " + first + " is paired with itself.");
    int from = day(cells[3], lines);
    int until = day(cells[4], lines);
    if (until != CodePairs.OPEN && from > until) {
      throw lines.damage("The pair ends before it begins.");
    }
    String indicator = cells[5].strip();
    if (!indicator.matches("[019]")) {
      throw lines.damage("\"" + indicator + "\" is no modifier indicator (0, 1 or 9).");
    }
    pairs.add(first, second, from, until, indicator.charAt(0) - '0', cells[6].strip());
  }

  private static String code(String cell, Lines lines) throws DamagedFile {
    String code = cell.strip();
    if (!CODE.matcher(code).matches()) {
      throw lines.damage("\"" + code + "\" is no procedure code.");
    }
    return code;
  }

  private static int day(String cell, Lines lines) throws DamagedFile {
    String day = cell.strip();
    if (day.isEmpty() || day.equals("*")) return CodePairs.OPEN;
    return Days.of(day).orElseThrow(() -> lines.damage("\"" + day + "\" is no day (YYYYMMDD)."));
  }

  /// The quarter of the file's version: `v302` is the third of 2024.
  private static Edition edition(String name, Dating dating) throws UnknownFile {
    var version = VERSION.matcher(name.toLowerCase(Locale.ROOT));
    if (dating.stated() == null && NamedDate.in(name).isEmpty() && version.find()) {
      return Edition.ofMonth(
          LocalDate.of(
              YEAR_OF_VERSION_0 + Integer.parseInt(version.group(1)),
              Integer.parseInt(version.group(2)) * 3 + 1,
              1));
    }
    return dating.quarterly();
  }
}

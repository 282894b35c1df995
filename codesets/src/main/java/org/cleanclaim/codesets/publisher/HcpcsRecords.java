package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeList;
import org.jspecify.annotations.Nullable;

/// HCPCS Level II in CMS's record layout of 320 columns: 1-5 code (modifiers in 4-5), 6-10
/// sequence, 11 record id (3 and 7 first line of a code and of a modifier, 4 and 8 further lines of
/// its long description), 12-91 long description, 92-119 short description, then pricing, coverage
/// and dates. Disclaimers come before the records.
final class HcpcsRecords implements Layout {
  private static final int WIDTH = 320;
  private static final int ACTION = 293;
  private static final Pattern START =
      Pattern.compile("(?:[A-Z]\\d{4}|   [A-Z0-9]{2})\\d{5}[3478].*");

  @Override
  public boolean fits(Contents file) {
    return file.head().lines().anyMatch(l -> l.length() > WIDTH - 30 && START.matcher(l).matches());
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var codes = new CodeRows();
    var modifiers = new CodeRows();
    OpenRecord open = null;
    boolean hasBegun = false;
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        hasBegun = hasBegun || START.matcher(line).matches();
        if (!hasBegun || line.isBlank()) continue;
        check(line, lines);
        char id = line.charAt(10);
        if (id == '3' || id == '7') {
          add(open, codes, modifiers);
          open = new OpenRecord(line, lines.number());
        } else if (open == null || !open.goesOnWith(line)) {
          throw lines.damage("The line goes on with a code that is not the one before.");
        } else {
          open.goOn(line);
        }
      }
      lines.requireEnded();
    }
    add(open, codes, modifiers);
    return HcpcsRow.result(codes, modifiers, file, dating);
  }

  /// CMS leaves off blanks at the end of some further lines; a first line reaches to its action
  /// code.
  private static void check(String line, Lines lines) throws DamagedFile {
    if (!START.matcher(line).matches()) {
      throw lines.damage("The record does not begin with code, sequence and record id.");
    }
    boolean isFirst = line.charAt(10) == '3' || line.charAt(10) == '7';
    if (line.length() > WIDTH || (isFirst && line.length() < ACTION)) {
      throw lines.damage("The record has %d columns instead of 320.".formatted(line.length()));
    }
  }

  private static void add(@Nullable OpenRecord open, CodeRows codes, CodeRows modifiers)
      throws DamagedFile {
    if (open != null) (open.isModifier() ? modifiers : codes).add(open.row(), open.number);
  }

  /// A first line and the description that further lines add to.
  private static final class OpenRecord {
    private final String line;
    private final int number;
    private final StringBuilder title;

    OpenRecord(String line, int number) {
      this.line = line;
      this.number = number;
      this.title = new StringBuilder(cell(12, 91));
    }

    boolean isModifier() {
      return line.charAt(10) == '7';
    }

    boolean goesOnWith(String next) {
      return next.startsWith(line.substring(0, 5)) && next.charAt(10) == line.charAt(10) + 1;
    }

    void goOn(String next) {
      title.append(' ').append(next, 11, Math.min(91, next.length()));
    }

    CodeList.Row row() throws DamagedFile {
      return new HcpcsRow(cell(1, 5), number)
          .with("coverage", cell(230, 230))
          .with("pricing", cells(120, 4, 2))
          .with("multiple_pricing", cell(128, 128))
          .with("betos", cell(257, 259))
          .with("tos", cells(261, 5, 1))
          .with("asc_group", cell(231, 232))
          .with("statute", cell(171, 180))
          .with("lab_certification", cells(181, 8, 3))
          .with("cross_reference", cells(205, 5, 5))
          .withUnits(cell(266, 268))
          .with("action", cell(293, 293))
          .with("processing_note", cell(253, 256))
          .row(title.toString(), cell(92, 119), cell(269, 276), cell(277, 284), cell(285, 292));
    }

    /// The columns from first to last, counted from 1.
    private String cell(int first, int last) {
      return line.substring(Math.min(first - 1, line.length()), Math.min(last, line.length()))
          .strip();
    }

    private String cells(int first, int count, int width) {
      var cells = new StringBuilder();
      for (int i = 0; i < count; i++) {
        String cell = cell(first + i * width, first + (i + 1) * width - 1);
        if (!cell.isEmpty()) cells.append(' ').append(cell);
      }
      return cells.toString().strip();
    }
  }
}

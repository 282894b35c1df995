package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// Claim adjustment reason codes and remittance advice remark codes in one file, with the days on
/// which they start and stop. The few group codes in it are left out: the program knows them.
final class ReasonAndRemarkCsv implements Layout {
  private static final Pattern REASON = Pattern.compile("[A-Z]?\\d{1,3}");
  private static final Pattern REMARK = Pattern.compile("(?:M|MA|N)\\d{1,4}");

  @Override
  public boolean fits(Contents file) {
    return Table.isHeading(
        file.firstLine(), "code,type,description,usage,notes,start_date,last_modified,end_date");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var reasons = new CodeRows();
    var remarks = new CodeRows();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        switch (table.cell(row, "type")) {
          case "CARC" -> reasons.add(read(table, row, REASON), row.line());
          case "RARC" -> remarks.add(read(table, row, REMARK), row.line());
          case "Group" -> {}
          default -> throw row.damage("The type is none of CARC, RARC and Group.");
        }
      }
    }
    if (reasons.isEmpty() || remarks.isEmpty()) {
      throw new DamagedFile(1, "The file lacks the reason codes or the remark codes.");
    }
    Edition edition = dating.calendar();
    String source = "Reason and remark codes " + file.name();
    return new ReadResult.Read(
        List.of(
            Layout.publication(PublicationKind.CARCS, edition, source, reasons.list()),
            Layout.publication(PublicationKind.RARCS, edition, source, remarks.list())));
  }

  private static CodeList.Row read(Table table, Row row, Pattern shape) throws DamagedFile {
    String code = table.cell(row, "code");
    if (!shape.matcher(code).matches()) throw row.damage("\"" + code + "\" is no such code.");
    String title = Xml.collapse(table.cell(row, "description"));
    if (title.isEmpty()) throw row.damage("The description is missing.");
    Map<String, String> attributes = new HashMap<>();
    for (String column : List.of("usage", "notes")) {
      String text = Xml.collapse(table.cell(row, column));
      if (!text.isEmpty()) attributes.put(column, text);
    }
    return new CodeList.Row(code, title, "", true, null, period(table, row), attributes);
  }

  /// From the start to the day before the stop date, on which the code may no longer be used.
  private static @Nullable EffectivePeriod period(Table table, Row row) throws DamagedFile {
    LocalDate from = day(table, row, "start_date");
    LocalDate until = day(table, row, "end_date");
    if (from == null && until == null) return null;
    if (from == null) throw row.damage("The code has an end but no start.");
    if (until != null && until.isBefore(from)) throw row.damage("The end is before the start.");
    return new EffectivePeriod(from, until);
  }

  private static @Nullable LocalDate day(Table table, Row row, String column) throws DamagedFile {
    String cell = table.cell(row, column);
    if (cell.isEmpty()) return null;
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeException e) {
      throw row.damage("\"" + cell + "\" is no date.");
    }
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// Addendum E of the physician fee schedule as CSV: the cost indices of each locality. Its heading
/// names the year.
final class CostIndexCsv implements RuleLayout {
  static final List<String> COLUMNS =
      List.of("mac", "state", "locality", "name", "work", "pe", "mp");
  private static final Pattern HEADING =
      Pattern.compile(
          "medicare administrative contractor.*,(20\\d\\d) pw gpci.*pe gpci.*mp gpci.*");

  @Override
  public PublicationKind kind() {
    return PublicationKind.MPFS_GPCI;
  }

  @Override
  public boolean fits(Contents file) {
    return file.head()
        .lines()
        .anyMatch(line -> HEADING.matcher(line.toLowerCase(Locale.ROOT)).matches());
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    Integer year = null;
    try (var csv = Csv.whole(file, ',')) {
      for (Row row = csv.next(); row != null; row = csv.next()) {
        if (year == null) year = year(row);
        else if (row.cell(0).matches("\\d{4,5}")) rows.add(cells(row));
      }
    }
    if (year == null || rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    LocalDate from = dating.stated() == null ? LocalDate.of(year, 1, 1) : dating.stated();
    return Layout.one(
        kind(),
        new Edition(String.valueOf(from.getYear()), from),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("indices", COLUMNS, rows)));
  }

  private static @Nullable Integer year(Row row) {
    Matcher heading = HEADING.matcher(String.join(",", row.cells()).toLowerCase(Locale.ROOT));
    return heading.matches() ? Integer.valueOf(heading.group(1)) : null;
  }

  private static List<String> cells(Row row) throws DamagedFile {
    var cells = new ArrayList<String>();
    for (int i = 0; i < COLUMNS.size(); i++) cells.add(row.cell(i));
    for (int i = 4; i < 7; i++) {
      if (!cells.get(i).matches("\\d(\\.\\d{1,3})?")) {
        throw row.damage("\"%s\" is no cost index.".formatted(cells.get(i)));
      }
    }
    return List.copyOf(cells);
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The wage index file of ambulatory surgical centers with the names of the areas; its heading
/// names the year: `CBSA,CBSA Name,WI26`. Names are left out.
final class SurgeryWageCsv implements RuleLayout {
  private static final Pattern HEADING =
      Pattern.compile("(?i)\"?cbsa\"?,\"?cbsa name\"?,\"?wi([0-9]{2})\"?,*");

  @Override
  public PublicationKind kind() {
    return PublicationKind.ASC_WAGES;
  }

  @Override
  public boolean fits(Contents file) {
    return HEADING.matcher(file.firstLine().strip()).matches();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = Csv.whole(file, ',')) {
      csv.next(); // the heading, by which the file was recognised
      for (Row row = csv.next(); row != null; row = csv.next()) {
        String area = row.cell(0).strip();
        String index = row.cells().size() < 3 ? "" : row.cell(2).strip();
        if (!area.matches("[0-9]{2}|[0-9]{5}") || !index.matches("[0-9](\\.[0-9]{1,6})?")) {
          throw row.damage("An area of two or five digits with its index is expected.");
        }
        rows.add(List.of(area, index));
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.stated() == null ? year(file) : dating.calendar(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("wages", List.of("cbsa", "wage_index"), rows)));
  }

  private static Edition year(Contents file) {
    Matcher heading = HEADING.matcher(file.firstLine().strip());
    int year = heading.matches() ? 2000 + Integer.parseInt(heading.group(1)) : 2000;
    return Edition.ofMonth(LocalDate.of(year, 1, 1));
  }
}

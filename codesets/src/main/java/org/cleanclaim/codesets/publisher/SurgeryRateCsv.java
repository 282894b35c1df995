package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The rates of surgical centers by code, out of Addenda AA, BB and FF. The addenda's footnotes,
/// which such extracts carry along as rows, are left out: they have no payment indicator and no
/// rate.
final class SurgeryRateCsv implements RuleLayout {
  private static final List<String> COLUMNS =
      List.of("hcpcs", "addendum", "indicator", "rate", "subject_to_discount", "device_offset");
  private static final Pattern FOOTNOTE = Pattern.compile("NOTE\\b.*|\\S+\\s+\\S+\\s.*");
  private static final String AMOUNT = "[0-9]{1,7}(\\.[0-9]+)?";
  private static final List<String> CHECKS =
      List.of("[0-9A-Z]{5}", "AA|BB", "([A-Za-z][0-9])?", AMOUNT, "[01]", "(" + AMOUNT + ")?");

  @Override
  public PublicationKind kind() {
    return PublicationKind.ASC_RATES;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name(String.join(",", COLUMNS)));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = Csv.whole(file, ',')) {
      csv.next(); // the heading, by which the file was recognised
      for (Row row = csv.next(); row != null; row = csv.next()) {
        if (!isFootnote(row)) rows.add(checked(row));
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("rates", COLUMNS, rows)));
  }

  private static boolean isFootnote(Row row) {
    return FOOTNOTE.matcher(row.cell(0)).matches();
  }

  private static List<String> checked(Row row) throws DamagedFile {
    if (row.cells().size() != COLUMNS.size()) {
      throw row.damage(
          "The row has %d cells instead of %d.".formatted(row.cells().size(), COLUMNS.size()));
    }
    var cells = new ArrayList<String>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (!row.cell(i).matches(CHECKS.get(i))) {
        throw row.damage(
            "\"%s\" is no value of the column %s.".formatted(row.cell(i), COLUMNS.get(i)));
      }
      cells.add(row.cell(i));
    }
    return List.copyOf(cells);
  }
}

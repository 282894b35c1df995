package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// Addendum B of the outpatient rule as a comma-separated extract: code, status indicator and
/// unadjusted rate. What stands there as description is left out.
final class OutpatientRateCsv implements RuleLayout {
  private static final List<String> HEADING =
      List.of(
          "HCPCSCode", "ShortDescriptor", "StatusIndicator", "PaymentRate", "Changed?", "Source");
  private static final char NO_BREAK = '\u00A0';
  private static final List<String> COLUMNS = List.of("hcpcs", "indicator", "rate");

  @Override
  public PublicationKind kind() {
    return PublicationKind.OPPS_RATES;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name(String.join(",", HEADING)));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = Csv.whole(file, ',')) {
      csv.next(); // the heading, by which the file was recognised
      for (Row row = csv.next(); row != null; row = csv.next()) rows.add(checked(row));
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.quarterly(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("rates", COLUMNS, rows)));
  }

  private static List<String> checked(Row row) throws DamagedFile {
    if (row.cells().size() < 4) {
      throw row.damage("The row has %d cells; it needs four.".formatted(row.cells().size()));
    }
    String code = row.cell(0).replace(NO_BREAK, ' ').strip();
    String indicator = row.cell(2).strip();
    String rate = row.cell(3).strip().replaceAll("[$,]", "");
    if (!code.matches("[0-9A-Z]{5}")) throw row.damage("\"%s\" is no HCPCS code.".formatted(code));
    if (!indicator.matches("[A-Z][0-9]?")) {
      throw row.damage("\"%s\" is no status indicator.".formatted(indicator));
    }
    if (!rate.matches("([0-9]{1,7}(\\.[0-9]+)?)?")) {
      throw row.damage("\"%s\" is no dollar amount.".formatted(rate));
    }
    return List.of(code, indicator, rate);
  }
}

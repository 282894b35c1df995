package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The anesthesia conversion factors of CMS by locality, as CSV.
final class AnesthesiaFactorCsv implements RuleLayout {
  private static final List<String> COLUMNS = List.of("mac", "locality", "factor");

  @Override
  public PublicationKind kind() {
    return PublicationKind.MPFS_ANESTHESIA;
  }

  @Override
  public boolean fits(Contents file) {
    return file.firstLine()
        .toLowerCase(Locale.ROOT)
        .matches("contractor,locality,locality name,.*anes.* cf.*");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        if (!row.cell(0).matches("\\d{4,5}")) continue;
        if (!row.cell(3).matches("\\d{1,3}\\.\\d{1,4}")) {
          throw row.damage("\"%s\" is no conversion factor.".formatted(row.cell(3)));
        }
        rows.add(List.of(row.cell(0), row.cell(1), row.cell(3)));
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("factors", COLUMNS, rows)));
  }
}

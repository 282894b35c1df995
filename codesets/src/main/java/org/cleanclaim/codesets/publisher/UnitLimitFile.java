package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// Medically unlikely edits (CMS): code, units, adjudication indicator and rationale, below a cell
/// of copyright text that some copies lack. The heading says whose services they limit.
///
/// @param services how the heading of the units begins: `Practitioner Services`
record UnitLimitFile(PublicationKind kind, String services) implements RuleLayout {
  /// Columns of the table that is made: `code`, `units`, `mai`, `rationale`.
  static final List<String> COLUMNS = List.of("code", "units", "mai", "rationale");

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]");

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.head()).contains(heading());
  }

  private String heading() {
    return Table.name(services + " MUE Values");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    var codes = new HashSet<String>();
    try (var csv = Csv.whole(file, ',')) {
      boolean isBelowHeading = false;
      for (Row row = csv.next(); row != null; row = csv.next()) {
        if (!isBelowHeading) {
          isBelowHeading = Table.name(row.cell(1)).equals(heading());
          continue;
        }
        rows.add(limit(row, codes));
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind,
        dating.quarterly(),
        "CMS medically unlikely edits " + file.name(),
        RuleTables.of(new RuleTables.Table("limits", COLUMNS, rows)));
  }

  private static List<String> limit(Row row, HashSet<String> codes) throws DamagedFile {
    String code = row.cell(0);
    if (!CODE.matcher(code).matches()) {
      throw row.damage("\"" + code + "\" is no procedure code.");
    }
    if (!codes.add(code)) throw row.damage("The code " + code + " occurs a second time.");
    if (!row.cell(1).matches("\\d{1,6}")) {
      throw row.damage("\"" + row.cell(1) + "\" is no number of units.");
    }
    if (!row.cell(2).matches("[123]\\b.*")) {
      throw row.damage("\"" + row.cell(2) + "\" is no adjudication indicator (1, 2 or 3).");
    }
    return List.of(code, row.cell(1), row.cell(2).substring(0, 1), row.cell(3));
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The names of the condition categories of all models. The last line may come without a line end;
/// that the file is whole shows in its last cell, the eight characters of the CMS program that
/// holds the label.
final class RiskLabelCsv implements RuleLayout {
  private static final List<String> COLUMNS =
      List.of("cc", "label", "model_domain", "model_version", "model_fullname");

  @Override
  public PublicationKind kind() {
    return PublicationKind.RISK_MODELS;
  }

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine()).equals(Table.name(String.join(",", COLUMNS)));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var table = Table.of(Csv.any(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        if (!row.cell(0).matches("[A-Za-z]*[0-9]{1,3}")) {
          throw row.damage("\"%s\" is no condition category.".formatted(row.cell(0)));
        }
        if (!row.cell(4).matches("[A-Z0-9]{8}")) {
          throw row.damage("The line ends early or names no program of CMS.");
        }
        rows.add(row.cells());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.calendar(),
        "CMS risk adjustment " + file.name(),
        RuleTables.of(new RuleTables.Table("labels", COLUMNS, rows)));
  }
}

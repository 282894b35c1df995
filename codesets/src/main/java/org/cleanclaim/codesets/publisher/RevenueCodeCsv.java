package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Revenue codes of institutional claims as rows `revenue_center_code, description`. The official
/// wording belongs to the NUBC; a practice loads what it is licensed to use. Reserved groups such
/// as `123X` are left out.
final class RevenueCodeCsv implements Layout {
  @Override
  public boolean fits(Contents file) {
    return Table.isHeading(file.firstLine(), "revenue_center_code,description");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new CodeRows();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        String code = row.cell(0);
        if (code.matches("\\d{3}X")) continue;
        if (!code.matches("\\d{4}")) throw row.damage("\"" + code + "\" is no revenue code.");
        if (row.cell(1).isEmpty()) throw row.damage("The description is missing.");
        rows.add(
            new CodeList.Row(code, Xml.collapse(row.cell(1)), "", true, null, null, Map.of()),
            row.line());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The list has no codes.");
    return Layout.one(
        PublicationKind.REVENUE_CODES,
        dating.calendar(),
        "Revenue codes " + file.name(),
        rows.list());
  }
}

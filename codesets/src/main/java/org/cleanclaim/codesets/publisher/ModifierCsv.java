package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Modifiers as rows `modifier, level, description`. The wording of CPT modifiers is not free, so
/// those without a description are called by their code.
final class ModifierCsv implements Layout {
  @Override
  public boolean fits(Contents file) {
    return Table.isHeading(file.firstLine(), "modifier,level,description");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new CodeRows();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        String code = row.cell(0);
        String owner = row.cell(1);
        if (!code.matches("[A-Z0-9]{2}")) throw row.damage("\"" + code + "\" is no modifier.");
        if (!owner.equals("CPT") && !owner.equals("HCPCS")) {
          throw row.damage("The level is neither CPT nor HCPCS.");
        }
        String title = row.cell(2).isEmpty() ? "Modifier " + code : row.cell(2);
        var before = rows.get(code);
        boolean isAgain = before != null && (row.cell(2).isEmpty() || before.title().equals(title));
        if (isAgain) continue;
        rows.add(
            new CodeList.Row(code, title, "", true, null, null, Map.of("owner", owner)),
            row.line());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The list has no modifiers.");
    return Layout.one(
        PublicationKind.MODIFIERS, dating.calendar(), "Modifiers " + file.name(), rows.list());
  }
}

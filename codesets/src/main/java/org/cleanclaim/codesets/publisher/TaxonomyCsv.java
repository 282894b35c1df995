package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The provider taxonomy of the NUCC. Version 24.0 holds from January 2024, version 24.1 from July.
final class TaxonomyCsv implements Layout {
  private static final Pattern VERSION = Pattern.compile("taxonomy_(\\d\\d)([01])(?!\\d)");
  private static final List<String> ATTRIBUTES =
      List.of("grouping", "classification", "specialization", "definition", "notes", "section");

  @Override
  public boolean fits(Contents file) {
    return Table.name(file.firstLine().replace("\"", ""))
        .startsWith("code,grouping,classification,specialization,definition,notes");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new CodeRows();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        rows.add(read(table, row), row.line());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The taxonomy has no codes.");
    return Layout.one(
        PublicationKind.TAXONOMY,
        edition(dating),
        "NUCC provider taxonomy " + file.name(),
        rows.list());
  }

  private static CodeList.Row read(Table table, Row row) throws DamagedFile {
    String code = row.cell(0);
    if (!code.matches("[0-9A-Z]{9}X")) throw row.damage("\"" + code + "\" is no taxonomy code.");
    Map<String, String> attributes = new HashMap<>();
    for (String column : ATTRIBUTES) {
      String text = Xml.collapse(table.cell(row, column));
      if (!text.isEmpty()) attributes.put(column, text);
    }
    String title = table.cell(row, "display name");
    if (title.isEmpty()) title = table.cell(row, "specialization");
    if (title.isEmpty()) title = table.cell(row, "classification");
    if (title.isEmpty()) throw row.damage("The code has no name.");
    return new CodeList.Row(code, Xml.collapse(title), "", true, null, null, attributes);
  }

  private static Edition edition(Dating dating) throws UnknownFile {
    Matcher m = VERSION.matcher(dating.file());
    if (!m.find()) return dating.calendar();
    int month = m.group(2).equals("0") ? 1 : 7;
    LocalDate day = LocalDate.of(2000 + Integer.parseInt(m.group(1)), month, 1);
    return new Edition(
        m.group(1) + "." + m.group(2), dating.stated() == null ? day : dating.stated());
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The place of service codes of CMS as rows `pos_code, facility_type, name, description`.
/// Unassigned codes are left out.
final class PlaceOfServiceCsv implements Layout {
  @Override
  public boolean fits(Contents file) {
    return Table.isHeading(file.firstLine(), "pos_code,facility_type,name,description");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new CodeRows();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        String code = row.cell(0);
        if (!code.matches("\\d\\d(?:-\\d\\d)?")) {
          throw row.damage("\"" + code + "\" is no place of service.");
        }
        if (row.cell(2).equals("Unassigned")) continue;
        String facility =
            switch (row.cell(1)) {
              case "Facility" -> "1";
              case "Non-Facility" -> "0";
              default -> throw row.damage("The place is neither facility nor non-facility.");
            };
        if (code.length() != 2 || row.cell(2).isEmpty()) {
          throw row.damage("The place has no code or no name.");
        }
        var attributes = Map.of("facility", facility, "description", Xml.collapse(row.cell(3)));
        rows.add(new CodeList.Row(code, row.cell(2), "", true, null, null, attributes), row.line());
      }
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The list has no places.");
    return Layout.one(
        PublicationKind.PLACES_OF_SERVICE,
        dating.calendar(),
        "CMS place of service codes " + file.name(),
        rows.list());
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The National Physician Fee Schedule Relative Value File of CMS as CSV: notes, a heading over
/// five lines, then a code or a part of it a row. Descriptions are left out; they are licensed.
final class RelativeValueCsv implements RuleLayout {
  static final List<String> COLUMNS =
      List.of(
          "hcpcs",
          "mod",
          "status",
          "work",
          "pe_nonfac",
          "pe_fac",
          "mp",
          "pctc",
          "global",
          "pre",
          "intra",
          "post",
          "mult",
          "bilat",
          "asst",
          "cosurg",
          "team",
          "endo_base",
          "cf",
          "family",
          "opps_pe_nonfac",
          "opps_pe_fac",
          "opps_mp");
  private static final int[] PLACES = {
    0, 1, 3, 5, 6, 8, 10, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 27, 28, 29, 30
  };
  private static final int WIDTH = 31;

  @Override
  public PublicationKind kind() {
    return PublicationKind.MPFS_RVU;
  }

  @Override
  public boolean fits(Contents file) {
    return file.head()
        .lines()
        .anyMatch(line ->
            line.startsWith("HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,")
                && line.split(",", -1).length == WIDTH);
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = Csv.whole(file, ',')) {
      boolean isBelowHeading = false;
      for (Row row = csv.next(); row != null; row = csv.next()) {
        if (isBelowHeading) rows.add(cells(row));
        else isBelowHeading = row.cell(0).equals("HCPCS") && row.cell(1).equals("MOD");
      }
    }
    return result(file, dating, rows);
  }

  private static List<String> cells(Row row) throws DamagedFile {
    if (row.cells().size() != WIDTH) {
      throw row.damage("The row has %d cells instead of %d.".formatted(row.cells().size(), WIDTH));
    }
    var cells = new ArrayList<String>(PLACES.length);
    for (int place : PLACES) cells.add(row.cell(place));
    check(cells, row.line());
    return List.copyOf(cells);
  }

  /// Refuses a row whose figures cannot be read.
  static void check(List<String> cells, int line) throws DamagedFile {
    for (int i = 0; i < cells.size(); i++) {
      String form =
          switch (COLUMNS.get(i)) {
            case "hcpcs" -> "[A-Z0-9]{5}";
            case "mod" -> "|[A-Z0-9]{2}";
            case "status" -> "[A-Z]";
            case "cf" -> "\\d{1,3}\\.\\d{1,4}";
            case "work",
                "pe_nonfac",
                "pe_fac",
                "mp",
                "pre",
                "intra",
                "post",
                "opps_pe_nonfac",
                "opps_pe_fac",
                "opps_mp" ->
                "\\d{0,5}\\.\\d{1,2}|\\d{1,5}";
            case "global" -> "|[A-Z0-9]{3}";
            case "endo_base" -> "|[A-Z0-9]{5}";
            case "family" -> "|\\d{2}";
            default -> "|[A-Z0-9]";
          };
      if (!cells.get(i).matches(form)) {
        throw new DamagedFile(
            line, "\"%s\" is no value of the column %s.".formatted(cells.get(i), COLUMNS.get(i)));
      }
    }
  }

  static ReadResult result(Contents file, Dating dating, List<List<String>> rows)
      throws DamagedFile, UnknownFile {
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        PublicationKind.MPFS_RVU,
        dating.quarterly(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table("values", COLUMNS, rows)));
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// Add-on codes (CMS): add-on, type of edit 1 to 3, primary code, and in CMS's own file the days
/// from and until which both hold. `CCCCC` stands for primaries that the contractor names.
final class AddOnFile implements RuleLayout {
  /// Columns of the table that is made.
  static final List<String> COLUMNS = List.of("add_on", "type", "primary", "from", "until");

  private static final Pattern CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]|CCCCC");

  @Override
  public PublicationKind kind() {
    return PublicationKind.ADD_ON_CODES;
  }

  @Override
  public boolean fits(Contents file) {
    String heading = plain(file.firstLine());
    return heading.contains("add on code")
        && heading.contains("edit type")
        && heading.contains("primary code");
  }

  private static String plain(String heading) {
    return Table.name(heading.replace('_', ' ').replace('-', ' '));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<List<String>>();
    char separator = file.firstLine().indexOf('\t') >= 0 ? '\t' : ',';
    try (var csv = Csv.whole(file, separator)) {
      Row heading = csv.next();
      if (heading == null) throw new DamagedFile(1, "The file has no heading.");
      Map<String, Integer> places = places(heading);
      for (Row row = csv.next(); row != null; row = csv.next()) rows.add(row(row, places));
    }
    if (rows.isEmpty()) throw new DamagedFile(1, "The table has no rows.");
    return Layout.one(
        kind(),
        dating.quarterly(),
        "CMS add-on code edits " + file.name(),
        RuleTables.of(new RuleTables.Table("add_ons", COLUMNS, rows)));
  }

  private static Map<String, Integer> places(Row heading) {
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < heading.cells().size(); i++) {
      String name = plain(heading.cell(i));
      if (name.startsWith("add on code")) places.putIfAbsent("add_on", i);
      else if (name.contains("edit type")) places.putIfAbsent("type", i);
      else if (name.startsWith("primary code")) places.putIfAbsent("primary", i);
      else if (name.contains("eff")) places.putIfAbsent("from", i);
      else if (name.contains("del")) places.putIfAbsent("until", i);
    }
    return places;
  }

  private static List<String> row(Row row, Map<String, Integer> places) throws DamagedFile {
    String addOn = row.cell(places.getOrDefault("add_on", 0));
    String type = row.cell(places.getOrDefault("type", 1));
    String primary = row.cell(places.getOrDefault("primary", 2));
    for (String code : List.of(addOn, primary)) {
      if (!CODE.matcher(code).matches()) {
        throw row.damage("\"" + code + "\" is no procedure code.");
      }
    }
    if (!type.matches("[123]")) {
      throw row.damage("\"" + type + "\" is no type of edit (1, 2 or 3).");
    }
    String from = day(row, places.getOrDefault("from", -1));
    String until = day(row, places.getOrDefault("until", -1));
    if (!from.isEmpty() && !until.isEmpty() && from.compareTo(until) > 0) {
      throw row.damage("The pair ends before it begins.");
    }
    return List.of(addOn, type, primary, from, until);
  }

  /// `YYYYMMDD`, or empty for since ever and on and on.
  private static String day(Row row, int column) throws DamagedFile {
    String day = row.cell(column);
    if (day.isEmpty() || day.equals("*")) return "";
    if (Days.of(day).isEmpty()) throw row.damage("\"" + day + "\" is no day (YYYYMMDD).");
    return day;
  }
}

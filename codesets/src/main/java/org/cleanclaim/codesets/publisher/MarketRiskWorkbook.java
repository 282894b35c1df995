package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;

/// The workbook of the HHS-Developed Risk Adjustment Model Algorithm "Do It Yourself" tables, which
/// CMS publishes for each benefit year of the individual and small group markets: a numbered table
/// on each sheet. The sheets are known by their titles, not by their order.
final class MarketRiskWorkbook implements RuleLayout {
  private static final Pattern TITLE = Pattern.compile("Table (\\d{1,2}[a-z]?)\\. .*");
  private static final Pattern YEAR = Pattern.compile("Calendar Year \\(CY\\) (20\\d{2})");
  private static final List<String> NEEDED =
      List.of("2", "3", "4", "5", "6", "7", "8", "9", "10a", "10b", "11");

  @Override
  public PublicationKind kind() {
    return PublicationKind.MARKET_RISK;
  }

  @Override
  public boolean fits(Contents file) throws IOException {
    if (!Workbook.is(file)) return false;
    List<String> names = Workbook.sheetNames(file).stream().map(String::strip).toList();
    return names.contains("Table 9") && names.contains("Table 10a");
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    Map<String, List<Row>> sheets = new HashMap<>();
    Workbook.sheets(
        file,
        rows -> {
          if (rows.isEmpty()) return;
          Matcher title = TITLE.matcher(Xml.collapse(rows.getFirst().cell(0)));
          if (title.matches()) sheets.put(title.group(1), rows);
        });
    for (String table : NEEDED) {
      if (!sheets.containsKey(table)) {
        throw new DamagedFile(1, "The workbook has no Table %s.".formatted(table));
      }
    }
    int year = year(sheets, dating);
    return Layout.one(
        kind(),
        new Edition(String.valueOf(year), LocalDate.of(year, 1, 1)),
        "CMS HHS-HCC DIY tables " + file.name(),
        new RuleTables(tables(sheets)));
  }

  private static int year(Map<String, List<Row>> sheets, Dating dating) throws UnknownFile {
    LocalDate stated = dating.stated();
    if (stated != null) return stated.getYear();
    Matcher year = YEAR.matcher(rows(sheets, "2").getFirst().cell(0));
    return year.find()
        ? Integer.parseInt(year.group(1))
        : dating.calendar().effectiveFrom().getYear();
  }

  private static List<RuleTables.Table> tables(Map<String, List<Row>> sheets) throws DamagedFile {
    var definitions = new ArrayList<>(MarketRiskRules.definitions(rows(sheets, "6")));
    definitions.addAll(MarketRiskRules.definitions(rows(sheets, "7")));
    definitions.addAll(MarketRiskRules.definitions(rows(sheets, "8")));
    var drugs = new ArrayList<>(MarketRiskFacts.drugs(rows(sheets, "10a")));
    drugs.addAll(MarketRiskFacts.drugs(rows(sheets, "10b")));
    List<List<String>> labels = MarketRiskFacts.labels(rows(sheets, "4"));
    List<List<String>> ages = MarketRiskRules.ages(rows(sheets, "5"));
    var categories = new HashSet<String>();
    for (List<String> label : labels) categories.add(MarketRiskFacts.variable("HHS_HCC", 3, label));
    for (List<String> drug : drugs) categories.add(MarketRiskFacts.variable("RXC_", 2, drug));
    MarketRiskRules.check(definitions, categories, ages);
    return List.of(
        table("services", "code", MarketRiskFacts.services(rows(sheets, "2"))),
        table(
            "mapping",
            "code category age_from age_to sex edit_age_from edit_age_to edit_sex",
            MarketRiskFacts.mapping(rows(sheets, "3"))),
        table("hierarchies", "parent child", MarketRiskFacts.hierarchies(rows(sheets, "4"), 1, 2)),
        table("labels", "category label", labels),
        table("ages", "model variable sex age_from age_to", ages),
        table("definitions", "model variable statement", definitions),
        table("cost sharing", "model indicator metal factor", costSharing(sheets)),
        table(
            "factors",
            "model variable platinum gold silver bronze catastrophic",
            MarketRiskFacts.factors(rows(sheets, "9"))),
        table("drugs", "drug_category code label", drugs),
        table(
            "drug hierarchies",
            "parent child",
            MarketRiskFacts.hierarchies(rows(sheets, "11"), 0, 1)));
  }

  private static List<List<String>> costSharing(Map<String, List<Row>> sheets) throws DamagedFile {
    var all = new ArrayList<List<String>>();
    for (String table : List.of("6", "7", "8")) {
      all.addAll(MarketRiskRules.costSharing(rows(sheets, table)));
    }
    return all;
  }

  private static List<Row> rows(Map<String, List<Row>> sheets, String table) {
    return sheets.getOrDefault(table, List.of());
  }

  private static RuleTables.Table table(String name, String columns, List<List<String>> rows)
      throws DamagedFile {
    if (rows.isEmpty() && !name.equals("drug hierarchies")) {
      throw new DamagedFile(1, "The workbook says nothing of %s.".formatted(name));
    }
    return new RuleTables.Table(name, List.of(columns.split(" ", -1)), rows);
  }
}

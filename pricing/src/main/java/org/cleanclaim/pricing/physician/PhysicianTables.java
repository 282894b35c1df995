package org.cleanclaim.pricing.physician;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// The relative values and cost indices of one issue of the physician fee schedule.
public final class PhysicianTables {
  private final Map<String, RelativeValues> values;
  private final Map<Locality, CostIndices> indices;

  private PhysicianTables(Map<String, RelativeValues> values, Map<Locality, CostIndices> indices) {
    this.values = values;
    this.indices = indices;
  }

  /// Takes the tables `values` and `indices` as they are installed.
  public static PhysicianTables of(RuleTables values, RuleTables indices) {
    return new PhysicianTables(rows(values.table("values")), localities(indices.table("indices")));
  }

  /// The row of a code, or of its part that the modifier names (26, TC or 53).
  public Optional<RelativeValues> values(String code, String part) {
    return Optional.ofNullable(values.get(code + part));
  }

  /// The row for a line: that of the part which one of the modifiers names, else of the code alone.
  public Optional<RelativeValues> values(String code, List<String> modifiers) {
    for (String modifier : modifiers) {
      if (modifier.equals("26") || modifier.equals("TC") || modifier.equals("53")) {
        RelativeValues part = values.get(code + modifier);
        if (part != null) return Optional.of(part);
      }
    }
    return values(code, "");
  }

  /// The cost indices of a locality.
  public Optional<CostIndices> indices(Locality locality) {
    return Optional.ofNullable(indices.get(locality));
  }

  /// Whether there are rows and localities at all.
  public boolean isEmpty() {
    return values.isEmpty() || indices.isEmpty();
  }

  private static Map<String, RelativeValues> rows(RuleTables.Table table) {
    var all = new HashMap<String, RelativeValues>(table.rows().size() * 2);
    if (table.rows().isEmpty()) return all;
    var columns = new Columns(table);
    for (List<String> row : table.rows()) {
      RelativeValues values = columns.values(row);
      all.put(values.code() + values.modifier(), values);
    }
    return all;
  }

  private static Map<Locality, CostIndices> localities(RuleTables.Table table) {
    var all = new HashMap<Locality, CostIndices>();
    if (table.rows().isEmpty()) return all;
    int mac = table.column("mac");
    int number = table.column("locality");
    int work = table.column("work");
    int expense = table.column("pe");
    int liability = table.column("mp");
    for (List<String> row : table.rows()) {
      all.put(
          Locality.of(row.get(mac), row.get(number)),
          CostIndices.of(row.get(work), row.get(expense), row.get(liability)));
    }
    return all;
  }

  private record Columns(RuleTables.Table table) {
    RelativeValues values(List<String> row) {
      return new RelativeValues(
          text(row, "hcpcs"),
          text(row, "mod"),
          sign(row, "status"),
          hundredths(row, "work"),
          new RelativeValues.Expense(hundredths(row, "pe_nonfac"), hundredths(row, "pe_fac")),
          hundredths(row, "mp"),
          new RelativeValues.Policy(
              sign(row, "pctc"),
              text(row, "global"),
              hundredths(row, "pre"),
              hundredths(row, "intra"),
              hundredths(row, "post"),
              sign(row, "mult"),
              sign(row, "bilat"),
              sign(row, "asst"),
              sign(row, "cosurg"),
              sign(row, "team"),
              text(row, "endo_base")),
          scaled(row, "cf", 4),
          new RelativeValues.Cap(
              hundredths(row, "opps_pe_nonfac"),
              hundredths(row, "opps_pe_fac"),
              hundredths(row, "opps_mp")));
    }

    private String text(List<String> row, String column) {
      return row.get(table.column(column)).strip();
    }

    private char sign(List<String> row, String column) {
      String text = text(row, column);
      return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private int hundredths(List<String> row, String column) {
      return scaled(row, column, 2);
    }

    private int scaled(List<String> row, String column, int decimals) {
      String text = text(row, column);
      return text.isEmpty() ? 0 : new BigDecimal(text).movePointRight(decimals).intValueExact();
    }
  }
}

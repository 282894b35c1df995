package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// DRG weights, wage indices and rates of a fiscal year.
public final class InpatientTables {
  private final Map<Integer, DrgWeight> weights;
  private final Map<String, WageArea> areas;
  private final Map<Integer, StandardRate> rates;

  /// An area's wage indices. Source: IPPS final rule, tables 2 and 3.
  ///
  /// @param index for hospitals that lie there
  /// @param reclassified for hospitals that were moved there
  /// @param ruralFloor of a state's rural areas: no hospital of the state falls below it
  record WageArea(
      LocalDate from, BigDecimal index, BigDecimal reclassified, BigDecimal ruralFloor) {}

  /// The operating rate's labor part and the rest. Source: IPPS final rule, tables 1A and 1B.
  record StandardRate(BigDecimal labor, BigDecimal rest) {}

  private InpatientTables(
      Map<Integer, DrgWeight> weights,
      Map<String, WageArea> areas,
      Map<Integer, StandardRate> rates) {
    this.weights = weights;
    this.areas = areas;
    this.rates = rates;
  }

  /// Takes the tables `weights`, `areas` and `rates` as they are installed.
  public static InpatientTables of(RuleTables weights, RuleTables areas, RuleTables rates) {
    return new InpatientTables(
        weights(weights.table("weights")),
        areas(areas.table("areas")),
        rates(rates.table("rates")));
  }

  Optional<DrgWeight> weight(int drg) {
    return Optional.ofNullable(weights.get(drg));
  }

  Optional<WageArea> area(String area) {
    return Optional.ofNullable(areas.get(area));
  }

  /// One of eight: for wages above the national ones and not, for quality data reported and not,
  /// and all that with the cut for electronic records.
  Optional<StandardRate> rate(BigDecimal wageIndex, Hospital.Programs programs) {
    int number = wageIndex.compareTo(BigDecimal.ONE) > 0 ? 1 : 3;
    if (!programs.reportsQuality()) number++;
    if (programs.isCutForRecords()) number += 4;
    return Optional.ofNullable(rates.get(number));
  }

  /// One DRG of the table `weights` as it is installed.
  static Optional<DrgWeight> weight(RuleTables weights, int drg) {
    var table = weights.table("weights");
    return table.rows().stream()
        .map(row -> weight(table, row))
        .filter(weight -> weight.drg() == drg)
        .findFirst();
  }

  private static Map<Integer, DrgWeight> weights(RuleTables.Table table) {
    var all = new HashMap<Integer, DrgWeight>(table.rows().size() * 2);
    for (List<String> row : table.rows()) {
      var weight = weight(table, row);
      all.put(weight.drg(), weight);
    }
    return all;
  }

  private static DrgWeight weight(RuleTables.Table table, List<String> row) {
    return new DrgWeight(
        Integer.parseInt(cell(table, row, "drg")),
        new BigDecimal(cell(table, row, "weight")),
        new BigDecimal(cell(table, row, "gmlos")),
        cell(table, row, "post_acute").equals("Y"),
        cell(table, row, "special_pay").equals("Y"));
  }

  private static Map<String, WageArea> areas(RuleTables.Table table) {
    var all = new HashMap<String, WageArea>(table.rows().size() * 2);
    for (List<String> row : table.rows()) {
      all.put(
          cell(table, row, "cbsa_or_state"),
          new WageArea(
              LocalDate.parse(cell(table, row, "effective"), DateTimeFormatter.BASIC_ISO_DATE),
              new BigDecimal(cell(table, row, "wage_index_1")),
              new BigDecimal(cell(table, row, "wage_index_2")),
              new BigDecimal(cell(table, row, "wage_index_3"))));
    }
    return all;
  }

  private static Map<Integer, StandardRate> rates(RuleTables.Table table) {
    var all = new HashMap<Integer, StandardRate>();
    for (List<String> row : table.rows()) {
      all.put(
          Integer.valueOf(cell(table, row, "table")),
          new StandardRate(
              new BigDecimal(cell(table, row, "national_labor")),
              new BigDecimal(cell(table, row, "national_nonlabor"))));
    }
    return all;
  }

  private static String cell(RuleTables.Table table, List<String> row, String column) {
    return row.get(table.column(column)).strip();
  }
}

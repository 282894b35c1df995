package org.cleanclaim.pricing.asc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.RuleTables;

/// The rates, wage indices and code pairs that are in force on a day.
public final class SurgeryTables {
  private final Map<String, SurgeryRate> rates;
  private final Map<String, BigDecimal> wages;
  private final Map<String, List<DevicePair>> pairs;

  /// A device that comes with a procedure, and what part of the procedure's rate is taken off for
  /// it while the device is paid by itself. Source: CMS, ASC code pair file.
  ///
  /// @param until the last day on which it holds
  record DevicePair(String device, BigDecimal share, LocalDate from, LocalDate until) {
    boolean isInForce(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  private SurgeryTables(
      Map<String, SurgeryRate> rates,
      Map<String, BigDecimal> wages,
      Map<String, List<DevicePair>> pairs) {
    this.rates = rates;
    this.wages = wages;
    this.pairs = pairs;
  }

  /// Takes the tables `rates`, or `addendum_aa`, `addendum_bb` and `addendum_ff`, and `wages` and
  /// `pairs` as they are installed.
  public static SurgeryTables of(RuleTables rates, RuleTables wages, RuleTables pairs) {
    return new SurgeryTables(
        rates.has("rates") ? rates(rates.table("rates")) : addenda(rates),
        wages(wages.table("wages")),
        pairs(pairs.table("pairs")));
  }

  /// What the addenda say of a code; empty where it is in none of them.
  public Optional<SurgeryRate> rate(String code) {
    return Optional.ofNullable(rates.get(code));
  }

  /// The wage index of an area: five digits of a CBSA, or two of a state's rural areas.
  public Optional<BigDecimal> wageIndex(String area) {
    return Optional.ofNullable(wages.get(area));
  }

  /// The first of the devices that makes a pair with the procedure on the day; of several rows the
  /// first counts.
  Optional<DevicePair> pair(String procedure, List<String> devices, LocalDate day) {
    List<DevicePair> known = pairs.getOrDefault(procedure, List.of());
    return devices.stream()
        .flatMap(device ->
            known.stream().filter(pair -> pair.device().equals(device) && pair.isInForce(day)))
        .findFirst();
  }

  private static Map<String, SurgeryRate> rates(RuleTables.Table table) {
    var all = new HashMap<String, SurgeryRate>(table.rows().size() * 2);
    for (List<String> row : table.rows()) {
      String code = cell(table, row, "hcpcs");
      all.put(
          code,
          new SurgeryRate(
              code,
              cell(table, row, "addendum").equals("BB"),
              cell(table, row, "indicator").toUpperCase(Locale.ROOT),
              amount(cell(table, row, "rate")),
              cell(table, row, "subject_to_discount").equals("1"),
              amount(cell(table, row, "device_offset"))));
    }
    return all;
  }

  /// A code of both addenda is a procedure.
  private static Map<String, SurgeryRate> addenda(RuleTables rates) {
    var offsets = new HashMap<String, BigDecimal>();
    if (rates.has("addendum_ff")) {
      var table = rates.table("addendum_ff");
      for (List<String> row : table.rows()) {
        offsets.put(cell(table, row, "hcpcs"), amount(cell(table, row, "device_offset")));
      }
    }
    var all = new HashMap<String, SurgeryRate>();
    for (String name : List.of("addendum_bb", "addendum_aa")) {
      if (!rates.has(name)) continue;
      var table = rates.table(name);
      boolean isAncillary = name.equals("addendum_bb");
      for (List<String> row : table.rows()) {
        String code = cell(table, row, "hcpcs");
        all.put(
            code,
            new SurgeryRate(
                code,
                isAncillary,
                cell(table, row, "indicator").toUpperCase(Locale.ROOT),
                amount(cell(table, row, "rate")),
                !isAncillary && cell(table, row, "subject_to_discount").equals("1"),
                offsets.getOrDefault(code, BigDecimal.ZERO)));
      }
    }
    return all;
  }

  private static Map<String, BigDecimal> wages(RuleTables.Table table) {
    var all = new HashMap<String, BigDecimal>();
    for (List<String> row : table.rows()) {
      all.put(cell(table, row, "cbsa"), amount(cell(table, row, "wage_index")));
    }
    return all;
  }

  private static Map<String, List<DevicePair>> pairs(RuleTables.Table table) {
    var all = new HashMap<String, List<DevicePair>>();
    for (List<String> row : table.rows()) {
      all.computeIfAbsent(cell(table, row, "procedure"), code -> new ArrayList<>())
          .add(
              new DevicePair(
                  cell(table, row, "device"),
                  amount(cell(table, row, "percent_multiplier")),
                  day(cell(table, row, "effective")),
                  day(cell(table, row, "end"))));
    }
    return all;
  }

  private static String cell(RuleTables.Table table, List<String> row, String column) {
    return row.get(table.column(column)).strip();
  }

  private static BigDecimal amount(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }
}

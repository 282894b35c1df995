package org.cleanclaim.codesets.publisher;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The facts of the HHS-HCC workbook: services, mappings, hierarchies and factors (tables 2 to 4
/// and 9 to 11).
final class MarketRiskFacts {
  private static final Pattern CATEGORY = Pattern.compile("(\\d{1,3})(?:[._](\\d+))?");
  private static final int OLDEST_YEARS = 999;

  private MarketRiskFacts() {}

  /// Procedure codes that the list of the benefit year has, which is the last of its columns.
  static List<List<String>> services(List<Row> rows) throws DamagedFile {
    Heading heading = heading(rows, "hcpcs/cpt code");
    int listed = heading.last(name -> name.matches("in cy\\d{4} included list\\?"));
    var services = new ArrayList<List<String>>();
    for (Row row : heading.below()) {
      if (row.cell(0).matches("[0-9A-Z]{5}") && row.cell(listed).equalsIgnoreCase("yes")) {
        services.add(List.of(row.cell(0)));
      }
    }
    return services;
  }

  /// Each diagnosis with each of its categories, the ages and sex for which it has the category,
  /// and those for which the diagnosis itself is believed (Medicare Code Editor).
  static List<List<String>> mapping(List<Row> rows) throws DamagedFile {
    Heading heading = heading(rows, "obs");
    int code = heading.last(name -> name.equals("icd10"));
    int age = heading.last(name -> name.startsWith("cc age split"));
    int sex = heading.last(name -> name.startsWith("cc sex split"));
    int editAge = heading.last(name -> name.matches("cy.*mce age condition.*"));
    int editSex = heading.last(name -> name.matches("cy.*mce sex condition.*"));
    int first = heading.last(name -> name.equals("cc"));
    int second = heading.last(name -> name.equals("second cc"));
    int third = heading.last(name -> name.equals("third cc"));
    var mapping = new ArrayList<List<String>>();
    for (Row row : heading.below()) {
      if (!row.cell(0).matches("\\d+")) continue;
      if (!row.cell(code).matches("[A-Z][0-9A][0-9A-Z]{1,5}")) {
        throw row.damage("\"%s\" is no diagnosis.".formatted(row.cell(code)));
      }
      for (int column : new int[] {first, second, third}) {
        if (row.cell(column).isEmpty()) continue;
        var cells = new ArrayList<String>();
        cells.add(row.cell(code));
        cells.add(category(row, row.cell(column)));
        cells.addAll(ages(row, row.cell(age)));
        cells.add(sex(row, row.cell(sex)));
        cells.addAll(ages(row, row.cell(editAge)));
        cells.add(sex(row, row.cell(editSex)));
        mapping.add(cells);
      }
    }
    return mapping;
  }

  /// Pairs of a category and one that it takes in.
  static List<List<String>> hierarchies(List<Row> rows, int parent, int children)
      throws DamagedFile {
    var pairs = new ArrayList<List<String>>();
    for (Row row : rows) {
      if (!CATEGORY.matcher(row.cell(parent)).matches()) continue;
      for (String child : row.cell(children).split(",", -1)) {
        if (child.isBlank()) continue;
        pairs.add(List.of(category(row, row.cell(parent)), category(row, child.strip())));
      }
    }
    return pairs;
  }

  static List<List<String>> labels(List<Row> rows) throws DamagedFile {
    var labels = new ArrayList<List<String>>();
    for (Row row : rows) {
      if (!CATEGORY.matcher(row.cell(1)).matches()) continue;
      labels.add(List.of(category(row, row.cell(1)), row.cell(3)));
    }
    return labels;
  }

  /// Factors by model, variable and metal level, to three decimals: the sheet holds binary
  /// fractions that stand for them.
  static List<List<String>> factors(List<Row> rows) throws DamagedFile {
    Heading heading = heading(rows, "model");
    var factors = new ArrayList<List<String>>();
    for (Row row : heading.below()) {
      if (!row.cell(0).matches("Adult|Child|Infant")) continue;
      if (!row.cell(2).equalsIgnoreCase("yes")) continue;
      var cells = new ArrayList<String>();
      cells.add(row.cell(0));
      cells.add(row.cell(1).toUpperCase(Locale.ROOT));
      for (int column = 3; column < 8; column++) {
        if (!row.cell(column).matches("-?\\d{0,3}(\\.\\d+)?(E-\\d+)?")
            || row.cell(column).isEmpty()) {
          throw row.damage("\"%s\" is no factor.".formatted(row.cell(column)));
        }
        cells.add(
            new BigDecimal(row.cell(column)).setScale(3, RoundingMode.HALF_UP).toPlainString());
      }
      factors.add(cells);
    }
    return factors;
  }

  /// Drugs (NDC) or services (HCPCS) with their drug category.
  static List<List<String>> drugs(List<Row> rows) throws DamagedFile {
    var drugs = new ArrayList<List<String>>();
    for (Row row : heading(rows, "rxc").below()) {
      if (!row.cell(0).matches("\\d{1,3}")) continue;
      if (!row.cell(2).matches("[0-9A-Z]{11}|[A-Z]\\d{4}|\\d{5}")) {
        throw row.damage("\"%s\" is no NDC or HCPCS code.".formatted(row.cell(2)));
      }
      drugs.add(List.of(category(row, row.cell(0)), row.cell(2), row.cell(1)));
    }
    return drugs;
  }

  /// What definitions and factors call the category in a row's first cell: `HHS_HCC035_1`.
  static String variable(String prefix, int digits, List<String> row) {
    String[] parts = row.getFirst().split("_", 2);
    String number = "0".repeat(Math.max(0, digits - parts[0].length())) + parts[0];
    return prefix + number + (parts.length > 1 ? "_" + parts[1] : "");
  }

  /// The column names and the rows below them.
  record Heading(List<String> names, List<Row> below) {
    int last(Predicate<String> isMeant) throws DamagedFile {
      for (int i = names.size() - 1; i >= 0; i--) {
        if (isMeant.test(names.get(i))) return i;
      }
      throw new DamagedFile(1, "The table lacks a column; it has %s.".formatted(names));
    }
  }

  /// The heading is the first row that begins with a name.
  static Heading heading(List<Row> rows, String first) throws DamagedFile {
    for (int i = 0; i < rows.size(); i++) {
      List<String> names = rows.get(i).cells().stream().map(Table::name).toList();
      if (names.getFirst().equals(first)) {
        return new Heading(names, rows.subList(i + 1, rows.size()));
      }
    }
    throw new DamagedFile(1, "The table has no heading that begins with %s.".formatted(first));
  }

  /// A category without leading zeros; parts of a split one after an underscore: 35_1. The sheet
  /// may hold it as a number: 87.09999 for 87.1.
  private static String category(Row row, String text) throws DamagedFile {
    String number =
        text.matches("\\d{1,3}\\.\\d{2,}")
            ? new BigDecimal(text).setScale(1, RoundingMode.HALF_UP).toPlainString()
            : text;
    Matcher category = CATEGORY.matcher(number);
    if (!category.matches()) throw row.damage("\"%s\" is no category.".formatted(text));
    String part = category.group(2);
    String whole = String.valueOf(Integer.parseInt(category.group(1)));
    return part == null || part.equals("0") ? whole : whole + "_" + part;
  }

  private static String sex(Row row, String text) throws DamagedFile {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> "";
      case "male" -> "M";
      case "female" -> "F";
      default -> throw row.damage("\"%s\" is no sex.".formatted(text));
    };
  }

  /// The first and last year of conditions such as `9 <= age <= 64`, `age >= 15`, `age = 0`.
  static List<String> ages(Row row, String text) throws DamagedFile {
    if (text.isEmpty()) return List.of("0", String.valueOf(OLDEST_YEARS));
    String bare = text.replaceAll("(?i)age(_last)?", "age").replace(" ", "");
    Matcher range = Pattern.compile("(?:(\\d+)<=)?age(?:(<=|<|>=|>|=)(\\d+))?").matcher(bare);
    if (!range.matches() || (range.group(1) == null && range.group(3) == null)) {
      throw row.damage("\"%s\" is no condition of age.".formatted(text));
    }
    int from = range.group(1) == null ? 0 : Integer.parseInt(range.group(1));
    if (range.group(3) == null) return List.of(String.valueOf(from), String.valueOf(OLDEST_YEARS));
    int bound = Integer.parseInt(range.group(3));
    int to = OLDEST_YEARS;
    switch (range.group(2)) {
      case "<=" -> to = bound;
      case "<" -> to = bound - 1;
      case ">=" -> from = bound;
      case ">" -> from = bound + 1;
      default -> {
        from = bound;
        to = bound;
      }
    }
    return List.of(String.valueOf(from), String.valueOf(to));
  }
}

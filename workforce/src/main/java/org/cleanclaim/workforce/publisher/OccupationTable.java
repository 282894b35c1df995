package org.cleanclaim.workforce.publisher;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;

/// The national, state and metropolitan tables of the Occupational Employment and Wage Statistics
/// of the Bureau of Labor Statistics (`national_M2024_dl.xlsx`, `state_M2024_dl.xlsx`,
/// `MSA_M2024_dl.xlsx`; fields as the sheet "Field Descriptions" of each tells). Of each area the
/// row of medical records specialists is taken.
///
/// Marks: `*` no wage estimate, `**` no employment estimate, `#` at or above the highest wage
/// printed. The Bureau makes annual wages from hourly ones at 2,080 hours, which tells cells that
/// stand in a wrong column.
final class OccupationTable implements FigureForm {
  private static final List<String> COLUMNS =
      List.of(
          "area",
          "area_title",
          "area_type",
          "prim_state",
          "occ_code",
          "occ_title",
          "tot_emp",
          "a_mean");

  /// Medical records specialists, before 2019 as 29-2071; in 2019 and 2020 they were counted only
  /// within a wider group, 29-2098, which is kept as a population of its own.
  private static final Set<String> OCCUPATIONS = Set.of("29-2072", "29-2098", "29-2071");

  private static final String WIDER_GROUP = "29-2098";

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
  private static final BigDecimal AGREEMENT = new BigDecimal("0.01");

  private static final Map<Statistic, String> ENDINGS = endings();

  private static Map<Statistic, String> endings() {
    var endings = new LinkedHashMap<Statistic, String>();
    endings.put(Statistic.MEAN, "mean");
    endings.put(Statistic.P10, "pct10");
    endings.put(Statistic.P25, "pct25");
    endings.put(Statistic.MEDIAN, "median");
    endings.put(Statistic.P75, "pct75");
    endings.put(Statistic.P90, "pct90");
    return endings;
  }

  @Override
  public String title() {
    return "occupational employment and wages of the Bureau of Labor Statistics";
  }

  @Override
  public boolean fits(List<String> heading) {
    return heading.containsAll(COLUMNS);
  }

  @Override
  public FigureRows rows(List<String> heading, SourceFile file) {
    Matcher year = YEAR.matcher(file.name());
    if (!year.find()) {
      throw new CellRefused(
          1,
          "",
          "Nothing says of which year the table is.",
          "Name the file as the Bureau does, such as state_M2024_dl.xlsx.");
    }
    return new Rows(new Source("BLS", Integer.parseInt(year.group()), file.name()));
  }

  private static final class Rows extends FigureRows {
    private final Source source;

    Rows(Source source) {
      this.source = source;
    }

    @Override
    void row(Cells cells) {
      cells.fitting();
      String occupation = cells.text("occ_code");
      if (!occupation.matches("\\d{2}-\\d{4}")) {
        throw cells.refused("occ_code", "\"%s\" is no occupation.".formatted(occupation));
      }
      String type = cells.text("area_type");
      if (!type.matches("[1-6]")) {
        throw cells.refused("area_type", "\"%s\" is no type of area.".formatted(type));
      }
      boolean isNonmetropolitan = type.equals("5") || type.equals("6");
      if (!OCCUPATIONS.contains(occupation) || isNonmetropolitan || isOneIndustry(cells)) {
        passOver();
        return;
      }
      Dimension dimension =
          switch (type) {
            case "1" -> Dimension.NATIONAL;
            case "2", "3" -> Dimension.STATE;
            default -> Dimension.METRO;
          };
      new Area(dimension, key(cells, dimension), cells).keep(this);
    }
  }

  /// Tables with industries have the row for all of them under 000000.
  private static boolean isOneIndustry(Cells cells) {
    String industry = cells.text("naics");
    return !industry.isEmpty() && !industry.matches("0+");
  }

  private static String key(Cells cells, Dimension dimension) {
    String title = cells.required("area_title");
    if (dimension == Dimension.NATIONAL) return "all";
    if (dimension == Dimension.METRO) return title;
    String state =
        UsState.parse(title)
            .map(Enum::name)
            .orElseThrow(() -> cells.refused("area_title", "There is no such state."));
    if (!state.equals(cells.text("prim_state"))) {
      throw cells.refused("prim_state", "The state is not that of the area.");
    }
    return state;
  }

  /// One area's row.
  private record Area(Dimension dimension, String key, Cells cells) {

    void keep(Rows rows) {
      String population = cells.required("occ_title").toLowerCase(Locale.ROOT);
      String measure =
          cells.text("occ_code").equals(WIDER_GROUP) ? "employed as " + population : "employed";
      var employed = cells.mark("tot_emp");
      if (employed.isPresent()) {
        rows.withheld.add(
            new Withheld(dimension, key, population, measure, null, employed.get(), rows.source));
      } else {
        rows.headcounts.add(
            new Headcount(
                dimension,
                key,
                measure,
                cells.people("tot_emp"),
                Headcount.Unit.PEOPLE,
                rows.source));
      }
      for (PayBasis basis : PayBasis.values()) {
        String prefix = basis == PayBasis.ANNUAL ? "a_" : "h_";
        Money before = Money.ZERO;
        for (var ending : ENDINGS.entrySet()) {
          Statistic statistic = ending.getKey();
          String column = prefix + ending.getValue();
          if (!cells.has(column)) continue;
          var mark = cells.mark(column);
          if (mark.isPresent()) {
            rows.withheld.add(
                new Withheld(
                    dimension,
                    key,
                    population,
                    statistic.written(),
                    basis,
                    mark.get(),
                    rows.source));
            continue;
          }
          Money amount = cells.money(column);
          if (statistic != Statistic.MEAN) {
            if (amount.compareTo(before) < 0) {
              throw cells.refused(column, "The percentile is below the one before it.");
            }
            before = amount;
          }
          agreement(column, amount);
          rows.figures.add(
              new Figure(dimension, key, population, statistic, basis, amount, rows.source));
        }
      }
    }

    /// An annual wage is the hourly one beside it times 2,080 but for roundings.
    private void agreement(String column, Money amount) {
      if (!amount.isPositive()) throw cells.refused(column, "Nobody is paid nothing.");
      String hourly = "h_" + column.substring(2);
      boolean isAlone = column.equals(hourly) || !cells.has(hourly);
      if (isAlone || cells.mark(hourly).isPresent()) return;
      Money made = cells.money(hourly).times(PayBasis.HOURS_A_YEAR);
      BigDecimal allowed = amount.toBigDecimal().multiply(AGREEMENT);
      if (made.minus(amount).abs().toBigDecimal().compareTo(allowed) > 0) {
        throw cells.refused(
            column,
            "%s a year is not %s an hour at 2,080 hours."
                .formatted(cells.text(column), cells.text(hourly)));
      }
    }
  }
}

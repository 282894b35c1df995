package org.cleanclaim.workforce.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.workforce.publisher.Workbooks.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.junit.jupiter.api.Test;

class OccupationTableTest {
  private static final List<String> HEADING =
      List.of(
          ("AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE"
                  + " OCC_TITLE O_GROUP TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT"
                  + " H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10"
                  + " A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY")
              .split(" ", -1));

  private static List<String> row(String area, String title, String type, String state) {
    return List.of(
        (area
                + "|"
                + title
                + "|"
                + type
                + "|"
                + state
                + "|000000|Cross-industry|cross-industry|1235|29-2072|Medical Records Specialists"
                + "|detailed|15,370|3.1|1.6|1.2|||25|52,000|1.5|15|18|22.429999999999999|30|40"
                + "|31,200|37,440|46,650|62,400|83,200||")
            .split("\\|", -1));
  }

  private static final List<String> FLORIDA = row("12", "Florida", "2", "FL");

  private static List<String> with(List<String> row, String column, String value) {
    var changed = new ArrayList<>(row);
    changed.set(HEADING.indexOf(column), value);
    return changed;
  }

  private static Reading read(String name, List<List<String>> rows) throws IOException {
    var all = new ArrayList<List<String>>();
    all.add(HEADING);
    all.addAll(rows);
    return FigureFiles.read(workbook(name, all));
  }

  private static Reading.Read good(List<List<String>> rows) throws IOException {
    return (Reading.Read) read("state_M2024_dl.xlsx", rows);
  }

  private static Reading.Refused refused(List<String> row) throws IOException {
    return (Reading.Refused) read("state_M2024_dl.xlsx", List.of(FLORIDA, row));
  }

  @Test
  void readsEveryPercentileOfAStateByTheHourAndByTheYear() throws IOException {
    var benchmarks = good(List.of(FLORIDA)).benchmarks();

    assertThat(benchmarks.figures()).hasSize(12);
    assertThat(benchmarks.figures(Dimension.STATE, "FL"))
        .filteredOn(f -> f.statistic() == Statistic.MEDIAN && f.basis() == PayBasis.HOURLY)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.amount()).isEqualTo(Money.of("22.43"));
          assertThat(f.label()).isEqualTo("BLS 2024, medical records specialists, median");
        });
    assertThat(benchmarks.headcounts())
        .singleElement()
        .satisfies(h -> assertThat(h.value()).isEqualByComparingTo("15370"));
  }

  @Test
  void readsTheCountryAndMetropolitanAreasAndPassesOverTheRest() throws IOException {
    var read =
        good(
            List.of(
                row("99", "U.S.", "1", "US"),
                row("45300", "Tampa-St. Petersburg-Clearwater, FL", "4", "FL"),
                row("1200001", "North Florida nonmetropolitan area", "6", "FL"),
                with(FLORIDA, "OCC_CODE", "29-1141"),
                with(FLORIDA, "NAICS", "622000")));

    assertThat(read.benchmarks().figures(Dimension.NATIONAL, "all")).hasSize(12);
    assertThat(read.benchmarks().keys(Dimension.METRO))
        .containsExactly("Tampa-St. Petersburg-Clearwater, FL");
    assertThat(read.passedOver()).isEqualTo(3);
  }

  @Test
  void keepsWhatThePublisherWithholdsByItsMark() throws IOException {
    var row = with(with(FLORIDA, "A_PCT90", "#"), "H_PCT90", "#");
    var benchmarks =
        good(List.of(with(with(with(row, "TOT_EMP", "**"), "A_MEAN", "*"), "H_MEAN", "*")))
            .benchmarks();

    assertThat(benchmarks.withheld())
        .extracting(w -> w.measure() + " " + w.reason())
        .containsExactly(
            "employed NOT_RELEASED",
            "mean NOT_RELEASED",
            "p90 ABOVE_TOP",
            "mean NOT_RELEASED",
            "p90 ABOVE_TOP");
    assertThat(benchmarks.figures()).hasSize(8);
    assertThat(benchmarks.withheld()).extracting(Withheld::key).containsOnly("FL");
  }

  @Test
  void refusesCellsThatStandInAWrongColumn() throws IOException {
    var shifted = new ArrayList<>(FLORIDA);
    shifted.remove(HEADING.indexOf("EMP_PRSE"));
    shifted.add("");

    assertThat(refused(shifted))
        .satisfies(r -> {
          assertThat(r.row()).isEqualTo(3);
          assertThat(r.column()).isEqualTo("A_MEAN");
        });
    assertThat(refused(with(FLORIDA, "OCC_CODE", "Medical Records Specialists")).column())
        .isEqualTo("OCC_CODE");
    assertThat(refused(with(FLORIDA, "A_MEAN", "26,000")).message())
        .contains("row 3, column A_MEAN", "26,000 a year is not 25 an hour");
    assertThat(refused(with(FLORIDA, "H_PCT25", "12")).column()).isEqualTo("A_PCT25");
    assertThat(refused(with(FLORIDA, "PRIM_STATE", "GA")).column()).isEqualTo("PRIM_STATE");
    assertThat(refused(with(FLORIDA, "A_MEDIAN", "n/a")).column()).isEqualTo("A_MEDIAN");
    assertThat(refused(with(FLORIDA, "TOT_EMP", "15.370,0")).column()).isEqualTo("TOT_EMP");
  }

  @Test
  void aWiderGroupOfOccupationsIsNotTakenForCoders() throws IOException {
    var group =
        with(
            with(FLORIDA, "OCC_CODE", "29-2098"),
            "OCC_TITLE",
            "Medical Dosimetrists, Medical Records Specialists, and Health Technologists and"
                + " Technicians, All Other");

    var benchmarks = ((Reading.Read) read("state_M2020_dl.xlsx", List.of(group))).benchmarks();

    assertThat(benchmarks.figures()).hasSize(12).noneMatch(f -> f.isOfCoders());
    assertThat(benchmarks.headcounts())
        .singleElement()
        .satisfies(h -> assertThat(h.measure()).startsWith("employed as medical dosimetrists"));
  }

  @Test
  void readsTextWithFewerColumnsToo() throws IOException {
    var reading =
        FigureFiles.read(
            Workbooks.text(
                "oews-2023.csv",
                """
                area,area_title,area_type,prim_state,occ_code,occ_title,tot_emp,h_mean,a_mean
                12,Florida,2,FL,29-2072,Medical Records Specialists,"15,370",25.00,"52,000"
                """));

    assertThat(((Reading.Read) reading).benchmarks().figures())
        .extracting(f -> f.source().title() + " " + f.amount())
        .containsExactly("BLS 2023 52000.00", "BLS 2023 25.00");
  }

  @Test
  void refusesAWorkbookOfAnUnknownYearOrWithoutCoders() throws IOException {
    assertThat(read("states.xlsx", List.of(FLORIDA)))
        .isInstanceOfSatisfying(
            Reading.Refused.class, r -> assertThat(r.reason()).contains("which year"));
    assertThat(read("state_M2024_dl.xlsx", List.of(with(FLORIDA, "OCC_CODE", "29-1141"))))
        .isInstanceOf(Reading.Refused.class);
  }
}

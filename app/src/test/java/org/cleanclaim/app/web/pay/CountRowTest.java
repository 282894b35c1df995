package org.cleanclaim.app.web.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Headcount;
import org.cleanclaim.workforce.benchmark.Source;
import org.junit.jupiter.api.Test;

class CountRowTest {
  private static Headcount employed(String state, String people, int year) {
    return new Headcount(
        Dimension.STATE,
        state,
        "employed",
        new BigDecimal(people),
        Headcount.Unit.PEOPLE,
        new Source("BLS", year, ""));
  }

  @Test
  void onlyCountsOfTheNewestYearStandBesideEachOther() {
    var counts =
        List.of(
            employed("FL", "15370", 2021),
            employed("FL", "16000", 2024),
            employed("TX", "20540", 2021),
            employed("GA", "9000", 2024));

    assertThat(
            CountRow.employed(
                new Benchmarks(List.of(), counts, List.of(), List.of()), Dimension.STATE))
        .extracting(row -> row.count().key() + " " + row.count().source().year())
        .containsExactly("FL 2024", "GA 2024");
  }
}

package org.cleanclaim.app.web.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.junit.jupiter.api.Test;

class WithheldRowTest {
  private static Withheld withheld(Dimension dimension, String key, String measure) {
    return new Withheld(
        dimension,
        key,
        "medical records specialists",
        measure,
        PayBasis.ANNUAL,
        Withheld.Reason.NOT_RELEASED,
        new Source("BLS", 2024, ""));
  }

  @Test
  void whatIsWithheldIsNamedByPlaceWithAllThatIsMissingOfIt() {
    assertThat(
            WithheldRow.of(
                List.of(
                    withheld(Dimension.STATE, "GU", "p90"),
                    withheld(Dimension.STATE, "GU", "mean"))))
        .containsExactly(
            new WithheldRow(
                "BLS 2024, by state: not released by the publisher",
                List.of("Guam (90th percentile a year, mean a year)"),
                0));
  }

  @Test
  void aLongListIsCutAndSaysByHowMuch() {
    var many = new ArrayList<Withheld>();
    for (int i = 0; i < 100; i++) many.add(withheld(Dimension.METRO, "Area " + i, "mean"));

    assertThat(WithheldRow.of(many))
        .singleElement()
        .satisfies(row -> assertThat(row.names().size() + row.left()).isEqualTo(100))
        .satisfies(row -> assertThat(row.left()).isPositive());
  }
}

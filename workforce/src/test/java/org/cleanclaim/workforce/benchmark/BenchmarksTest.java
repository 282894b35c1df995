package org.cleanclaim.workforce.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
  private final Benchmarks benchmarks = FigureFiles.builtIn();

  @Test
  void aKeyIsFoundByItsNameOrByWordsThatOnlyItHas() {
    assertThat(benchmarks.key(Dimension.SETTING, "outpatient and inpatient hospital"))
        .contains("Hospital inpatient and outpatient");
    assertThat(benchmarks.key(Dimension.SETTING, "outpatient hospital")).isEmpty();
    assertThat(benchmarks.key(Dimension.SETTING, "outpatient")).isEmpty();
    assertThat(benchmarks.key(Dimension.SETTING, "hospital inpatient"))
        .contains("Hospital inpatient");
    assertThat(benchmarks.key(Dimension.METRO, "los angeles"))
        .contains("Los Angeles-Long Beach-Anaheim, CA");
    assertThat(benchmarks.key(Dimension.METRO, "ca")).isEmpty();
    assertThat(benchmarks.key(Dimension.POSITION, "")).isEmpty();
  }

  @Test
  void figuresOfAnotherProfessionDoNotReplaceThoseOfCoders() {
    var newer =
        new Figure(
            Dimension.CREDENTIAL,
            "CPC",
            "HIM professionals",
            Statistic.MEAN,
            PayBasis.ANNUAL,
            Money.of("90000"),
            new Source("AAPC", 2024, ""));
    var tables = benchmarks.with(new Benchmarks(List.of(newer), List.of(), List.of(), List.of()));

    assertThat(newer.isOfOthers()).isTrue();
    assertThat(tables.latest(Dimension.CREDENTIAL))
        .filteredOn(f -> f.key().equals("CPC"))
        .extracting(f -> f.source().year())
        .containsExactlyInAnyOrder(2021, 2024);
  }

  @Test
  void theNearestNamesComeFirst() {
    assertThat(NearestNames.of("CPX", benchmarks.credentials())).contains("CPC", "CPB").hasSize(5);
    assertThat(NearestNames.of("san fransisco", benchmarks.keys(Dimension.METRO)))
        .startsWith("San Francisco-Oakland-Hayward, CA");
    assertThat(UsState.parse("florida")).contains(UsState.FL);
    assertThat(UsState.parse("Flo")).isEmpty();
  }

  @Test
  void anAmountIsConvertedAt2080HoursAndSaysSo() {
    Figure alabama =
        benchmarks.figures(Dimension.STATE, "AL").stream()
            .filter(f -> f.basis() == PayBasis.ANNUAL)
            .findFirst()
            .orElseThrow();

    assertThat(alabama.converted().amount()).isEqualTo(Money.of("23.16"));
    assertThat(alabama.converted().from()).isEqualTo(alabama);
  }

  @Test
  void ofSeveralYearsOfAPublisherTheLatestIsTakenAndTheOthersStay() {
    assertThat(benchmarks.figures(Dimension.CREDENTIAL_COUNT, "1"))
        .extracting(f -> f.source().title())
        .containsExactly("AAPC 2021", "AAPC 2020", "AHIMA 2019");
    assertThat(benchmarks.latest(Dimension.CREDENTIAL_COUNT))
        .filteredOn(f -> f.key().equals("1"))
        .extracting(f -> f.source().title())
        .containsExactly("AAPC 2021", "AHIMA 2019");
  }
}

package org.cleanclaim.workforce.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.estimate.Contribution.Basis;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.junit.jupiter.api.Test;

class EstimatorTest {
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private final Estimator estimator = new Estimator(BUILT_IN);

  private Estimate estimate(Profile profile) {
    return estimator.estimate(profile).orElseThrow();
  }

  @Test
  void aCertifiedCoderInFloridaGetsTheRangeOfWhatIsPublishedForHim() {
    var profile =
        Profile.BLANK
            .holding(Set.of("CPC"))
            .withYears(3)
            .in("FL", null)
            .at("Hospital inpatient and outpatient");

    var estimate = estimate(profile);

    assertThat(estimate.range()).isEqualTo(new PayRange(Money.of("55440"), Money.of("60097")));
    assertThat(estimate.cited())
        .extracting(Figure::annual)
        .containsExactlyInAnyOrder(
            Money.of("58055"),
            Money.of("60097"),
            Money.of("60000"),
            Money.of("55823"),
            Money.of("55440"));
    assertThat(estimate.contributions())
        .extracting(Contribution::basis)
        .containsOnly(Basis.PUBLISHED);
    assertThat(estimate.years()).containsExactly(2020, 2021);
    assertThat(estimate.effects()).extracting(e -> e.factor()).contains("certification");
  }

  @Test
  void aStateWithoutFiguresWidensTheRangeToTheNationalSpread() {
    var florida = estimate(Profile.BLANK.holding(Set.of("CPC")).withYears(3).in("FL", null));
    var wyoming = estimate(Profile.BLANK.holding(Set.of("CPC")).withYears(3).in("WY", null));

    assertThat(wyoming.range().contains(florida.range())).isTrue();
    assertThat(wyoming.range().contains(Money.of("29430"))).isTrue();
    assertThat(wyoming.range().contains(Money.of("74200"))).isTrue();
    assertThat(wyoming.contributions())
        .filteredOn(c -> c.factor() == Factor.STATE)
        .singleElement()
        .satisfies(c -> assertThat(c.basis()).isEqualTo(Basis.NOT_PUBLISHED));
  }

  @Test
  void figuresOfAWiderProfessionSpeakOnlyOfThoseWhoBelongToIt() {
    assertThat(estimate(Profile.BLANK.holding(Set.of("CPC"))).cited())
        .noneMatch(f -> f.source().publisher().equals("AHIMA"));
    assertThat(estimate(Profile.BLANK.holding(Set.of("CCS"))).cited())
        .anyMatch(f -> f.source().publisher().equals("AHIMA") && f.key().equals("1"));
  }

  @Test
  void aBeginnerIsGivenWhatBeginnersEarn() {
    var beginner = estimate(Profile.BLANK.holding(Set.of("CPC")).withYears(0).in("FL", null));

    assertThat(beginner.cited())
        .extracting(Figure::annual)
        .contains(Money.of("45456"), Money.of("30000"), Money.of("40000"))
        .doesNotContain(Money.of("58055"), Money.of("60000"));
  }

  @Test
  void withoutAnyFigureNothingIsEstimated() {
    assertThat(new Estimator(Benchmarks.NONE).estimate(Profile.BLANK.in("FL", null))).isEmpty();
  }

  @Test
  void everyStateHasAnEstimate() {
    for (UsState state : UsState.values()) {
      assertThat(estimate(Profile.BLANK.in(state.name(), null)).cited()).isNotEmpty();
    }
  }

  @Test
  void aPayStandsBelowWithinOrAboveARange() {
    var range = new PayRange(Money.of("40000"), Money.of("50000"));

    assertThat(range.standing(Money.of("39999.99"))).isEqualTo(PayRange.Standing.BELOW);
    assertThat(range.standing(Money.of("40000"))).isEqualTo(PayRange.Standing.WITHIN);
    assertThat(range.standing(Money.of("50000.01"))).isEqualTo(PayRange.Standing.ABOVE);
  }
}

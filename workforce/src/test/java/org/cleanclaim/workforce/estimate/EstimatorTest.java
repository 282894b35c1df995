package org.cleanclaim.workforce.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Contribution.Basis;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.junit.jupiter.api.Test;

class EstimatorTest {
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private final Estimator estimator = new Estimator(BUILT_IN);

  private Estimate estimate(Profile profile) {
    return estimator.estimate(profile).orElseThrow();
  }

  private static final Profile FLORIDIAN =
      Profile.BLANK.holding(Set.of("CPC")).withYears(3).in("FL", null);

  private static Contribution of(Estimate estimate, Factor factor) {
    return estimate.contributions().stream()
        .filter(c -> c.factor() == factor)
        .findFirst()
        .orElseThrow();
  }

  private static List<Money> amounts(Contribution contribution) {
    return contribution.figures().stream().map(Figure::annual).toList();
  }

  @Test
  void aCertifiedCoderInFloridaGetsTheRangeOfWhatIsPublishedForHim() {
    var estimate = estimate(FLORIDIAN.at("Hospital inpatient and outpatient"));

    assertThat(estimate.range()).isEqualTo(new PayRange(Money.of("45456"), Money.of("74200")));
    assertThat(amounts(of(estimate, Factor.STATE))).containsExactly(Money.of("55823"));
    assertThat(amounts(of(estimate, Factor.SETTING))).containsExactly(Money.of("55440"));
    assertThat(amounts(of(estimate, Factor.CREDENTIAL_COUNT))).containsExactly(Money.of("60097"));
    assertThat(estimate.years()).containsExactly(2020, 2021);
    assertThat(estimate.effects()).extracting(e -> e.factor()).contains("certification");
  }

  @Test
  void aLowEndAloneIsNeverTheUpperEnd() {
    var experience = of(estimate(FLORIDIAN), Factor.EXPERIENCE);

    assertThat(experience.basis()).isEqualTo(Basis.ONE_END);
    assertThat(amounts(experience)).containsExactly(Money.of("60000"), Money.of("74200"));
  }

  @Test
  void aLowEndAboveEverythingClosedBoundsNothingAndIsShownApart() {
    var low = figure(Dimension.EXPERIENCE, "10+ years", "coders", Statistic.LOW, "90000");
    var state = figure(Dimension.STATE, "FL", "coders", Statistic.MEAN, "50000");
    var few = new Benchmarks(List.of(low, state), List.of(), List.of(), List.of());

    var estimate =
        new Estimator(few).estimate(Profile.BLANK.withYears(12).in("FL", null)).orElseThrow();

    assertThat(estimate.range()).isEqualTo(new PayRange(Money.of("50000"), Money.of("50000")));
    assertThat(estimate.apart()).containsExactly(new Apart(low, Apart.Why.ONE_END));
  }

  private static Figure figure(
      Dimension dimension, String key, String population, Statistic statistic, String dollars) {
    return new Figure(
        dimension,
        key,
        population,
        statistic,
        PayBasis.ANNUAL,
        Money.of(dollars),
        new Source("a survey", 2024, ""));
  }

  @Test
  void aMeanOfHoldersWithAnyExperienceIsCalledWhatItIs() {
    var threeYears = of(estimate(FLORIDIAN), Factor.CREDENTIALS);
    var beginner = of(estimate(FLORIDIAN.withYears(1)), Factor.CREDENTIALS);

    assertThat(threeYears.basis()).isEqualTo(Basis.ANY_EXPERIENCE);
    assertThat(amounts(threeYears)).containsExactly(Money.of("58055"), Money.of("45456"));
    assertThat(beginner.basis()).isEqualTo(Basis.PUBLISHED);
    assertThat(amounts(beginner)).containsExactly(Money.of("45456"));
  }

  @Test
  void aSettingWithoutFiguresWidensTheRangeAndNamesThoseThatHaveSome() {
    var setting = of(estimate(FLORIDIAN.at("outpatient hospital")), Factor.SETTING);

    assertThat(setting.basis()).isEqualTo(Basis.NOT_PUBLISHED);
    assertThat(setting.near()).contains("Hospital inpatient and outpatient", "Hospital inpatient");
    assertThat(amounts(setting)).contains(Money.of("29430"), Money.of("74200"));
  }

  @Test
  void percentilesOfTheCountryAreApartUnlessTheyBound() {
    var florida = estimate(FLORIDIAN.withYears(1));

    assertThat(florida.apart())
        .extracting(Apart::why, a -> a.figure().statistic())
        .contains(tuple(Apart.Why.COUNTRY, Statistic.P10), tuple(Apart.Why.COUNTRY, Statistic.P90));
    assertThat(estimate(FLORIDIAN.in("WY", null)).apart())
        .extracting(a -> a.figure().statistic())
        .doesNotContain(Statistic.P10, Statistic.P90);
  }

  @Test
  void percentilesOfTheStatedPlaceWidenTheRange() {
    var tenth =
        figure(Dimension.STATE, "FL", "medical records specialists", Statistic.P10, "31000");
    var ninetieth =
        figure(Dimension.STATE, "FL", "medical records specialists", Statistic.P90, "79000");
    var more = new Benchmarks(List.of(tenth, ninetieth), List.of(), List.of(), List.of());

    var estimate = new Estimator(BUILT_IN.with(more)).estimate(FLORIDIAN).orElseThrow();

    assertThat(estimate.range()).isEqualTo(new PayRange(Money.of("31000"), Money.of("79000")));
  }

  @Test
  void anEffectOfASettingSpeaksOfThoseWhoWorkThere() {
    assertThat(estimate(FLORIDIAN.at("large health system")).effects())
        .extracting(Effect::value)
        .contains("large health system");
    assertThat(estimate(FLORIDIAN.at("Hospital inpatient")).effects())
        .extracting(Effect::value)
        .doesNotContain("large health system");
  }

  @Test
  void whatIsWithheldForTheProfileIsNamed() {
    var withheld =
        new Withheld(
            Dimension.STATE,
            "FL",
            "medical records specialists",
            "p90",
            PayBasis.ANNUAL,
            Withheld.Reason.ABOVE_TOP,
            new Source("BLS", 2024, ""));
    var tables = BUILT_IN.with(new Benchmarks(List.of(), List.of(), List.of(), List.of(withheld)));

    assertThat(new Estimator(tables).estimate(FLORIDIAN).orElseThrow().withheld())
        .containsExactly(withheld);
    assertThat(new Estimator(tables).estimate(FLORIDIAN.in("GA", null)).orElseThrow().withheld())
        .isEmpty();
  }

  @Test
  void theHourAtAnEndIsThePublishedOneWhereThereIsOne() {
    var hourly =
        new Figure(
            Dimension.METRO,
            "Tampa, FL",
            "coders",
            Statistic.MEAN,
            PayBasis.HOURLY,
            Money.of("50"),
            new Source("a survey", 2024, ""));
    var tables = BUILT_IN.with(new Benchmarks(List.of(hourly), List.of(), List.of(), List.of()));

    var estimate = new Estimator(tables).estimate(FLORIDIAN.in("FL", "Tampa, FL")).orElseThrow();

    assertThat(estimate.highest()).isEqualTo(hourly);
    assertThat(estimate.highest().hourly()).isEqualTo(Money.of("50"));
    assertThat(estimate.lowest().basis()).isEqualTo(PayBasis.ANNUAL);
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
  void figuresOfAWiderProfessionBoundNothingAndAreShownApart() {
    var holder = estimate(Profile.BLANK.holding(Set.of("CCS")).withYears(1));

    assertThat(holder.cited()).noneMatch(f -> f.source().publisher().equals("AHIMA"));
    assertThat(of(holder, Factor.CREDENTIALS).basis()).isEqualTo(Basis.NOT_PUBLISHED);
    assertThat(holder.apart())
        .filteredOn(a -> a.why() == Apart.Why.OTHER_PROFESSION)
        .extracting(a -> a.figure().key())
        .containsExactlyInAnyOrder("CCS", "CCS|under 1 year", "CCS|1-2 years", "1");
    assertThat(estimate(Profile.BLANK.holding(Set.of("CPC"))).apart())
        .noneMatch(a -> a.figure().source().publisher().equals("AHIMA"));
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

package org.cleanclaim.workforce.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.Source;
import org.cleanclaim.workforce.benchmark.Statistic;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must hold for any tables and any profile, tried on the built-in tables with rows left out
/// and on made-up ones. `-Dtest.seed=` replays a run.
class EstimatorPropertyTest {
  private static final int ROUNDS = 1500;
  private static final List<String> CREDENTIALS =
      List.of("CPC", "COC", "CIC", "CRC", "CPB", "CPC-P", "CCA", "CCS", "CCS-P");
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void moreCredentialsNeverLowerTheUpperBound() {
    for (int i = 0; i < ROUNDS; i++) {
      var estimator = new Estimator(tables());
      var profile = profile();
      var more = new HashSet<>(profile.credentials());
      more.add(any(CREDENTIALS));

      var fewer = estimator.estimate(profile);
      var after = estimator.estimate(profile.holding(more));

      if (fewer.isEmpty()) continue;
      assertThat(after).as("seed %d: %s", seed, profile).isPresent();
      assertThat(after.get().range().high())
          .as("seed %d: %s and %s", seed, profile, more)
          .isGreaterThanOrEqualTo(fewer.get().range().high());
    }
  }

  @Test
  void theRangeContainsEveryFigureItCitesAndEndsAtTwoOfThem() {
    for (int i = 0; i < ROUNDS; i++) {
      var tables = tables();
      var profile = profile();
      new Estimator(tables)
          .estimate(profile)
          .ifPresent(estimate -> {
            assertThat(estimate.cited())
                .as("seed %d: %s", seed, profile)
                .isNotEmpty()
                .allMatch(f -> estimate.range().contains(f.annual()))
                .allMatch(tables.figures()::contains)
                .anyMatch(f -> f.annual().equals(estimate.range().low()))
                .anyMatch(f -> f.annual().equals(estimate.range().high()));
          });
    }
  }

  @Test
  void sayingLessThanIsPublishedNeverNarrowsTheRange() {
    for (int i = 0; i < ROUNDS; i++) {
      var estimator = new Estimator(tables());
      var profile = profile();
      var stated = estimator.estimate(profile);
      if (stated.stream().anyMatch(e -> rests(e, Contribution.Basis.NOT_PUBLISHED))) continue;
      for (Profile vague :
          List.of(profile.withYears(null), profile.in(null, null), profile.at(null))) {
        contains(estimator.estimate(vague), stated, profile);
      }
    }
  }

  @Test
  void anUpperEndIsNeverTheLowerEndOfARangeAlone() {
    for (int i = 0; i < ROUNDS; i++) {
      var tables = tables();
      var profile = profile();
      new Estimator(tables)
          .estimate(profile)
          .ifPresent(estimate -> {
            assertThat(estimate.cited())
                .as("seed %d: %s", seed, profile)
                .anyMatch(f ->
                    f.annual().equals(estimate.range().high())
                        && (!f.statistic().isLowerEnd() || isBesidesAHigher(f, tables)))
                .anyMatch(f ->
                    f.annual().equals(estimate.range().low())
                        && (!f.statistic().isUpperEnd() || isBesidesALower(f, tables)));
          });
    }
  }

  private static boolean isBesidesAHigher(Figure figure, Benchmarks tables) {
    return tables.figures().stream()
        .anyMatch(f -> f.isBesides(figure) && !f.statistic().isLowerEnd());
  }

  private static boolean isBesidesALower(Figure figure, Benchmarks tables) {
    return tables.figures().stream()
        .anyMatch(f -> f.isBesides(figure) && !f.statistic().isUpperEnd());
  }

  @Test
  void figuresOfOtherProfessionsNeverBoundAndWhatIsApartIsNotCited() {
    for (int i = 0; i < ROUNDS; i++) {
      var tables = tables();
      var profile = profile();
      new Estimator(tables)
          .estimate(profile)
          .ifPresent(estimate -> {
            assertThat(estimate.cited())
                .as("seed %d: %s", seed, profile)
                .noneMatch(Figure::isOfOthers);
            assertThat(estimate.apart())
                .as("seed %d: %s", seed, profile)
                .noneMatch(a -> estimate.cited().contains(a.figure()))
                .allMatch(a -> tables.figures().contains(a.figure()));
          });
    }
  }

  /// Every number of credentials with every number of years, in places and settings with figures
  /// and without.
  @Test
  void oneMoreCredentialOrYearNeverLowersTheUpperBoundOfTheBuiltInTables() {
    var estimator = new Estimator(BUILT_IN);
    for (String state : List.of("FL", "NJ", "WY")) {
      for (String setting : List.of("Hospital inpatient", "outpatient hospital")) {
        var held = new TreeSet<String>();
        for (int number = 0; number <= CREDENTIALS.size(); number++) {
          if (number > 0) held.add(CREDENTIALS.get(number - 1));
          for (int years = 0; years <= 12; years++) {
            var profile = Profile.BLANK.holding(held).withYears(years).in(state, null).at(setting);
            var high = estimator.estimate(profile).orElseThrow().range().high();
            assertThat(
                    estimator.estimate(profile.withYears(years + 1)).orElseThrow().range().high())
                .as("%s and a year", profile)
                .isGreaterThanOrEqualTo(high);
            for (String more : CREDENTIALS) {
              var after = new TreeSet<>(held);
              after.add(more);
              assertThat(estimator.estimate(profile.holding(after)).orElseThrow().range().high())
                  .as("%s and %s", profile, more)
                  .isGreaterThanOrEqualTo(high);
            }
          }
        }
      }
    }
  }

  /// The figures for the very years and number are taken out, but for the lowest and the highest of
  /// their kind.
  @Test
  void withoutTheFiguresForItsYearsAndNumberAProfileHasNoNarrowerRange() {
    var complete = new Estimator(BUILT_IN);
    for (int i = 0; i < ROUNDS; i++) {
      var profile = profile();
      int held = profile.credentials().size();
      if (held == 0 || held >= 3) continue;
      var kept =
          BUILT_IN.figures().stream()
              .filter(f ->
                  f.dimension() != Dimension.CREDENTIAL_COUNT
                      || !f.key().equals(String.valueOf(held)))
              .toList();
      var without = new Benchmarks(kept, List.of(), List.of(), List.of());
      contains(new Estimator(without).estimate(profile), complete.estimate(profile), profile);
    }
  }

  private static boolean rests(Estimate estimate, Contribution.Basis basis) {
    return estimate.contributions().stream().anyMatch(c -> c.basis() == basis);
  }

  @Test
  void whatNobodyPublishesNeverNarrowsTheRange() {
    for (int i = 0; i < ROUNDS; i++) {
      var estimator = new Estimator(tables());
      var profile = profile();
      contains(
          estimator.estimate(profile.in("ZZ", null)),
          estimator.estimate(profile.in(profile.state(), null)),
          profile);
      contains(estimator.estimate(profile.at("nowhere")), estimator.estimate(profile), profile);
    }
  }

  /// What is stated and published may be outside only when nothing is published at all.
  private void contains(Optional<Estimate> wide, Optional<Estimate> narrow, Profile profile) {
    if (narrow.isEmpty()) return;
    assertThat(wide).as("seed %d: %s", seed, profile).isPresent();
    assertThat(wide.get().range().contains(narrow.get().range()))
        .as("seed %d: %s: %s in %s", seed, profile, narrow.get().range(), wide.get().range())
        .isTrue();
  }

  private Benchmarks tables() {
    var figures = new ArrayList<Figure>();
    int kept = random.nextInt(101);
    for (Figure f : BUILT_IN.figures()) if (random.nextInt(100) < kept) figures.add(f);
    for (int i = random.nextInt(30); i > 0; i--) figures.add(figure());
    return new Benchmarks(figures, List.of(), BUILT_IN.effects(), List.of());
  }

  private Figure figure() {
    Figure like = any(BUILT_IN.figures());
    String key = like.dimension() == Dimension.STATE ? any(List.of("FL", "TX", "WY")) : like.key();
    PayBasis basis = any(List.of(PayBasis.values()));
    long dollars =
        basis == PayBasis.ANNUAL ? 20_000 + random.nextInt(150_000) : 9 + random.nextInt(60);
    return new Figure(
        like.dimension(),
        key,
        any(List.of(like.population(), "HIM professionals", "coders")),
        any(List.of(Statistic.values())),
        basis,
        Money.ofCents(dollars * 100),
        new Source(
            any(List.of("BLS", "AAPC", "AHIMA", "another survey")), 2018 + random.nextInt(8), ""));
  }

  private Profile profile() {
    var held = new HashSet<String>();
    for (int i = random.nextInt(4); i > 0; i--) held.add(any(CREDENTIALS));
    return new Profile(
        Set.copyOf(held),
        maybe(random.nextInt(15)),
        maybe(any(List.of("FL", "NJ", "TX", "WY"))),
        maybe(any(List.copyOf(BUILT_IN.keys(Dimension.METRO)))),
        maybe(any(List.copyOf(BUILT_IN.keys(Dimension.SETTING)))),
        maybe(any(List.copyOf(BUILT_IN.keys(Dimension.POSITION)))));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

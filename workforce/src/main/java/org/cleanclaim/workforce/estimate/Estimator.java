package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.NearestNames;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;
import org.cleanclaim.workforce.estimate.Contribution.Basis;
import org.jspecify.annotations.Nullable;

/// Estimates what a profile earns. Each factor brings the figures that are published for what the
/// profile states, percentiles of the place among them; the range goes from the lowest to the
/// highest of them all. Nothing is averaged, interpolated or adjusted for the year.
///
/// - What the profile does not state, or nobody publishes, brings the lowest and the highest
///   published value instead, so that missing knowledge makes the range wider, never narrower; the
///   country's figures (10th and 90th percentile) besides where the place is not stated, or nothing
///   is published for what is stated.
/// - One end of a range alone is never taken for the other ([FigurePool]).
/// - Figures of other or wider professions bound nothing; they are shown apart ([Apart]).
/// - More credentials never lower the upper bound: an amount that is reached with fewer of them is
///   cited as such.
/// - A position is taken only when stated; without it the profile is any coder or biller.
public final class Estimator {
  /// What a profile names by the keys of the tables, but for its credentials.
  private static final List<Dimension> STATED =
      List.of(Dimension.STATE, Dimension.METRO, Dimension.SETTING, Dimension.POSITION);

  private final Benchmarks benchmarks;
  private final List<Figure> country;
  private final FigurePool settings;
  private final FigurePool places;
  private final FigurePool everywhere;
  private final FigurePool experience;
  private final FigurePool positions;
  private final CredentialPay credentialPay;

  /// Figures by place, setting and position that are not of coders and billers.
  private final List<Figure> ofOthers;

  public Estimator(Benchmarks benchmarks) {
    this.benchmarks = benchmarks;
    this.country = FigurePool.closed(ofCoders(Dimension.NATIONAL));
    this.settings = new FigurePool(ofCoders(Dimension.SETTING), country);
    this.places =
        new FigurePool(
            Stream.of(Dimension.STATE, Dimension.METRO).flatMap(d -> ofCoders(d).stream()).toList(),
            country);
    this.everywhere =
        new FigurePool(
            Stream.concat(places.figures().stream(), country.stream()).toList(), country);
    this.experience = new FigurePool(ofCoders(Dimension.EXPERIENCE), country);
    this.positions =
        new FigurePool(
            benchmarks.latest(Dimension.POSITION).stream().filter(f -> !f.isOfOthers()).toList(),
            country);
    this.credentialPay = new CredentialPay(benchmarks, country);
    this.ofOthers =
        STATED.stream()
            .flatMap(d -> {
              var bounding = Set.copyOf(pool(d).figures());
              return benchmarks.latest(d).stream().filter(f -> !bounding.contains(f));
            })
            .toList();
  }

  private List<Figure> ofCoders(Dimension dimension) {
    return benchmarks.latest(dimension).stream().filter(Figure::isOfCoders).toList();
  }

  /// The range for a profile; empty when no figure at all is published that could speak of it.
  public Optional<Estimate> estimate(Profile profile) {
    var contributions = new ArrayList<Contribution>();
    contributions.addAll(credentialPay.contributions(profile));
    contributions.addAll(experience(profile, fittingExperience(profile)));
    contributions.addAll(place(profile));
    contributions.addAll(keyed(Factor.SETTING, settings, Dimension.SETTING, profile.setting()));
    if (profile.position() != null) {
      contributions.addAll(
          keyed(Factor.POSITION, positions, Dimension.POSITION, profile.position()));
    }
    var own = contributions.stream().map(Contribution::range).reduce(PayRange::and);
    if (own.isEmpty()) return Optional.empty();
    PayRange range = own.get();
    var fewer = highestWithFewer(profile);
    if (fewer.isPresent() && fewer.get().annual().compareTo(range.high()) > 0) {
      var reached =
          Contribution.of(
              Factor.CREDENTIALS, "fewer of them", Basis.FEWER_CREDENTIALS, List.of(fewer.get()));
      contributions.add(reached);
      range = range.and(reached.range());
    }
    return Optional.of(
        new Estimate(
            profile,
            range,
            contributions,
            effects(profile),
            apart(profile, contributions),
            withheld(profile)));
  }

  /// The highest amount that a holder of some of the credentials, or of none, is given.
  private Optional<Figure> highestWithFewer(Profile profile) {
    var uncertified = experience(profile, fittingExperience(profile.holding(Set.of())));
    return Stream.concat(
            credentialPay.reachable(profile).stream(),
            uncertified.stream().flatMap(c -> c.figures().stream()))
        .max(Comparator.comparing(Figure::annual));
  }

  private List<Contribution> experience(Profile profile, List<Figure> fitting) {
    Integer years = profile.yearsOfExperience();
    if (years == null) return experience.ends(Factor.EXPERIENCE, "", Basis.NOT_STATED);
    String stated = years == 1 ? "1 year" : years + " years";
    return experience.published(Factor.EXPERIENCE, stated, fitting, Basis.PUBLISHED);
  }

  private List<Figure> fittingExperience(Profile profile) {
    Integer years = profile.yearsOfExperience();
    if (years == null) return List.of();
    return experience.figures().stream()
        .filter(f -> {
          var band = ExperienceBand.of(f.key());
          return band.covers(years)
              && (!profile.credentials().isEmpty() || !band.asksForCertification());
        })
        .toList();
  }

  private List<Contribution> place(Profile profile) {
    String state = profile.state();
    String metro = profile.metro();
    if (state == null && metro == null) {
      return everywhere.ends(Factor.STATE, "", Basis.NOT_STATED);
    }
    var found = new ArrayList<Contribution>();
    if (state != null) {
      found.addAll(
          places.published(
              Factor.STATE,
              UsState.titleOf(state),
              of(places.figures(), Dimension.STATE, state),
              Basis.PUBLISHED));
    }
    if (metro != null) found.addAll(keyed(Factor.METRO, places, Dimension.METRO, metro));
    return found;
  }

  /// What is published for a key; where nothing is, with the names nearest to it.
  private List<Contribution> keyed(
      Factor factor, FigurePool pool, Dimension dimension, @Nullable String key) {
    if (key == null) return pool.ends(factor, "", Basis.NOT_STATED);
    var found = pool.published(factor, key, of(pool.figures(), dimension, key), Basis.PUBLISHED);
    if (found.stream().noneMatch(c -> c.basis() == Basis.NOT_PUBLISHED)) return found;
    var names =
        pool.figures().stream().filter(f -> f.dimension() == dimension).map(Figure::key).toList();
    return found.stream().map(c -> c.near(NearestNames.of(key, names))).toList();
  }

  private static List<Figure> of(List<Figure> figures, Dimension dimension, String key) {
    return figures.stream()
        .filter(f -> f.dimension() == dimension && f.key().equalsIgnoreCase(key))
        .toList();
  }

  private List<Effect> effects(Profile profile) {
    return benchmarks.effects().stream()
        .filter(e ->
            switch (e.factor()) {
              case "certification" ->
                  !profile.credentials().isEmpty() && e.value().equals("certified");
              case "credential" -> profile.credentials().contains(e.value());
              case "setting" ->
                  profile.setting() != null
                      && Benchmarks.words(e.value()).equals(Benchmarks.words(profile.setting()));
              case "experience" ->
                  profile.credentials().stream()
                      .anyMatch(c -> List.of(e.value().split(" ", -1)).contains(c));
              default -> false;
            })
        .toList();
  }

  /// What is published near the profile and bounds nothing: figures of other professions, single
  /// ends of ranges, and the percentiles of the whole country.
  private List<Apart> apart(Profile profile, List<Contribution> contributions) {
    var apart = new LinkedHashSet<>(credentialPay.apart(profile));
    for (Figure f : experience.unbounded(fittingExperience(profile))) {
      apart.add(new Apart(f, Apart.Why.ONE_END));
    }
    for (Dimension dimension : STATED) {
      String key = key(profile, dimension);
      if (key == null) continue;
      for (Figure f : of(ofOthers, dimension, key)) {
        apart.add(new Apart(f, Apart.Why.OTHER_PROFESSION));
      }
      var pool = pool(dimension);
      for (Figure f : pool.unbounded(of(pool.figures(), dimension, key))) {
        apart.add(new Apart(f, Apart.Why.ONE_END));
      }
    }
    for (Figure f : FigurePool.yearly(country)) {
      if (f.statistic().isPercentile()) apart.add(new Apart(f, Apart.Why.COUNTRY));
    }
    apart.removeIf(a -> contributions.stream().anyMatch(c -> c.figures().contains(a.figure())));
    return List.copyOf(apart);
  }

  private FigurePool pool(Dimension dimension) {
    return switch (dimension) {
      case SETTING -> settings;
      case POSITION -> positions;
      default -> places;
    };
  }

  private static @Nullable String key(Profile profile, Dimension dimension) {
    return switch (dimension) {
      case STATE -> profile.state();
      case METRO -> profile.metro();
      case SETTING -> profile.setting();
      case POSITION -> profile.position();
      default -> null;
    };
  }

  /// What the publishers' tables name for the profile but do not give.
  private List<Withheld> withheld(Profile profile) {
    return benchmarks.withheld().stream()
        .filter(w ->
            w.key().equalsIgnoreCase(key(profile, w.dimension()))
                || profile.credentials().contains(w.key().split("\\|", -1)[0]))
        .toList();
  }
}

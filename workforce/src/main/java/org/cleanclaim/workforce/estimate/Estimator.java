package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.benchmark.PayBasis;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.estimate.Contribution.Basis;

/// Estimates what a profile earns. Each factor brings the typical figures (means, medians, ends of
/// ranges) that are published for what the profile states; the range goes from the lowest to the
/// highest of them all. Nothing is averaged, interpolated or adjusted for the year.
///
/// - What the profile does not state, or nobody publishes, brings the lowest and the highest
///   published value instead, so that missing knowledge makes the range wider, never narrower.
/// - A place or a setting without figures brings the national 10th and 90th percentile besides.
/// - More credentials never lower the upper bound: an amount that is reached with fewer of them is
///   cited as such.
/// - A position is taken only when stated; without it the profile is any coder or biller.
public final class Estimator {
  private final Benchmarks benchmarks;
  private final List<Figure> settings;
  private final List<Figure> places;
  private final List<Figure> experience;
  private final List<Figure> percentiles;
  private final CredentialPay credentialPay;

  public Estimator(Benchmarks benchmarks) {
    this.benchmarks = benchmarks;
    this.settings = typical(Dimension.SETTING);
    this.places =
        Stream.of(Dimension.STATE, Dimension.METRO).flatMap(d -> typical(d).stream()).toList();
    this.experience = typical(Dimension.EXPERIENCE);
    this.percentiles =
        benchmarks.latest(Dimension.NATIONAL).stream()
            .filter(f -> f.isOfCoders() && !f.statistic().isTypical())
            .toList();
    this.credentialPay = new CredentialPay(benchmarks);
  }

  private List<Figure> typical(Dimension dimension) {
    return benchmarks.latest(dimension).stream()
        .filter(f -> f.isOfCoders() && f.statistic().isTypical())
        .toList();
  }

  /// The range for a profile; empty when no figure at all is published that could speak of it.
  public Optional<Estimate> estimate(Profile profile) {
    var contributions = new ArrayList<Contribution>();
    contributions.addAll(credentialPay.contributions(profile));
    contributions.addAll(experience(profile, !profile.credentials().isEmpty()));
    contributions.addAll(place(profile));
    contributions.addAll(setting(profile));
    contributions.addAll(position(profile));
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
        new Estimate(profile, range, contributions, effects(profile), spread(profile)));
  }

  /// The highest amount that a holder of some of the credentials, or of none, is given.
  private Optional<Figure> highestWithFewer(Profile profile) {
    return Stream.concat(
            credentialPay.reachable(profile).stream(),
            experience(profile, false).stream().flatMap(c -> c.figures().stream()))
        .max(Comparator.comparing(Figure::annual));
  }

  private List<Contribution> experience(Profile profile, boolean isCertified) {
    Integer years = profile.yearsOfExperience();
    if (years == null) {
      return extremes(Factor.EXPERIENCE, "", Basis.NOT_STATED, experience, List.of());
    }
    String stated = years == 1 ? "1 year" : years + " years";
    var fitting =
        experience.stream()
            .filter(f -> {
              var band = ExperienceBand.of(f.key());
              return band.covers(years) && (isCertified || !band.asksForCertification());
            })
            .toList();
    return published(Factor.EXPERIENCE, stated, fitting, experience, List.of());
  }

  private List<Contribution> place(Profile profile) {
    String state = profile.state();
    String metro = profile.metro();
    if (state == null && metro == null) {
      return extremes(Factor.STATE, "", Basis.NOT_STATED, places, percentiles);
    }
    var found = new ArrayList<Contribution>();
    if (state != null) {
      var fitting = keyed(places, Dimension.STATE, state);
      found.addAll(published(Factor.STATE, UsState.titleOf(state), fitting, places, percentiles));
    }
    if (metro != null) {
      var fitting = keyed(places, Dimension.METRO, metro);
      found.addAll(published(Factor.METRO, metro, fitting, places, percentiles));
    }
    return found;
  }

  private List<Contribution> setting(Profile profile) {
    String setting = profile.setting();
    if (setting == null) {
      return extremes(Factor.SETTING, "", Basis.NOT_STATED, settings, percentiles);
    }
    var fitting = keyed(settings, Dimension.SETTING, setting);
    return published(Factor.SETTING, setting, fitting, settings, percentiles);
  }

  private List<Contribution> position(Profile profile) {
    String position = profile.position();
    if (position == null) return List.of();
    var all =
        benchmarks.latest(Dimension.POSITION).stream()
            .filter(f -> f.statistic().isTypical())
            .toList();
    var fitting = keyed(all, Dimension.POSITION, position);
    return published(Factor.POSITION, position, fitting, all, percentiles);
  }

  private static List<Figure> keyed(List<Figure> figures, Dimension dimension, String key) {
    return figures.stream()
        .filter(f -> f.dimension() == dimension && f.key().equalsIgnoreCase(key))
        .toList();
  }

  /// The figures for what is stated; where there are none, what stands in for them.
  static List<Contribution> published(
      Factor factor, String stated, List<Figure> fitting, List<Figure> all, List<Figure> widening) {
    if (fitting.isEmpty()) return extremes(factor, stated, Basis.NOT_PUBLISHED, all, widening);
    return List.of(Contribution.of(factor, stated, Basis.PUBLISHED, yearly(fitting)));
  }

  /// The lowest and the highest of all; what widens comes besides when the profile states something
  /// that nobody publishes, and alone when there is nothing else.
  private static List<Contribution> extremes(
      Factor factor, String stated, Basis basis, List<Figure> all, List<Figure> widening) {
    var found = new LinkedHashSet<>(ends(all));
    if (basis == Basis.NOT_PUBLISHED || found.isEmpty()) found.addAll(ends(widening));
    return found.isEmpty()
        ? List.of()
        : List.of(Contribution.of(factor, stated, basis, List.copyOf(found)));
  }

  /// The figure with the lowest and the one with the highest annual amount.
  static List<Figure> ends(List<Figure> figures) {
    var ends = new LinkedHashSet<Figure>();
    figures.stream().min(Comparator.comparing(Figure::annual)).ifPresent(ends::add);
    figures.stream().max(Comparator.comparing(Figure::annual)).ifPresent(ends::add);
    return new ArrayList<>(ends);
  }

  /// Without hourly figures that say what an annual one beside them says.
  static List<Figure> yearly(List<Figure> figures) {
    return figures.stream()
        .filter(f -> figures.stream().noneMatch(other -> saysTheSameByYear(other, f)))
        .toList();
  }

  private static boolean saysTheSameByYear(Figure annual, Figure hourly) {
    return annual.basis() != hourly.basis()
        && annual.basis() == PayBasis.ANNUAL
        && annual.dimension() == hourly.dimension()
        && annual.key().equals(hourly.key())
        && annual.population().equals(hourly.population())
        && annual.statistic() == hourly.statistic()
        && annual.source().title().equals(hourly.source().title());
  }

  private List<Effect> effects(Profile profile) {
    return benchmarks.effects().stream()
        .filter(e ->
            switch (e.factor()) {
              case "certification" ->
                  !profile.credentials().isEmpty() && e.value().equals("certified");
              case "credential" -> profile.credentials().contains(e.value());
              case "setting" -> e.value().equalsIgnoreCase(profile.setting());
              case "experience" ->
                  profile.credentials().stream()
                      .anyMatch(c -> List.of(e.value().split(" ", -1)).contains(c));
              default -> false;
            })
        .toList();
  }

  /// The percentiles of the country, of the state and of the metropolitan area.
  private List<Figure> spread(Profile profile) {
    var spread = new ArrayList<>(percentiles);
    String state = profile.state();
    if (state != null) spread.addAll(percentiles(Dimension.STATE, state));
    String metro = profile.metro();
    if (metro != null) spread.addAll(percentiles(Dimension.METRO, metro));
    return yearly(spread);
  }

  private List<Figure> percentiles(Dimension dimension, String key) {
    return keyed(benchmarks.latest(dimension), dimension, key).stream()
        .filter(f -> f.isOfCoders() && !f.statistic().isTypical())
        .toList();
  }
}

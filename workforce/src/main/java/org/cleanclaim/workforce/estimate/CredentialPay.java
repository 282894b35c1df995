package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;

/// What credentials bring: the figures of each that is held, and those of how many are held.
///
/// Figures by number are taken of publishers who count coders and billers; those of a wider
/// profession only for holders of a credential of which the same publisher reports.
final class CredentialPay {
  private final List<Figure> general;
  private final List<Figure> byExperience;
  private final List<Figure> byCount;

  CredentialPay(Benchmarks benchmarks) {
    this.general = typical(benchmarks, Dimension.CREDENTIAL);
    this.byExperience =
        Stream.of(Dimension.CREDENTIAL_ENTRY, Dimension.CREDENTIAL_EXPERIENCE)
            .flatMap(d -> typical(benchmarks, d).stream())
            .toList();
    this.byCount = typical(benchmarks, Dimension.CREDENTIAL_COUNT);
  }

  private static List<Figure> typical(Benchmarks benchmarks, Dimension dimension) {
    return benchmarks.latest(dimension).stream().filter(f -> f.statistic().isTypical()).toList();
  }

  List<Contribution> contributions(Profile profile) {
    var found = new ArrayList<Contribution>();
    for (String credential : profile.credentials()) {
      found.addAll(
          Estimator.published(
              Factor.CREDENTIALS, credential, figures(credential, profile), general, List.of()));
    }
    int held = profile.credentials().size();
    var relevant = relevant(profile.credentials());
    found.addAll(
        Estimator.published(
            Factor.CREDENTIAL_COUNT,
            held == 0 ? "none" : String.valueOf(held),
            counted(relevant, held),
            relevant,
            List.of()));
    return found;
  }

  /// Every figure that a holder of some of the profile's credentials could be given. It only grows
  /// with the credentials, and so does its highest amount.
  List<Figure> reachable(Profile profile) {
    var reachable = new LinkedHashSet<Figure>();
    for (String credential : profile.credentials()) {
      var own = figures(credential, profile);
      reachable.addAll(own.isEmpty() ? Estimator.ends(general) : own);
    }
    var relevant = relevant(profile.credentials());
    for (int held = 0; held <= profile.credentials().size(); held++) {
      var counted = counted(relevant, held);
      reachable.addAll(counted);
      if (counted.stream().noneMatch(Figure::isOfCoders)) {
        reachable.addAll(Estimator.ends(relevant));
      }
    }
    return new ArrayList<>(reachable);
  }

  /// The figures of a credential that fit the years; all that there are when the years are not
  /// stated or nothing fits them.
  private List<Figure> figures(String credential, Profile profile) {
    var overall = of(credential, general);
    var banded = of(credential, byExperience);
    Integer years = profile.yearsOfExperience();
    if (years == null) return Stream.concat(overall.stream(), banded.stream()).toList();
    var fitting = banded.stream().filter(f -> band(f).covers(years)).toList();
    if (!fitting.isEmpty()) return fitting;
    return overall.isEmpty() ? banded : overall;
  }

  private static ExperienceBand band(Figure figure) {
    int bar = figure.key().indexOf('|');
    return ExperienceBand.of(bar < 0 ? "entry" : figure.key().substring(bar + 1));
  }

  private static List<Figure> of(String credential, List<Figure> figures) {
    return figures.stream()
        .filter(f -> f.key().split("\\|", -1)[0].strip().equalsIgnoreCase(credential))
        .toList();
  }

  private List<Figure> relevant(Collection<String> credentials) {
    var publishers = new HashSet<String>();
    for (String credential : credentials) {
      for (Figure f : of(credential, general)) publishers.add(f.source().publisher());
      for (Figure f : of(credential, byExperience)) publishers.add(f.source().publisher());
    }
    return byCount.stream()
        .filter(f -> f.isOfCoders() || publishers.contains(f.source().publisher()))
        .toList();
  }

  /// `3+` counts everybody who holds three or more.
  private static List<Figure> counted(List<Figure> figures, int held) {
    return figures.stream().filter(f -> covers(f.key(), held)).toList();
  }

  private static boolean covers(String key, int held) {
    if (key.matches("\\d{1,2}")) return Integer.parseInt(key) == held;
    return key.matches("\\d{1,2}\\+")
        && held >= Integer.parseInt(key.substring(0, key.length() - 1));
  }
}

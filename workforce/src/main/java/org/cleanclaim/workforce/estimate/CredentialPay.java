package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.estimate.Contribution.Basis;

/// What credentials bring: the figures of each that is held, and those of how many are held.
/// Figures of a wider profession are shown apart; they bound nothing.
final class CredentialPay {
  private final List<Figure> general;
  private final List<Figure> byExperience;
  private final List<Figure> byCount;
  private final List<Figure> ofOthers;
  private final FigurePool credentials;
  private final FigurePool counts;

  /// @param country closed figures of all coders and billers
  CredentialPay(Benchmarks benchmarks, List<Figure> country) {
    var all = new ArrayList<Figure>();
    for (Dimension d :
        List.of(
            Dimension.CREDENTIAL,
            Dimension.CREDENTIAL_ENTRY,
            Dimension.CREDENTIAL_EXPERIENCE,
            Dimension.CREDENTIAL_COUNT)) {
      all.addAll(benchmarks.latest(d));
    }
    this.ofOthers = all.stream().filter(Figure::isOfOthers).toList();
    this.byCount =
        all.stream()
            .filter(f -> f.dimension() == Dimension.CREDENTIAL_COUNT && f.isOfCoders())
            .toList();
    var own =
        all.stream()
            .filter(f -> f.dimension() != Dimension.CREDENTIAL_COUNT && !f.isOfOthers())
            .toList();
    this.general = own.stream().filter(f -> f.dimension() == Dimension.CREDENTIAL).toList();
    this.byExperience = own.stream().filter(f -> f.dimension() != Dimension.CREDENTIAL).toList();
    this.credentials = new FigurePool(own, country);
    this.counts = new FigurePool(byCount, country);
  }

  List<Contribution> contributions(Profile profile) {
    var found = new ArrayList<Contribution>();
    for (String credential : profile.credentials()) found.addAll(brought(credential, profile));
    found.addAll(counted(profile.credentials().size()));
    return found;
  }

  /// Every figure that a holder of some of the profile's credentials could be given. It only grows
  /// with the credentials, and so does its highest amount.
  List<Figure> reachable(Profile profile) {
    var reachable = new ArrayList<Contribution>();
    for (String credential : profile.credentials()) reachable.addAll(brought(credential, profile));
    for (int held = 0; held <= profile.credentials().size(); held++) {
      reachable.addAll(counted(held));
    }
    return reachable.stream().flatMap(c -> c.figures().stream()).distinct().toList();
  }

  /// The figures of the credentials and of their number that bound nothing.
  List<Apart> apart(Profile profile) {
    var apart = new ArrayList<Apart>();
    var publishers = new HashSet<String>();
    for (String credential : profile.credentials()) {
      for (Figure f : of(credential, ofOthers)) {
        publishers.add(f.source().publisher());
        apart.add(new Apart(f, Apart.Why.OTHER_PROFESSION));
      }
      for (Figure f : credentials.unbounded(figures(credential, profile))) {
        apart.add(new Apart(f, Apart.Why.ONE_END));
      }
    }
    int held = profile.credentials().size();
    for (Figure f : held(ofOthers, held)) {
      if (publishers.contains(f.source().publisher())) {
        apart.add(new Apart(f, Apart.Why.OTHER_PROFESSION));
      }
    }
    for (Figure f : counts.unbounded(held(byCount, held))) {
      apart.add(new Apart(f, Apart.Why.ONE_END));
    }
    return apart;
  }

  private List<Contribution> brought(String credential, Profile profile) {
    boolean isFitting =
        profile.yearsOfExperience() == null || !banded(credential, profile).isEmpty();
    return credentials.published(
        Factor.CREDENTIALS,
        credential,
        figures(credential, profile),
        isFitting ? Basis.PUBLISHED : Basis.ANY_EXPERIENCE);
  }

  private List<Contribution> counted(int held) {
    return counts.published(
        Factor.CREDENTIAL_COUNT,
        held == 0 ? "none" : String.valueOf(held),
        held(byCount, held),
        Basis.PUBLISHED);
  }

  /// The figures of a credential that fit the years; all that there are when the years are not
  /// stated or nothing fits them.
  private List<Figure> figures(String credential, Profile profile) {
    var fitting = banded(credential, profile);
    if (!fitting.isEmpty()) return fitting;
    var all = new LinkedHashSet<>(of(credential, general));
    all.addAll(of(credential, byExperience));
    return List.copyOf(all);
  }

  /// The figures of a credential by experience that fit the stated years.
  private List<Figure> banded(String credential, Profile profile) {
    Integer years = profile.yearsOfExperience();
    if (years == null) return List.of();
    return of(credential, byExperience).stream().filter(f -> band(f).covers(years)).toList();
  }

  private static ExperienceBand band(Figure figure) {
    int bar = figure.key().indexOf('|');
    return ExperienceBand.of(bar < 0 ? "entry" : figure.key().substring(bar + 1));
  }

  private static List<Figure> of(String credential, List<Figure> figures) {
    return figures.stream()
        .filter(f -> f.dimension() != Dimension.CREDENTIAL_COUNT)
        .filter(f -> f.key().split("\\|", -1)[0].strip().equalsIgnoreCase(credential))
        .toList();
  }

  /// `3+` counts everybody who holds three or more.
  private static List<Figure> held(List<Figure> figures, int held) {
    return figures.stream()
        .filter(f -> f.dimension() == Dimension.CREDENTIAL_COUNT && covers(f.key(), held))
        .toList();
  }

  private static boolean covers(String key, int held) {
    if (key.matches("\\d{1,2}")) return Integer.parseInt(key) == held;
    return key.matches("\\d{1,2}\\+")
        && held >= Integer.parseInt(key.substring(0, key.length() - 1));
  }
}

package org.cleanclaim.workforce.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Published figures: those that come with the program and those that were installed. Years stand
/// side by side; nothing is averaged.
public record Benchmarks(
    List<Figure> figures,
    List<Headcount> headcounts,
    List<Effect> effects,
    List<Withheld> withheld) {

  public static final Benchmarks NONE = new Benchmarks(List.of(), List.of(), List.of(), List.of());

  public Benchmarks {
    figures = List.copyOf(figures);
    headcounts = List.copyOf(headcounts);
    effects = List.copyOf(effects);
    withheld = List.copyOf(withheld);
  }

  /// These and further figures; a row that is there already is kept once.
  public Benchmarks with(Benchmarks more) {
    return new Benchmarks(
        joined(figures, more.figures),
        joined(headcounts, more.headcounts),
        joined(effects, more.effects),
        joined(withheld, more.withheld));
  }

  private static <T> List<T> joined(Collection<T> some, Collection<T> more) {
    var all = new LinkedHashSet<>(some);
    all.addAll(more);
    return new ArrayList<>(all);
  }

  public boolean isEmpty() {
    return figures.isEmpty() && headcounts.isEmpty() && effects.isEmpty();
  }

  /// The pay figures of a dimension, in the order of the tables.
  public List<Figure> figures(Dimension dimension) {
    return figures.stream().filter(f -> f.dimension() == dimension).toList();
  }

  /// The pay figures of one key, of every publisher and year.
  public List<Figure> figures(Dimension dimension, String key) {
    return figures(dimension).stream().filter(f -> f.key().equalsIgnoreCase(key)).toList();
  }

  /// The figures of a dimension without those of which the same publisher has newer ones for the
  /// same key; figures of other professions neither replace those of coders nor are replaced by
  /// them.
  public List<Figure> latest(Dimension dimension) {
    var newest = new HashMap<Series, Integer>();
    for (Figure f : figures(dimension)) {
      newest.merge(Series.of(f), f.source().year(), Math::max);
    }
    return figures(dimension).stream()
        .filter(f -> Integer.valueOf(f.source().year()).equals(newest.get(Series.of(f))))
        .toList();
  }

  /// What one publisher reports of one key year by year.
  private record Series(String publisher, String key, boolean isOfOthers) {
    static Series of(Figure f) {
      return new Series(f.source().publisher(), f.key(), f.isOfOthers());
    }
  }

  public List<Headcount> headcounts(Dimension dimension) {
    return headcounts.stream().filter(h -> h.dimension() == dimension).toList();
  }

  /// Every key of which anything is known in a dimension: pay, people, or that it was withheld.
  public NavigableSet<String> keys(Dimension dimension) {
    var keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Figure f : figures(dimension)) keys.add(f.key());
    for (Headcount h : headcounts(dimension)) keys.add(h.key());
    for (Withheld w : withheld) if (w.dimension() == dimension) keys.add(w.key());
    return keys;
  }

  /// The key as the tables write it, from what somebody typed: the whole key, or words that only
  /// one key has. A setting has to be named by all its words in any order, but for what stands in
  /// brackets: an outpatient department is not a hospital with its inpatients. Empty when there is
  /// none or several.
  public Optional<String> key(Dimension dimension, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    var keys = keys(dimension);
    if (wanted.isEmpty()) return Optional.empty();
    if (keys.contains(wanted)) {
      return keys.stream().filter(k -> k.equalsIgnoreCase(wanted)).findFirst();
    }
    var words = words(wanted);
    var having =
        keys.stream()
            .filter(k ->
                dimension == Dimension.SETTING
                    ? words.equals(words(k)) || words.equals(words(k.replaceAll("\\(.*\\)", "")))
                    : words(k).containsAll(words))
            .toList();
    return having.size() == 1 ? Optional.of(having.getFirst()) : Optional.empty();
  }

  /// The words of a name, in small letters, without those that only join others.
  public static Set<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{Alnum}+]+", -1))
        .filter(w -> !w.isEmpty() && !w.equals("and") && !w.equals("or"))
        .collect(Collectors.toSet());
  }

  /// The credentials of which there are figures.
  public NavigableSet<String> credentials() {
    var keys = keys(Dimension.CREDENTIAL);
    Stream.of(Dimension.CREDENTIAL_ENTRY, Dimension.CREDENTIAL_EXPERIENCE)
        .flatMap(d -> keys(d).stream())
        .map(k -> k.split("\\|", -1)[0])
        .forEach(keys::add);
    return keys;
  }
}

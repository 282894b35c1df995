package org.cleanclaim.workforce.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.Effect;
import org.cleanclaim.workforce.benchmark.NearestNames;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.career.Credential;
import org.cleanclaim.workforce.career.WorkSetting;
import org.jspecify.annotations.Nullable;

/// A profile as somebody typed it. Blank means not stated.
///
/// @param credentials codes separated by commas or blanks; `none` is none
public record ProfileQuestion(
    String credentials, String years, String state, String metro, String setting, String position) {
  private static final int LONGEST_CAREER = 70;

  public static final ProfileQuestion BLANK = new ProfileQuestion("", "", "", "", "", "");

  /// What became of it.
  public sealed interface Answer {
    record Understood(Profile profile) implements Answer {}

    /// @param problems one sentence for each word that is not known, with the nearest names
    record Unknown(List<String> problems) implements Answer {}
  }

  public Answer in(Benchmarks benchmarks, Career career) {
    var problems = new ArrayList<String>();
    var held = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    var known = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(benchmarks.credentials());
    career.credentials().stream().map(Credential::code).forEach(known::add);
    for (String typed : credentials.strip().split("[,\\s]+", -1)) {
      if (typed.isEmpty() || typed.equalsIgnoreCase("none")) continue;
      named("credential", typed, known, found(typed, known), problems).ifPresent(held::add);
    }
    var profile =
        new Profile(
            held,
            years(problems),
            state(problems),
            keyed(benchmarks, Dimension.METRO, metro, problems),
            setting(benchmarks, career, problems),
            keyed(benchmarks, Dimension.POSITION, position, problems));
    return problems.isEmpty() ? new Answer.Understood(profile) : new Answer.Unknown(problems);
  }

  private @Nullable Integer years(List<String> problems) {
    if (years.isBlank()) return null;
    if (years.strip().matches("\\d{1,2}") && Integer.parseInt(years.strip()) <= LONGEST_CAREER) {
      return Integer.valueOf(years.strip());
    }
    problems.add("\"%s\" is no number of years from 0 to %d.".formatted(years, LONGEST_CAREER));
    return null;
  }

  private @Nullable String state(List<String> problems) {
    if (state.isBlank()) return null;
    var names =
        Arrays.stream(UsState.values()).flatMap(s -> Stream.of(s.name(), s.title())).toList();
    return named("state", state, names, UsState.parse(state).map(Enum::name), problems)
        .orElse(null);
  }

  /// A kind of workplace need not have figures: one that is named in words of known settings is
  /// taken as it is typed, and the estimate says that nothing is published for it.
  private @Nullable String setting(Benchmarks benchmarks, Career career, List<String> problems) {
    String typed = setting.strip();
    if (typed.isEmpty()) return null;
    var published = benchmarks.key(Dimension.SETTING, typed);
    if (published.isPresent()) return published.get();
    var names = settings(benchmarks, career);
    var known = names.stream().flatMap(n -> Benchmarks.words(n).stream()).toList();
    if (known.containsAll(Benchmarks.words(typed))) return found(typed, names).orElse(typed);
    return named(Dimension.SETTING.title(), typed, names, Optional.empty(), problems).orElse(null);
  }

  /// The kinds of workplace that the tables or the career page know, whether or not their pay is
  /// published.
  public static List<String> settings(Benchmarks benchmarks, Career career) {
    return Stream.of(
            benchmarks.keys(Dimension.SETTING).stream(),
            career.settings().stream().map(WorkSetting::name),
            benchmarks.effects().stream()
                .filter(e -> e.factor().equals("setting"))
                .map(Effect::value))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private static @Nullable String keyed(
      Benchmarks benchmarks, Dimension dimension, String typed, List<String> problems) {
    if (typed.isBlank()) return null;
    return named(
            dimension.title(),
            typed,
            benchmarks.keys(dimension),
            benchmarks.key(dimension, typed),
            problems)
        .orElse(null);
  }

  private static Optional<String> named(
      String what,
      String typed,
      Collection<String> names,
      Optional<String> found,
      List<String> problems) {
    if (found.isEmpty()) {
      problems.add(
          "There are no figures for the %s \"%s\". The nearest names: %s."
              .formatted(what, typed.strip(), String.join("; ", NearestNames.of(typed, names))));
    }
    return found;
  }

  private static Optional<String> found(String typed, Collection<String> names) {
    return names.stream().filter(n -> n.equalsIgnoreCase(typed)).findFirst();
  }
}

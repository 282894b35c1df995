package org.cleanclaim.coding.query;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.kernel.Finding;

/// Finds conditions that the subject or the question of a query names though none of its indicators
/// does, and detail of a condition that none of them has: *systolic* beside a quoted *heart
/// failure*. The engine reads both as it reads notes and compares the codes that they lead to;
/// whether it would code them does not matter here.
public final class NamedConditions {
  private static final int CATEGORY = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private NamedConditions() {}

  /// @param visit a document of the encounter, for its setting, its day and the patient
  public static List<Finding> check(QueryText query, CodingEngine engine, Documentation visit) {
    var quoted = new HashSet<Named>();
    var words = new HashSet<String>();
    for (QueryIndicator indicator : query.indicators()) {
      quoted.addAll(named(engine, visit, indicator.quote()));
      words.addAll(words(indicator.quote()));
    }
    return Stream.of(new Field("Subject", query.subject()), new Field("Question", query.question()))
        .flatMap(field -> check(field, quoted, words, engine, visit))
        .toList();
  }

  private record Field(String name, String text) {}

  /// @param isWhole whether it could be billed
  private record Named(String code, boolean isWhole) {
    String category() {
      return code.substring(0, Math.min(CATEGORY, code.length()));
    }
  }

  private static Stream<Finding> check(
      Field field, Set<Named> quoted, Set<String> words, CodingEngine engine, Documentation visit) {
    Set<Named> asked = named(engine, visit, field.text());
    Set<String> categories = quoted.stream().map(Named::category).collect(Collectors.toSet());
    if (asked.stream().anyMatch(n -> !categories.contains(n.category()))) {
      return Stream.of(QueryRule.NAME_UNSUPPORTED.at(field.name()));
    }
    asked.removeIf(n -> !n.isWhole() || quoted.contains(n));
    if (asked.isEmpty()) return Stream.empty();
    // What the field still names by the words of the record alone is no detail of its own.
    asked.removeAll(named(engine, visit, only(words, field.text())));
    return asked.isEmpty()
        ? Stream.empty()
        : Stream.of(QueryRule.DETAIL_UNSUPPORTED.at(field.name()));
  }

  private static Set<Named> named(CodingEngine engine, Documentation visit, String text) {
    var proposal =
        engine.propose(
            new Documentation(
                visit.documentId(),
                text,
                visit.setting(),
                visit.servedOn(),
                visit.ageYears(),
                visit.sex()));
    return Stream.concat(
            proposal.suggestions().stream().map(s -> new Named(s.code(), true)),
            proposal.notCoded().stream().map(m -> new Named(m.code(), m.isComplete())))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(m -> m.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  /// The text with blanks for the words that are not among these.
  private static String only(Set<String> words, String text) {
    return WORD.matcher(text)
        .replaceAll(m ->
            words.contains(m.group().toLowerCase(Locale.ROOT))
                ? m.group()
                : " ".repeat(m.group().length()));
  }
}

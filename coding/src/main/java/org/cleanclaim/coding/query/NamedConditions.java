package org.cleanclaim.coding.query;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
/// whether it would code them does not matter here. Two conditions that a word of cause or company
/// joins are read each by itself too: that they belong together, which a combination code says, is
/// what is asked.
public final class NamedConditions {
  private static final int CATEGORY = 3;

  /// Words of no more letters tell nothing by themselves.
  private static final int SHORT = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /// What joins two conditions.
  private static final Pattern JOINS =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are|was|were) (?:due|related|linked|secondary|attributed|attributable)"
              + " to|(?:due|related|linked|secondary|attributed|attributable) to|because"
              + " of|associated with|caused by|brought on by|(?:as )?(?:a |the"
              + " )?(?:result|complication|manifestation|cause) of|resulting from|in the setting"
              + " of|between|from|with|and|besides?)\\b");

  private NamedConditions() {}

  /// @param visit a document of the encounter, for its setting, its day and the patient
  public static List<Finding> check(QueryText query, CodingEngine engine, Documentation visit) {
    var reader = new Reader(engine, visit);
    var quoted = new HashSet<Named>();
    var words = new HashSet<String>();
    for (QueryIndicator indicator : query.indicators()) {
      quoted.addAll(reader.named(indicator.quote()));
      quoted.addAll(reader.apart(indicator.quote()));
      words.addAll(words(indicator.quote()));
    }
    return Stream.of(new Field("Subject", query.subject()), new Field("Question", query.question()))
        .flatMap(field -> check(field, quoted, words, reader).stream())
        .toList();
  }

  private record Field(String name, String text) {}

  /// @param isWhole whether it could be billed
  private record Named(String code, boolean isWhole) {
    String category() {
      return code.substring(0, Math.min(CATEGORY, code.length()));
    }
  }

  private static Optional<Finding> check(
      Field field, Set<Named> quoted, Set<String> words, Reader reader) {
    String recorded = only(words, field.text());
    Optional<QueryRule> whole =
        objection(quoted, reader.named(field.text()), reader.named(recorded));
    boolean isRelation =
        whole.isPresent()
            && reader.areTwo(field.text(), words)
            && objection(quoted, reader.apart(field.text()), reader.apart(recorded)).isEmpty();
    return isRelation ? Optional.empty() : whole.map(rule -> rule.at(field.name()));
  }

  /// What stands against conditions that are asked about.
  ///
  /// @param recorded what the field still names by the words of the record alone, which is no
  ///   detail of its own
  private static Optional<QueryRule> objection(
      Set<Named> quoted, Set<Named> asked, Set<Named> recorded) {
    Set<String> categories = quoted.stream().map(Named::category).collect(Collectors.toSet());
    if (asked.stream().anyMatch(n -> !categories.contains(n.category()))) {
      return Optional.of(QueryRule.NAME_UNSUPPORTED);
    }
    return asked.stream().anyMatch(n -> n.isWhole() && !quoted.contains(n) && !recorded.contains(n))
        ? Optional.of(QueryRule.DETAIL_UNSUPPORTED)
        : Optional.empty();
  }

  /// The engine as it reads for one visit.
  private record Reader(CodingEngine engine, Documentation visit) {
    Set<Named> named(String text) {
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
          .collect(Collectors.toSet());
    }

    /// What the parts of a text name that stand on either side of what joins them.
    Set<Named> apart(String text) {
      return parts(text).flatMap(part -> named(part).stream()).collect(Collectors.toSet());
    }

    /// Whether two things are joined that are something each: a condition, or what the record has
    /// in the same words, as a drug.
    boolean areTwo(String text, Set<String> words) {
      return parts(text).filter(part -> !named(part).isEmpty() || isRecorded(part, words)).count()
          > 1;
    }

    private static Stream<String> parts(String text) {
      return JOINS.splitAsStream(text).filter(part -> !part.isBlank());
    }

    private static boolean isRecorded(String part, Set<String> words) {
      Set<String> telling =
          words(part).stream().filter(w -> w.length() > SHORT).collect(Collectors.toSet());
      return !telling.isEmpty() && words.containsAll(telling);
    }
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

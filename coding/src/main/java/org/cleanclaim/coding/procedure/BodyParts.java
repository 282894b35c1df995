package org.cleanclaim.coding.procedure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.book.ProcedureStep.Open;
import org.cleanclaim.codesets.book.ProcedureStep.Option;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.statement.Statement;
import org.jspecify.annotations.Nullable;

/// Which body parts of a table an operation was done on, by the words of the record.
final class BodyParts {
  private static final Set<String> LITTLE =
      Set.of(
          "and",
          "or",
          "of",
          "the",
          "no",
          "with",
          "joint",
          "surface",
          "device",
          "qualifier",
          "part");

  private final ProcedureTerms terms;
  private final OperativeText text;
  private final Act act;
  private final Meant meant;
  private final Set<String> said;

  BodyParts(ProcedureTerms terms, OperativeText text, Act act, Meant meant) {
    this.terms = terms;
    this.text = text;
    this.act = act;
    this.meant = meant;
    this.said = wordsOf(act.clause());
  }

  private Set<String> wordsOf(Statement statement) {
    Set<String> words = ProcedureTerms.words(statement.lower());
    words.addAll(BodyPartWords.in(statement.lower()));
    return terms.meant(words);
  }

  /// The words of the name of the operation, and those of values that they stand for.
  Set<String> said() {
    return said;
  }

  /// The sides that the name says, or else the only one of the record.
  Set<String> sides() {
    var sides = new HashSet<>(said);
    if (!said.contains("right") && !said.contains("left")) sides.addAll(onlySide());
    return sides;
  }

  /// Whether the name has all words of an option on that side.
  boolean isNamed(Option option, String side) {
    return score(option, said, side) > 0;
  }

  /// The options whose words the name has.
  List<Option> named(List<Option> options, String side) {
    return named(options, said, side);
  }

  /// The one body part that is meant; null when none or several.
  @Nullable CharacterChoice only(Open open, String side) {
    List<CharacterChoice> parts = of(open, side);
    return parts.size() == 1 ? parts.getFirst() : null;
  }

  /// The body parts that the name of the operation says; else those that are told where the
  /// operation is described; else the one that such a name stands for.
  List<CharacterChoice> of(Open open, String side) {
    List<CharacterChoice> own = byWords(open, side, act.clause(), Set.of());
    List<CharacterChoice> named = byWords(open, side, act.clause(), meant.bodyPart());
    if (!own.isEmpty()) return named.isEmpty() ? own : named;
    List<CharacterChoice> described = described(open, side, Set.of());
    if (!described.isEmpty()) return described;
    if (!named.isEmpty()) return named;
    List<CharacterChoice> layer = described(open, side, meant.bodyPart());
    if (!layer.isEmpty() || !Cues.SCOPE.matcher(act.line().lower()).find()) return layer;
    return byWords(open, side, act.line(), meant.bodyPart());
  }

  /// The body parts of the sentences that tell of such an operation, or of why it was done.
  private List<CharacterChoice> described(Open open, String side, Set<String> also) {
    Pattern told = open.chosen().isEmpty() ? null : Cues.told(open.chosen().getLast().meaning());
    boolean isNamed = !meant.beginnings().isEmpty();
    List<Statement> telling =
        told == null
            ? List.of()
            : text.described().stream().filter(one -> text.in(one, told) != null).toList();
    for (List<Statement> statements :
        List.of(telling, isNamed ? text.reasons() : List.<Statement>of())) {
      var found = new TreeMap<Character, CharacterChoice>();
      for (Statement statement : statements) {
        for (CharacterChoice part : byWords(open, side, statement, also)) {
          found.putIfAbsent(part.character(), part);
        }
      }
      if (!found.isEmpty()) return List.copyOf(found.values());
    }
    return List.of();
  }

  private List<CharacterChoice> byWords(
      Open open, String side, Statement statement, Set<String> also) {
    var words = new HashSet<>(statement.equals(act.clause()) ? said : wordsOf(statement));
    words.addAll(also);
    Evidence evidence = text.whole(statement);
    return named(open.options(), words, side).stream()
        .map(best -> CandidateBuilder.choice(open, best, "“" + evidence.quote() + "”", evidence))
        .toList();
  }

  /// The options whose words are all there, without those that another says more exactly.
  private List<Option> named(List<Option> options, Set<String> words, String side) {
    List<Option> found = options.stream().filter(o -> score(o, words, side) > 0).toList();
    return found.stream()
        .filter(one ->
            found.stream()
                .noneMatch(other -> {
                  Set<String> exact = content(other.meaning());
                  Set<String> own = content(one.meaning());
                  return exact.size() > own.size() && exact.containsAll(own);
                }))
        .toList();
  }

  /// How many words of the meaning are there; 0 unless all are.
  private int score(Option option, Set<String> there, String side) {
    Set<String> words = content(option.meaning());
    var available = new HashSet<>(there);
    if (!side.isEmpty()) {
      available.remove("right");
      available.remove("left");
      available.add(side);
    } else if (!available.contains("right") && !available.contains("left")) {
      available.addAll(onlySide());
    }
    return available.containsAll(words) ? words.size() : 0;
  }

  /// The side, when the name says one only, or else the line, what is told of the operation, or why
  /// it was done.
  private Set<String> onlySide() {
    for (String lower :
        List.of(act.clause().lower(), act.line().lower(), text.description(), text.reason())) {
      boolean isRight = Cues.RIGHT.matcher(lower).find();
      boolean isLeft = Cues.LEFT.matcher(lower).find();
      if (isRight != isLeft) return Set.of(isRight ? "right" : "left");
      if (isRight) return Set.of();
    }
    return Set.of();
  }

  private static Set<String> content(String meaning) {
    Set<String> words = ProcedureTerms.words(meaning);
    words.removeAll(LITTLE);
    return words;
  }
}

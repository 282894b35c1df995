package org.cleanclaim.coding.assertion;

import java.util.List;
import org.cleanclaim.coding.assertion.Cues.Cue;
import org.cleanclaim.coding.assertion.Cues.Kind;
import org.cleanclaim.coding.assertion.Cues.Stretch;
import org.cleanclaim.coding.document.Sentence;

/// Reads the words around a phrase, within its clause.
public final class AssertionReader {
  private static final int BEFORE = 240;
  private static final int AFTER = 60;

  /// How many words before a condition `previous` may stand.
  private static final int NEAR = 4;

  /// How many words behind a condition the result of it and another one stands: `and` and a name.
  private static final int JOINED_WITHIN = 2;

  /// How many words may stand between a condition and that it is still open.
  private static final int NEAR_BEHIND = 2;

  /// What may stand between a condition and that it is not certain.
  private static final String APART = ",-–—:";

  /// What is done all the same where it finds nothing: `depression screening negative`.
  private static final List<String> TESTS = List.of("screening", "screen");

  private static final Cues CUES = Cues.shared();

  private final String text;
  private final int sentenceEnd;

  /// Whether the words name a test rather than a condition.
  private final boolean isOfTest;

  private final Stretch before;
  private final List<Cue> cuesBefore;
  private final Stretch after;
  private final List<Cue> cuesAfter;

  /// The first word of the clause.
  private final int clause;

  /// The first word behind the last colon of the clause.
  private final int statement;

  /// The word at which the clause ends behind the condition.
  private final int end;

  private AssertionReader(String text, Sentence sentence, int from, int to) {
    this.text = text;
    this.isOfTest = TESTS.stream().anyMatch(test -> endsWith(text, to, test));
    this.sentenceEnd = sentence.end();
    this.before = CUES.stretch(text, Math.max(sentence.start(), from - BEFORE), from);
    this.after = CUES.stretch(text, to, Math.max(to, Math.min(sentence.end(), to + AFTER)));
    this.cuesBefore = CUES.of(before);
    this.cuesAfter = CUES.of(after);
    this.clause =
        cuesBefore.stream().filter(c -> c.kind() == Kind.STOP).mapToInt(Cue::last).max().orElse(0);
    this.statement = Math.max(clause, behindColon());
    this.end =
        cuesAfter.stream()
            .filter(c -> c.kind() == Kind.STOP)
            .mapToInt(Cue::first)
            .min()
            .orElse(after.size());
  }

  private static boolean endsWith(String text, int end, String word) {
    return text.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  private int behindColon() {
    for (int i = before.size() - 1; i >= 0; i--) {
      if (text.charAt(before.starts()[i]) == ':') return i + 1;
    }
    return 0;
  }

  /// What the sentence says of the condition that stands between two characters.
  public static Assertion read(String text, Sentence sentence, int start, int end) {
    return new AssertionReader(text, sentence, start, end).assertion(start, end);
  }

  /// Whether the sentence tells a condition, present or denied, as part of a history: of an earlier
  /// time, of the family, of habits and allergies.
  public static boolean isHistorical(String text, Sentence sentence, int start, int end) {
    var reader = new AssertionReader(text, sentence, start, end);
    if (reader.isToldAsPresent()) return false;
    return reader.isPast()
        || reader.isUnder(Kind.PAST_HEADING)
        || reader.isIntroduction()
        || reader.isNamedAlone(start, end)
        || isHabit(text, start, end);
  }

  private Assertion assertion(int start, int to) {
    if (isBefore(Kind.FAMILY, clause)) return Assertion.FAMILY;
    if (isBefore(Kind.ANOTHER, clause)) return Assertion.ANOTHER;
    if (isNotFound() || UnseenSubject.is(text, clauseStart(start), start, to, sentenceEnd))
      return isOfTest ? Assertion.NAMING : Assertion.NEGATED;
    if (isBefore(Kind.HYPOTHETICAL, clause) || isToBePrevented()) return Assertion.HYPOTHETICAL;
    if (isStillOpen()) return Assertion.UNCERTAIN;
    if (isBefore(Kind.NEGATED, statement) || isAfter(Kind.NEGATED_AFTER)) return Assertion.NEGATED;
    if (isAfter(Kind.CURED_AFTER)) return Assertion.PAST;
    if (isBefore(Kind.RESOLVED, clause) || isAfter(Kind.RESOLVED)) return Assertion.RESOLVED;
    if (isBefore(Kind.UNCERTAIN, clause) || isUncertainBehind()) return Assertion.UNCERTAIN;
    if (isPastBefore()) return Assertion.PAST;
    return isNaming() ? Assertion.NAMING : Assertion.AFFIRMED;
  }

  private int clauseStart(int start) {
    return clause < before.size() ? before.starts()[clause] : start;
  }

  private boolean isBefore(Kind kind, int from) {
    return cuesBefore.stream().anyMatch(c -> c.kind() == kind && c.first() >= from);
  }

  private boolean isAfter(Kind kind) {
    return cuesAfter.stream().anyMatch(c -> c.kind() == kind && c.last() <= end);
  }

  /// `Bleeding precautions`.
  private boolean isToBePrevented() {
    return cuesAfter.stream().anyMatch(c -> c.kind() == Kind.HYPOTHETICAL_AFTER && c.first() == 0);
  }

  /// `Pneumonia is still to be ruled out`, `still to be ruled out: pneumonia`.
  private boolean isStillOpen() {
    int right = before.size() - (statement == before.size() ? 1 : 0);
    if (cuesBefore.stream().anyMatch(c -> c.kind() == Kind.OPEN_AFTER && c.last() == right)) {
      return true;
    }
    return cuesAfter.stream()
        .anyMatch(c ->
            c.kind() == Kind.OPEN_AFTER && c.first() <= NEAR_BEHIND && !isColon(after, c.last()));
  }

  private boolean isColon(Stretch stretch, int word) {
    return word < stretch.size() && text.charAt(stretch.starts()[word]) == ':';
  }

  /// `Influenza: negative`, `TB skin test was negative`; not `psoriasis, negative for arthritis`.
  private boolean isNotFound() {
    if (isJoined() && areBothNotFound()) return true;
    int at = behind(Kind.RESULT_BETWEEN, behind(Kind.NAMED_BETWEEN, 0));
    return cuesAfter.stream()
        .anyMatch(c ->
            c.kind() == Kind.NOT_FOUND_AFTER
                && c.first() == at
                && !text.startsWith(" for ", endOf(after, c.last() - 1)));
  }

  /// `Chlamydia and gonorrhea negative`.
  private boolean areBothNotFound() {
    return text.startsWith("and ", after.starts()[0])
        && cuesAfter.stream()
            .anyMatch(c ->
                c.kind() == Kind.NOT_FOUND_AFTER && c.first() <= JOINED_WITHIN && c.last() <= end);
  }

  /// `HIV test`, `hepatitis B surface antibody`, `influenza and pneumonia vaccines`.
  private boolean isNaming() {
    int at = behind(Kind.NAMED_BETWEEN, 0);
    boolean isNext =
        cuesAfter.stream().anyMatch(c -> c.kind() == Kind.NAMED_AFTER && c.first() == at);
    return isNext || (isJoined() && isSeveralNear());
  }

  private boolean isJoined() {
    if (after.size() == 0) return false;
    int start = after.starts()[0];
    return text.charAt(start) == ',' || text.charAt(start) == '/' || text.startsWith("and ", start);
  }

  private boolean isSeveralNear() {
    return cuesAfter.stream()
        .anyMatch(
            c -> c.kind() == Kind.SEVERAL_NAMED_AFTER && c.first() <= NEAR && c.last() <= end);
  }

  /// The first word behind a place that is not of a kind.
  private int behind(Kind kind, int from) {
    int at = from;
    for (Cue cue : cuesAfter) {
      if (cue.kind() == kind && cue.first() <= at) at = Math.max(at, cue.last());
    }
    return at;
  }

  private int endOf(Stretch stretch, int word) {
    int at = stretch.starts()[word];
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) at++;
    return at;
  }

  private boolean isUncertainBehind() {
    if (sentenceEnd < text.length() && text.charAt(sentenceEnd) == '?') return true;
    if (after.size() == 0) return false;
    char first = text.charAt(after.starts()[0]);
    int open = first == '(' ? 1 : 0;
    boolean isApart = APART.indexOf(first) >= 0;
    return cuesAfter.stream()
        .filter(c -> c.kind() == Kind.UNCERTAIN_AFTER)
        .anyMatch(c -> c.first() == open || (isApart && c.first() == 1 && isLast(c)));
  }

  /// `Pneumonia, suspected`; not `pneumonia, likely viral`, of which the cause is not certain.
  private boolean isLast(Cue cue) {
    return cue.last() >= after.size()
        || !Character.isLetterOrDigit(text.charAt(after.starts()[cue.last()]));
  }

  private boolean isPastBefore() {
    boolean isNear =
        cuesBefore.stream()
            .anyMatch(c ->
                c.kind() == Kind.RECENT_PAST
                    && c.first() >= clause
                    && before.size() - c.last() <= NEAR);
    return isNear || isBefore(Kind.PAST, clause);
  }

  private boolean isPast() {
    boolean isFamily =
        cuesBefore.stream()
            .anyMatch(
                c -> c.kind() == Kind.FAMILY && c.first() >= clause && c.last() - c.first() > 1);
    return isFamily
        || (isPastBefore() && !isDeniedBehindPast())
        || isBefore(Kind.LASTING, clause)
        || isAfter(Kind.PAST_AFTER)
        || isCalledHistory();
  }

  /// `Has a history of falls and denies pain`: the denial is of today.
  private boolean isDeniedBehindPast() {
    int past =
        cuesBefore.stream().filter(c -> c.kind() == Kind.PAST).mapToInt(Cue::first).max().orElse(0);
    return isBefore(Kind.NEGATED, past);
  }

  /// `Because of his heart failure history`.
  private boolean isCalledHistory() {
    return after.size() > 0
        && text.startsWith("history", after.starts()[0])
        && !text.startsWith("history of", after.starts()[0]);
  }

  private boolean isUnder(Kind heading) {
    int behind = behindColon();
    return cuesBefore.stream().anyMatch(c -> c.kind() == heading && c.last() == behind - 1);
  }

  private boolean isToldAsPresent() {
    return isUnder(Kind.PRESENT_HEADING) || isAfter(Kind.PRESENT_AFTER);
  }

  /// `A woman with esophageal strictures who presents with pain`.
  private boolean isIntroduction() {
    return isBefore(Kind.INTRODUCED, clause)
        && cuesAfter.stream().anyMatch(c -> c.kind() == Kind.COMES_AFTER && c.first() <= end);
  }

  /// A long-term condition and nothing else, as lists of what is known have it.
  private boolean isNamedAlone(int start, int to) {
    boolean isAlone =
        before.size() == 0
            && (after.size() == 0 || (after.size() == 1 && text.charAt(after.starts()[0]) == '.'));
    Stretch named = CUES.stretch(text, start, to);
    return isAlone
        && CUES.of(named).stream()
            .anyMatch(c -> c.kind() == Kind.LIFELONG && c.first() == 0 && c.last() == named.size());
  }

  private static boolean isHabit(String text, int start, int end) {
    return CUES.of(CUES.stretch(text, start, end)).stream().anyMatch(c -> c.kind() == Kind.HABIT);
  }
}

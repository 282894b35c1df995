package org.cleanclaim.coding.external;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// Reads how an injury came about. Only beside a coded injury, never first (I.C.20.a.6); with the
/// injury's episode of care (I.C.20.a.2); activity, place and status once, when the injury is first
/// treated (I.C.20.b, I.C.20.c, I.C.20.k).
public final class ExternalCauses {
  private static final int CONFIDENCE = 70;
  private static final int WHOLE = 7;
  private static final char INITIAL = 'A';
  private static final int NEAR = 30;
  private static final String HOME = "Y920";
  private static final String AT_WORK = "Y990";

  /// Where an event may lie that an injury heals from.
  private static final Pattern RECENT =
      Pattern.compile(
          "\\b(?:s/p|status post|yesterday|(?:days?|weeks?|months?) (?:ago|after|s/p))\\b");

  private static final Pattern LONG_AGO =
      Pattern.compile("\\b(?:history of|h/o|hx of|remote|years? ago|in (?:19|20)\\d\\d)\\b");
  private static final Pattern OTHER_TIME =
      Pattern.compile(
          "\\b(?:when|standing|sitting|walking|duty|return\\w*|back|off|pain\\w*|hurts?|missed|limited|unable"
              + "|problems?|difficult\\w*)\\b[^,;.]*$");

  /// Accidents, self-harm, assault, undetermined, war (Official Guidelines I.C.20); not the blood
  /// alcohol, place, activity and status besides them.
  private static final Pattern CAUSE = Pattern.compile("[VWX]|Y[0-3]");

  private final Edition codes;

  public ExternalCauses(Edition codes) {
    this.codes = codes;
  }

  /// What the note tells of cause, place, activity and status, in this order.
  ///
  /// @param coded the suggestions so far
  public List<Suggestion> of(Documentation note, List<Sentence> sentences, List<Suggestion> coded) {
    Optional<String> injury =
        coded.stream().map(Suggestion::code).filter(ExternalCauses::isInjury).findFirst();
    boolean hasCause = coded.stream().anyMatch(s -> CAUSE.matcher(s.code()).lookingAt());
    if (injury.isEmpty()) return List.of();
    char episode = episode(injury.get());
    List<Sentence> telling = sentences.stream().filter(ExternalCauses::tells).toList();
    var byKind = new LinkedHashMap<String, Suggestion>();
    Set<Assertion> now = EnumSet.of(Assertion.AFFIRMED);
    for (Sentence each : telling) read(note, each, episode, now, byKind);
    // `1 week s/p fall`: of an injury that heals what happened lies behind.
    Set<Assertion> orBefore = EnumSet.of(Assertion.AFFIRMED, Assertion.PAST);
    if (episode != INITIAL && byKind.isEmpty() && !hasCause) {
      telling.stream()
          .filter(each -> isRecent(words(note, each)))
          .forEach(each -> read(note, each, episode, orBefore, byKind));
    }
    // One that the assessment names itself is the cause; what goes with it is still to be told.
    if (hasCause) byKind.remove("cause");
    byKind.values().removeIf(made -> isKindCoded(made, coded));
    if (isAtHome(byKind.get("place"))) byKind.values().removeIf(m -> m.code().equals(AT_WORK));
    return causesFirst(byKind, hasCause);
  }

  private static boolean isAtHome(@Nullable Suggestion place) {
    return place != null && place.code().startsWith(HOME);
  }

  private static boolean isKindCoded(Suggestion made, List<Suggestion> coded) {
    String category = made.code().substring(0, 3);
    return coded.stream().anyMatch(s -> s.code().startsWith(category));
  }

  private static boolean tells(Sentence sentence) {
    return switch (sentence.section()) {
      case ASSESSMENT, REASONING, NARRATIVE -> true;
      case PLAN, PAST_HISTORY, FAMILY_HISTORY, NOT_CODED -> false;
    };
  }

  private void read(
      Documentation note,
      Sentence sentence,
      char episode,
      Set<Assertion> isTold,
      Map<String, Suggestion> byKind) {
    String words = words(note, sentence);
    if (!Event.mayBeIn(words) && !tellsInjury(words)) return;
    String plain = Event.plain(words);
    boolean hasCause = false;
    for (Event event : Event.all()) {
      boolean isBeside = event.isBeside();
      if (isBeside && (episode != INITIAL || !(hasCause || tellsInjury(words)))) continue;
      if (!isBeside && hasCause) continue;
      OptionalInt at = event.in(plain);
      if (at.isEmpty() || isOtherTime(event, plain, at.getAsInt())) continue;
      int start = sentence.start() + at.getAsInt();
      if (!isTold.contains(AssertionReader.read(note.text(), sentence, start, start + 1))) continue;
      Optional<CodeEntry> entry = codes.find(code(event, episode)).filter(CodeEntry::billable);
      if (entry.isEmpty()) continue;
      if (!isBeside) hasCause = true;
      String kind = isBeside ? event.kind() : "cause";
      Suggestion made = suggestion(note, sentence, event, entry.get());
      byKind.merge(kind, made, (one, two) -> isVague(one) && !isVague(two) ? two : one);
    }
  }

  private static String words(Documentation note, Sentence sentence) {
    return note.text().substring(sentence.start(), sentence.end()).toLowerCase(Locale.ROOT);
  }

  private static boolean isRecent(String words) {
    return RECENT.matcher(words).find() && !LONG_AGO.matcher(words).find();
  }

  /// `Hurts when standing at work`: the status is that of the time of the event (I.C.20.k).
  private static boolean isOtherTime(Event event, String words, int at) {
    if (!event.kind().equals("status")) return false;
    String before = words.substring(Math.max(0, at - NEAR), at);
    return OTHER_TIME.matcher(before).find();
  }

  private static boolean tellsInjury(String sentence) {
    return sentence.contains("injur") || sentence.contains("hurt") || sentence.contains("twisted");
  }

  private static boolean isVague(Suggestion suggestion) {
    return suggestion.title().toLowerCase(Locale.ROOT).contains("unspecified");
  }

  private static String code(Event event, char episode) {
    if (event.isBeside()) return event.code();
    return event.code() + "X".repeat(WHOLE - 1 - event.code().length()) + episode;
  }

  private static Suggestion suggestion(
      Documentation note, Sentence sentence, Event event, CodeEntry entry) {
    int end = Math.min(sentence.end(), note.text().length());
    String quote = note.text().substring(sentence.start(), end);
    int blank = quote.length() - quote.stripLeading().length();
    var evidence =
        new Evidence(note.documentId(), sentence.start() + blank, end, quote.substring(blank));
    String path =
        "“%s” of the Index to External Causes leads to %s"
            .formatted(event.term(), new Icd10Cm(entry.code()).dotted());
    return new Suggestion(
        CodeSystem.ICD10CM,
        entry.code(),
        entry.title(),
        CONFIDENCE,
        List.of(evidence),
        List.of(path, "an external cause beside the injury (" + event.guideline() + ")"),
        List.of());
  }

  private static List<Suggestion> causesFirst(Map<String, Suggestion> byKind, boolean hasCause) {
    var ordered = new ArrayList<Suggestion>();
    for (String kind : List.of("cause", "place", "activity", "status")) {
      Suggestion found = byKind.get(kind);
      if (found != null) ordered.add(found);
    }
    // Without a cause nobody knows what the place was the place of; a status goes with either.
    return hasCause || byKind.containsKey("cause") || byKind.containsKey("activity")
        ? List.copyOf(ordered)
        : List.of();
  }

  /// Injuries whose own code does not tell the cause: poisonings and adverse effects do (I.C.20.a).
  private static boolean isInjury(String code) {
    if (code.length() < WHOLE) return false;
    return code.charAt(0) == 'S' || (code.charAt(0) == 'T' && code.compareTo("T35") < 0);
  }

  /// A while the injury is treated actively, D in healing, S for sequelae.
  private static char episode(String injury) {
    return switch (injury.charAt(WHOLE - 1)) {
      case 'A', 'B', 'C' -> INITIAL;
      case 'S' -> 'S';
      default -> 'D';
    };
  }
}

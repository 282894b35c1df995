package org.cleanclaim.coding.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a note in one pass; every character keeps its place.
public final class NoteReader {
  private static final Map<SectionKind, String> HEADINGS =
      Map.of(
          SectionKind.ASSESSMENT,
          "|a|ap|imp|dx|p|assessment|plan|assessment and plan|assessment & plan|assessment/plan|a/p|impression|"
              + "diagnosis|diagnoses|final diagnosis|discharge diagnosis|discharge diagnoses|",
          SectionKind.NARRATIVE,
          "|s|cc|hpi|history of present illness|subjective|objective|findings|results|chief complaint|",
          SectionKind.PAST_HISTORY,
          "|pmh|past medical history|medical history|past history|past surgical history|",
          SectionKind.FAMILY_HISTORY,
          "|family history|fh|fhx|",
          SectionKind.NOT_CODED,
          "|o|pe|meds|review of systems|ros|physical exam|physical examination|exam|vitals|vital signs|"
              + "allergies|medications|current medications|social history|instructions|"
              + "patient instructions|immunizations|indications|");

  private NoteReader() {}

  public static List<Sentence> read(String text) {
    var sentences = new ArrayList<Sentence>();
    var section = SectionKind.NARRATIVE;
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && !ends(text, at)) continue;
      SectionKind heading = heading(text, start, at);
      if (heading != null) section = heading;
      List<Token> tokens = tokens(text, start, at);
      if (!tokens.isEmpty()) sentences.add(new Sentence(section, start, at, tokens));
      start = at + 1;
    }
    return List.copyOf(sentences);
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    // A line that goes on in lower case is a wrapped line, not a new statement.
    if (c == '\n') return !Character.isLowerCase(next);
    if (c == ':') return at + 1 >= text.length() || Character.isWhitespace(next);
    return (c == '.' || c == '?' || c == '!') && Character.isWhitespace(next);
  }

  private static @Nullable SectionKind heading(String text, int start, int end) {
    if (end - start > 60) return null;
    String words = text.substring(start, end).strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty() || words.indexOf('|') >= 0) return null;
    for (SectionKind kind : SectionKind.values()) {
      if (HEADINGS.getOrDefault(kind, "").contains("|" + words + "|")) return kind;
    }
    return null;
  }

  /// The words between two offsets.
  public static List<Token> tokens(String text, int start, int end) {
    var tokens = new ArrayList<Token>();
    int at = start;
    while (at < end) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int from = at;
      while (at < end && Character.isLetterOrDigit(text.charAt(at))) at++;
      tokens.add(new Token(from, at, stem(text.substring(from, at).toLowerCase(Locale.ROOT))));
    }
    return List.copyOf(tokens);
  }

  private static String stem(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s");
    boolean singular = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return plural && !singular ? word.substring(0, word.length() - 1) : word;
  }
}

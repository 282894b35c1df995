package org.cleanclaim.coding.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.jspecify.annotations.Nullable;

/// Reads a note in one pass; every character keeps its place.
public final class NoteReader {
  private static final int LONGEST_HEADING = 60;

  /// A problem is named in few words; more tell about it.
  private static final int LONGEST_PROBLEM = 12;

  private static final Pattern ITEM = Pattern.compile("\\s*(?:\\d{1,2}[.)]|[-•*–#])\\s*");

  /// What parts a problem from what is told about it: `Type 2 diabetes - A1c 7.4, start insulin`.
  private static final Pattern TOLD = Pattern.compile("\\s[-–—]+\\s|:\\s");

  private static final Pattern SIDE =
      Pattern.compile("(?i)\\s*(?:right|left|both|bilateral|unspecified)\\b");

  /// `Postoperative diagnosis: Same` means the one before the operation.
  private static final Pattern SAME =
      Pattern.compile(
          "(?i)\\bpost-? ?op(?:erative)? (?:diagnos[ei]s|dx)\\s*:?\\s*(?:\\d\\.\\s*)?(?:the"
              + " )?same\\b");

  private final String text;
  private final CopiedText copied;
  private final boolean isPreoperativeMeant;
  private final List<Sentence> sentences = new ArrayList<>();
  private SectionKind section = SectionKind.NARRATIVE;
  private SectionKind part = SectionKind.NARRATIVE;
  private int problem;
  private boolean isOnHeading;
  private boolean hasItems;
  private final List<Integer> onHeading = new ArrayList<>();

  private NoteReader(String text) {
    this.text = text;
    this.copied = new CopiedText(text);
    this.isPreoperativeMeant = SAME.matcher(text).find();
  }

  /// The sentences that have words, in order.
  public static List<Sentence> read(String text) {
    var reader = new NoteReader(text);
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at < text.length() && !reader.endsLine(at)) continue;
      reader.line(start, at);
      start = at + 1;
    }
    if (!reader.hasItems) reader.takeProblemsOfHeadings();
    return List.copyOf(reader.sentences);
  }

  /// `Impression: hypertensive heart disease. Permanent atrial fibrillation.` lists its problems on
  /// the line of the heading, where no items follow.
  private void takeProblemsOfHeadings() {
    for (int place : onHeading) {
      Sentence told = sentences.get(place);
      sentences.set(
          place,
          new Sentence(SectionKind.ASSESSMENT, true, told.start(), told.end(), told.words()));
    }
  }

  // A line that goes on in lower case is a wrapped line, not a new statement.
  private boolean endsLine(int at) {
    if (text.charAt(at) != '\n') return false;
    return at + 1 >= text.length() || !Character.isLowerCase(text.charAt(at + 1));
  }

  private void line(int lineStart, int end) {
    if (copied.takes(lineStart, end)) {
      part = SectionKind.PAST_HISTORY;
      isOnHeading = false;
      sentences(copied.told(lineStart), end, false);
      return;
    }
    Matcher item = ITEM.matcher(text).region(lineStart, end);
    boolean isItem = item.lookingAt();
    int start = isItem ? item.end() : lineStart;
    part = section;
    int colon = text.substring(start, Math.min(end, start + LONGEST_HEADING)).indexOf(':');
    SectionKind heading = colon < 0 ? null : kind(start, start + colon);
    if (heading == null && end - start <= LONGEST_HEADING) {
      heading = kind(start, end);
      if (heading != null) colon = end - start;
    }
    if (heading != null) {
      take(heading, isItem);
      start = Math.min(end, start + colon + 1);
    }
    isOnHeading = !isItem && heading == SectionKind.ASSESSMENT;
    sentences(start, end, isItem);
  }

  private @Nullable SectionKind kind(int start, int end) {
    String heading = text.substring(start, end);
    boolean isMeant = isPreoperativeMeant && Headings.isPreoperative(heading);
    return isMeant ? SectionKind.ASSESSMENT : Headings.kind(heading);
  }

  private void sentences(int from, int end, boolean isItem) {
    int start = from;
    for (int at = start; at <= end; at++) {
      if (at < end && !endsSentence(at, end)) continue;
      sentence(start, at, isItem);
      start = at + 1;
    }
  }

  /// A labelled part below a problem lasts for its line only.
  private void take(SectionKind heading, boolean isItem) {
    boolean isPart =
        switch (section) {
          case ASSESSMENT ->
              heading == SectionKind.REASONING || (heading == SectionKind.PLAN && isItem);
          case PLAN -> isItem;
          default -> false;
        };
    part = heading;
    if (!isPart) section = heading;
  }

  /// A question mark by itself is said of what stands beside it: `? pneumonia`.
  private boolean endsSentence(int at, int end) {
    char c = text.charAt(at);
    if (c == ';') return true;
    if (c == '?' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) return false;
    return (c == '.' || c == '?' || c == '!')
        && (at + 1 >= end || Character.isWhitespace(text.charAt(at + 1)))
        && !isInitial(at, end);
  }

  /// `E. coli`: a capital by itself, and what goes on in small letters.
  private boolean isInitial(int at, int end) {
    boolean isAlone = at >= 1 && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
    return isAlone
        && text.charAt(at) == '.'
        && Character.isUpperCase(text.charAt(at - 1))
        && at + 2 < end
        && Character.isLowerCase(text.charAt(at + 2));
  }

  private void sentence(int start, int end, boolean isItem) {
    List<ClinicalWord> words = Spread.words(text, start, end);
    if (words.isEmpty()) return;
    boolean isShort = written(words) <= LONGEST_PROBLEM;
    if (isItem && part == SectionKind.ASSESSMENT && !isShort) {
      int named = named(start, end, words);
      if (named > start) {
        sentence(start, named, true);
        sentence(named + 1, end, false);
        return;
      }
    }
    boolean isProblem =
        isShort
            && switch (part) {
              case ASSESSMENT -> isItem || isOnItsOwn(start, end);
              case PLAN -> !isItem && isOnItsOwn(start, end) && isToldOfBelow(end);
              default -> false;
            };
    if (isProblem) problem++;
    if (isProblem && isItem) hasItems = true;
    if (isOnHeading && !isProblem) onHeading.add(sentences.size());
    SectionKind kind = part;
    if (isProblem) {
      kind = SectionKind.ASSESSMENT;
    } else if (kind == SectionKind.ASSESSMENT && problem > 0) {
      kind = SectionKind.REASONING;
    }
    sentences.add(new Sentence(kind, isProblem, start, end, words));
  }

  /// How many words stand there: an abbreviation is one, whatever it stands for.
  private static long written(List<ClinicalWord> words) {
    return words.stream().map(ClinicalWord::start).distinct().count();
  }

  /// Where a long item ends to name its problem and begins to tell about it: at its first dash or
  /// colon, else at the last comma within the words that a problem takes, but not where a side
  /// follows, which is part of the name; its start where at none.
  private int named(int start, int end, List<ClinicalWord> words) {
    Matcher told = TOLD.matcher(text).region(start, end);
    if (told.find()) return told.start();
    int next =
        words.stream()
            .mapToInt(ClinicalWord::start)
            .distinct()
            .sorted()
            .skip(LONGEST_PROBLEM)
            .findFirst()
            .orElseThrow();
    int comma = text.lastIndexOf(',', next - 1);
    while (comma > start && SIDE.matcher(text).region(comma + 1, end).lookingAt()) {
      comma = text.lastIndexOf(',', comma - 1);
    }
    return Math.max(start, comma);
  }

  /// Whether the next line is an item with a label of reasoning or plan: some list their problems
  /// with the plan.
  private boolean isToldOfBelow(int end) {
    int from = text.indexOf('\n', end) + 1;
    if (from == 0) return false;
    Matcher item = ITEM.matcher(text).region(from, text.length());
    if (!item.lookingAt()) return false;
    int most = Math.min(text.length(), item.end() + LONGEST_HEADING);
    int colon = text.substring(item.end(), most).indexOf(':');
    if (colon < 0) return false;
    SectionKind label = Headings.kind(text.substring(item.end(), item.end() + colon));
    return label == SectionKind.REASONING || label == SectionKind.PLAN;
  }

  /// Whether nothing else stands on the line. Looks no further than the first character that does.
  private boolean isOnItsOwn(int start, int end) {
    int before = start - 1;
    while (before >= 0 && text.charAt(before) != '\n' && isBlank(before)) before--;
    if (before >= 0 && text.charAt(before) != '\n') return false;
    int behind = end < text.length() && text.charAt(end) == '\n' ? end : end + 1;
    while (behind < text.length() && text.charAt(behind) != '\n' && isBlank(behind)) behind++;
    return behind >= text.length() || text.charAt(behind) == '\n';
  }

  private boolean isBlank(int at) {
    return Character.isWhitespace(text.charAt(at));
  }
}

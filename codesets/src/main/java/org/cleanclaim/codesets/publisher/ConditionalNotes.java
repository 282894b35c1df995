package org.cleanclaim.codesets.publisher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;

/// Notes that name codes by one character, `(T36-T50 with fifth or sixth character 5)`, are given
/// the codes of the book that have it, so that the note does not seem to name the whole range.
final class ConditionalNotes {
  private static final String ORDINAL = "(fourth|fifth|sixth|six|seventh|[4-7]th)";
  private static final Pattern CONDITION =
      Pattern.compile(
          " with "
              + ORDINAL
              + "(?:[- ]or[- ]"
              + ORDINAL
              + ")?[- ]characters? "
              + "([0-9A-Z](?:-[0-9A-Z])?(?: or [0-9A-Z])?)(?![0-9A-Za-z])");
  private static final Pattern ENDING = Pattern.compile(" with final characters? -(\\w+)");

  private final List<String> codes;
  private final Set<String> headings = new HashSet<>();
  private final Map<String, List<String>> resolved = new HashMap<>();

  private ConditionalNotes(List<Entry> entries) {
    codes = entries.stream().filter(e -> e.level() == Level.CODE).map(Entry::id).toList();
    for (Entry e : entries) {
      if (e.level() == Level.CODE && e.parent() != null) headings.add(e.parent());
    }
  }

  static List<Entry> resolved(List<Entry> entries) {
    var book = new ConditionalNotes(entries);
    var result = new ArrayList<Entry>(entries.size());
    for (Entry e : entries) {
      result.add(
          e.notes().stream().noneMatch(ConditionalNotes::isConditional)
              ? e
              : new Entry(
                  e.level(),
                  e.id(),
                  e.title(),
                  e.parent(),
                  e.notes().stream().map(book::resolve).toList(),
                  e.seventhCharacters(),
                  e.placeholder()));
    }
    return result;
  }

  private static boolean isConditional(Note note) {
    return !note.codes().isEmpty()
        && (CONDITION.matcher(note.text()).find() || ENDING.matcher(note.text()).find());
  }

  /// An exclusion of which no code is found names none: better silent than wrong.
  private Note resolve(Note note) {
    if (!isConditional(note)) return note;
    String key = note.codes() + note.text().substring(note.text().lastIndexOf(" with "));
    List<String> found = resolved.computeIfAbsent(key, k -> find(note));
    boolean isExclusion = note.kind() == Note.Kind.EXCLUDES1 || note.kind() == Note.Kind.EXCLUDES2;
    return found.isEmpty() && !isExclusion ? note : new Note(note.kind(), note.text(), found);
  }

  private List<String> find(Note note) {
    Matcher ending = ENDING.matcher(note.text());
    if (ending.find()) {
      return codes.stream().filter(c -> note.names(c) && c.endsWith(ending.group(1))).toList();
    }
    Matcher condition = CONDITION.matcher(note.text());
    if (!condition.find()) return List.of();
    return find(note, condition);
  }

  private List<String> find(Note note, Matcher condition) {
    int first = position(condition.group(1));
    int second = condition.group(2) == null ? first : position(condition.group(2));
    String wanted = expanded(condition.group(3));
    var found = new ArrayList<String>();
    for (String code : codes) {
      if (!note.names(code)) continue;
      if (first == 7) {
        if (headings.contains(code) || code.length() == 7) continue;
        String padded = code + "X".repeat(6 - code.length());
        for (char c : wanted.toCharArray()) found.add(padded + c);
      } else if ((code.length() == first || code.length() == second)
          && wanted.indexOf(code.charAt(code.length() - 1)) >= 0
          && (first == second || !headings.contains(code))) {
        found.add(code);
      }
    }
    return List.copyOf(found);
  }

  private static int position(String ordinal) {
    return switch (ordinal) {
      case "fourth", "4th" -> 4;
      case "fifth", "5th" -> 5;
      case "sixth", "six", "6th" -> 6;
      default -> 7;
    };
  }

  /// `1-4 or 6` becomes `12346`.
  private static String expanded(String characters) {
    var all = new StringBuilder();
    for (String part : characters.split(" or ")) {
      for (char c = part.charAt(0); c <= part.charAt(part.length() - 1); c++) all.append(c);
    }
    return all.toString();
  }
}

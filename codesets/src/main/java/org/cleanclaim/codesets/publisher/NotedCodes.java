package org.cleanclaim.codesets.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.Note;

/// Finds the codes that an instructional note names in its words: `(S58.-)`, `(E08-E13)`, `(O24.4-,
/// O99.81-)`.
final class NotedCodes {
  private static final String CODE = "[A-Z](?:\\d[0-9A-Z]|A\\d)(?:\\.[0-9A-Z]{1,4})?";
  private static final Pattern CODES =
      Pattern.compile("(?<![0-9A-Za-z.])" + CODE + "(?![0-9A-Za-z])");
  private static final Pattern DOTTED =
      Pattern.compile(
          "(?<![0-9A-Za-z.])[A-Z](?:\\d[0-9A-Z]|A\\d)\\.(?:[0-9A-Z]{1,4}|-)(?![0-9A-Za-z])");
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)?");
  private static final Pattern BEGINS_WITH_CODE =
      Pattern.compile(
          "\\s*(?:i\\.e\\.|e\\.g\\.|see)?,?\\s*" + CODE + "(?![0-9A-Za-z]).*", Pattern.DOTALL);
  private static final Pattern DECIMALS =
      Pattern.compile("[. ](\\d[0-9A-Z]{0,3})(?:\\s*-\\s*\\.(\\d[0-9A-Z]{0,3}))?");
  private static final Pattern COUNTED = Pattern.compile("([A-Z])(\\d{2,4})-\\1(\\d{2,4})");

  private NotedCodes() {}

  /// The codes, categories (with a trailing dash where the note prints one) and ranges, without
  /// dots.
  static List<String> in(Note.Kind kind, String text) {
    if (kind == Note.Kind.INCLUSION_TERM) return List.of();
    var found = new ArrayList<String>();
    var outside = new StringBuilder();
    int end = 0;
    Matcher brackets = BRACKETS.matcher(text);
    while (brackets.find()) {
      outside.append(text, end, brackets.start()).append(' ');
      end = brackets.end();
      String inside = brackets.group(1);
      if (BEGINS_WITH_CODE.matcher(inside).matches()) {
        addAll(inside, found);
      } else {
        outside.append(inside).append(' ');
      }
    }
    outside.append(text, end, text.length());
    Matcher dotted = DOTTED.matcher(outside);
    if (dotted.find()) addAll(outside.substring(dotted.start()), found);
    return found.stream().distinct().toList();
  }

  /// Reads a list of codes; words behind it, such as `with fifth character 5`, are left to
  /// [ConditionalNotes], but decimals (`with .52`) complete the codes at once.
  private static void addAll(String list, List<String> found) {
    int with = list.indexOf(" with ");
    String names = with < 0 ? list : list.substring(0, with);
    var codes = new ArrayList<String>();
    Matcher m = CODES.matcher(names);
    String first = null;
    int end = 0;
    while (m.find()) {
      String code = Codes.plain(m.group());
      if (first != null) {
        String between = names.substring(end, m.start());
        if (isRange(between)) {
          codes.add(first + "-" + code);
          first = null;
          end = m.end();
          continue;
        }
        if (end >= 0) codes.add(dashed(first, between));
      }
      first = code;
      end = m.end();
    }
    if (first != null) codes.add(dashed(first, names.substring(end)));
    found.addAll(with < 0 ? codes : completed(codes, list.substring(with)));
  }

  private static boolean isRange(String between) {
    String plain = between.strip();
    return plain.equals("to")
        || plain.matches("[.-]*\\s*to")
        || (plain.contains("-")
            && !plain.matches(".*[,;A-Za-z].*")
            && !between.matches(".*\\.\\s.*"));
  }

  private static String dashed(String code, String rest) {
    return rest.matches("\\.?-.*") ? code + "-" : code;
  }

  /// `E08-E13 with .52` names E0852, E0952 and so on; so does `B27.0-B27.9 with 1`.
  private static List<String> completed(List<String> codes, String words) {
    if (!words.matches("\\s*with\\s+(?:[.].*|\\d+)")) return codes;
    var decimals = new ArrayList<String>();
    Matcher m = DECIMALS.matcher(words);
    while (m.find()) {
      decimals.add(m.group(1));
      if (m.group(2) != null) decimals.add(m.group(2));
    }
    var completed = new ArrayList<String>();
    for (String code : codes) {
      for (String category : categories(code)) {
        for (String decimal : decimals) completed.add(category + decimal);
      }
    }
    return completed;
  }

  /// The codes of a range such as `E08-E13` or `B270-B279`; the code itself if it is none.
  private static List<String> categories(String range) {
    Matcher m = COUNTED.matcher(range);
    boolean isCounted = m.matches() && m.group(2).length() == m.group(3).length();
    if (!isCounted) return List.of(range.replace("-", ""));
    var categories = new ArrayList<String>();
    String form = m.group(1) + "%0" + m.group(2).length() + "d";
    int last = Integer.parseInt(m.group(3));
    for (int i = Integer.parseInt(m.group(2)); i <= last; i++) categories.add(form.formatted(i));
    return categories;
  }
}

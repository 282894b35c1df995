package org.cleanclaim.coding.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that a note says it took over from an earlier one: what was assessed then, and nothing of
/// this visit unless it is said again (Official Guidelines IV.J: what is coded is what was treated
/// or managed at the encounter).
final class CopiedText {
  private static final Pattern BEGIN =
      Pattern.compile(
          "(?i)[\\s\\[(<*=#-]*+(?:(?:assessment|plan|note|text|a/p)(?: and plan)?"
              + " )?(?:cop(?:ied|y)|(?:cop(?:ied|y)|carried|brought|pulled) forward)"
              + " from\\b[^:\\])>\\n]{0,60}[:\\])>*= -]*");
  private static final Pattern END =
      Pattern.compile(
          "(?i)[\\s\\[(<*=#-]*+end(?: of)? (?:copy|copied|copied text|copied note)\\b[^\\n]{0,20}");

  private final String text;

  /// Where the copied part that is being read ends.
  private int until;

  /// Whether no line further on says that a copy ends.
  private boolean isEndless;

  CopiedText(String text) {
    this.text = text;
  }

  /// Whether a line, which is the next one, is copied or says where copied text begins or ends.
  boolean takes(int start, int end) {
    if (start < until) return true;
    Matcher begin = BEGIN.matcher(text).region(start, end);
    if (!begin.lookingAt()) return false;
    until = behindCopy(end, begin.end() < end);
    return true;
  }

  /// Where a line that is taken tells something: behind the mark.
  int told(int start) {
    int lineEnd = text.indexOf('\n', start);
    int end = lineEnd < 0 ? text.length() : lineEnd;
    Matcher begin = BEGIN.matcher(text).region(start, end);
    if (begin.lookingAt()) return begin.end();
    return END.matcher(text).region(start, end).matches() ? end : start;
  }

  /// Behind the line that says where the copy ends; without one it ends with its own line, if that
  /// tells something, else before the next heading.
  private int behindCopy(int from, boolean isTold) {
    if (isTold && isEndless) return from;
    int heading = -1;
    for (int at = from; at < text.length(); ) {
      int start = at + 1;
      int next = text.indexOf('\n', start);
      int end = next < 0 ? text.length() : next;
      if (END.matcher(text).region(start, end).matches()) return end;
      if (heading < 0 && !Headings.of(text.substring(start, end)).isEmpty()) heading = start;
      at = end;
    }
    isEndless = true;
    if (isTold) return from;
    return heading < 0 ? text.length() : heading;
  }
}

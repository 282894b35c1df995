package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.statement.Statement;

/// One operation of a line that may name several; each that has a root operation of its own is
/// coded (Official Guidelines B3.2).
///
/// @param clause the words that name it
/// @param line the whole line, which may say the approach and the side of all
record Act(Statement clause, Statement line) {
  private static final Pattern BORDER =
      Pattern.compile("[;,+]|\\b(?:and|with|then|plus|followed by)\\b");
  private static final Pattern VERBAL =
      Pattern.compile(
          "\\b\\w*(?:ectomy|ectomies|plasty|otomy|ostomy|oscopy|centesis|pexy|rrhaphy|desis|graphy|gram|grams|tripsy)\\b"
              + "|\\b(?:bypass|replacement|fusion|amputation|resection|excision|repair|orif|transfusion|intubation|biops\\w+|lysis|adhesiolysis|drainage|debridement|catheterization|cath|lavage|ventilation|ligation|harvest\\w*|delivery|section|ablation|stenting|dialysis|hemodialysis|embolization|removal|placement|insertion|pci|egd|cabg|tha|tka|turp|window|puncture|dissection|extraction|evacuation|injection|implantation)\\b");

  static List<Act> of(Statement line) {
    var acts = new ArrayList<Act>();
    int from = 0;
    int namedTo = -1;
    Matcher border = BORDER.matcher(line.lower());
    while (border.find()) {
      if (namedTo < from && VERBAL.matcher(line.lower().substring(from, border.start())).find()) {
        namedTo = border.start();
      }
      if (namedTo < from || !namesNext(line.lower(), border.end())) continue;
      acts.add(new Act(part(line, from, border.start()), line));
      from = border.end();
    }
    acts.add(new Act(part(line, from, line.lower().length()), line));
    return acts;
  }

  /// Whether what stands up to the next border names an operation by itself.
  private static boolean namesNext(String lower, int at) {
    Matcher border = BORDER.matcher(lower);
    int end = border.find(at) ? border.start() : lower.length();
    return VERBAL.matcher(lower.substring(at, end)).find();
  }

  /// Without the punctuation around it.
  private static Statement part(Statement line, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isAround(line.lower().charAt(from))) from++;
    while (to > from && isAround(line.lower().charAt(to - 1))) to--;
    return new Statement(
        line.section(),
        line.kind(),
        line.start() + from,
        line.start() + to,
        line.lower().substring(from, to),
        line.isProblem());
  }

  private static boolean isAround(char c) {
    return Character.isWhitespace(c) || c == ',' || c == ';';
  }
}

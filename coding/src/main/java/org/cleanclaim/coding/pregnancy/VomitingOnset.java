package org.cleanclaim.coding.pregnancy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;

/// When the vomiting of a pregnancy began: late vomiting (O21.2) is what starts after 20 completed
/// weeks, not what goes on from before them (tabular list, O21.2).
final class VomitingOnset {
  private static final int LATE_FROM_WEEK = 20;

  private static final Pattern VOMITING =
      Pattern.compile("vomit|emesis|nausea|\\bn ?/ ?v\\b|morning sickness");

  private static final String SINCE =
      "\\b(?:since|from|throughout|beg[aiu]n\\w*|start\\w*|onset|persist\\w*|ongoing|all through)";

  /// The words of an early time behind those of a beginning.
  private static final Pattern EARLY =
      Pattern.compile(
          SINCE
              + "\\b[^.;,]{0,20}?\\b(?:(?:first|1st) trimester|early (?:in )?(?:\\w+ )?pregnancy"
              + "|conception|(?:beginning|start|onset) of (?:\\w+ )?pregnancy)"
              + "|\\b(?:throughout|all through|(?:whole|entire) (?=pregnancy))"
              + "(?: ?(?:the|this|her))?(?: (?:whole|entire))? ?pregnancy\\b");

  /// A week of the pregnancy behind those of a beginning.
  private static final Pattern WEEK =
      Pattern.compile(
          SINCE
              + "(?: (?:at|in|about|around|from|since|ga))* (?:(?:week|wk)"
              + " (?<of>\\d{1,2})\\b|(?<week>\\d{1,2})(?: ?\\+ ?[0-6])?[ -]?(?:weeks?|wks?|w)(?:"
              + " ?\\d ?d)?\\b(?! ago))");

  /// How long it has lasted.
  private static final Pattern LASTING =
      Pattern.compile(
          "\\b(?:for|x) ?(?:the )?(?:past |last )?(?<weeks>\\d{1,2}) ?(?:weeks?|wks?)\\b"
              + "(?! (?:of )?(?:gestation|pregnan))|\\b(?<ago>\\d{1,2}) (?:weeks?|wks?) ago\\b");

  private VomitingOnset() {}

  /// Whether the note tells that it began before 20 weeks were completed.
  static boolean isEarly(Documentation note, Gestation gestation) {
    return Statements.of(note.text()).stream()
        .map(Statement::lower)
        .filter(said -> VOMITING.matcher(said).find())
        .anyMatch(said -> isEarly(said, gestation));
  }

  private static boolean isEarly(String said, Gestation gestation) {
    if (EARLY.matcher(said).find()) return true;
    Matcher week = WEEK.matcher(said);
    if (week.find() && either(week, "of", "week") < LATE_FROM_WEEK) return true;
    Matcher lasting = LASTING.matcher(said);
    Integer completed = gestation.completedWeeks();
    return completed != null
        && lasting.find()
        && completed - either(lasting, "weeks", "ago") < LATE_FROM_WEEK;
  }

  private static int either(Matcher found, String one, String other) {
    String number = found.group(one);
    return Integer.parseInt(number == null ? found.group(other) : number);
  }
}

package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.statement.Statement;
import org.jspecify.annotations.Nullable;

/// The practitioner's whole time on the day of the visit, as stated. Times of a part (counseling, a
/// procedure, critical care) are none.
final class TimeReader {
  private static final int HALF_AN_HOUR = 30;

  /// A stated total.
  record Total(int minutes, Evidence evidence) {}

  private static final Pattern TOTAL =
      Pattern.compile(
          "\\b(?:total (?:time|of)|total visit time|i (?:have )?(?:personally )?spent|time"
              + " spent|spent)\\b[^.;]{0,90}?\\b(\\d{1,3}) ?(?:minutes|mins?)\\b|\\b(\\d{1,3})"
              + " ?(?:minutes|mins?) (?:was |were )?(?:spent|of total time|total)\\b");
  private static final Pattern HOURS =
      Pattern.compile(
          "\\b(\\d|an|one) ?(?:hours?|hrs?)\\b(?:,? (?:and )?(\\d{1,2}) ?(?:minutes|mins?)\\b)?");

  /// A range names no total.
  private static final Pattern RANGE =
      Pattern.compile("\\b\\d{1,3} ?(?:-|–|to) ?\\d{1,3} ?(?:minutes|mins?)\\b");

  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:smoking|tobacco|cessation|advance care|critical care|psychotherapy|procedure"
              + " time|operative|infusion|staff|nurse|resident|more than (?:half|50)|greater than"
              + " 50)\\b");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\btotal\\b|\\b(?:on the (?:date|day)|today|this"
              + " (?:visit|encounter|patient)|encounter|visit|including|chart|reviewing|documenting)\\b");

  private static final Pattern OVER_HALF_AN_HOUR =
      Pattern.compile(
          "(?:\\b(?:more|greater|longer) than|\\bover|>) ?(?:30|thirty) ?(?:minutes|mins?)\\b");

  private TimeReader() {}

  /// The time of a day of discharge: the total, or what is said to be more than the half hour that
  /// parts its two codes; none when nothing is said.
  static int dischargeMinutes(@Nullable Total total, List<Statement> statements) {
    boolean isOver =
        statements.stream()
            .anyMatch(said ->
                said.lower().contains("discharge")
                    && OVER_HALF_AN_HOUR.matcher(said.lower()).find());
    if (isOver) return HALF_AN_HOUR + 1;
    return total == null ? 0 : total.minutes();
  }

  static List<Total> read(Documentation note, List<Statement> statements) {
    var totals = new ArrayList<Total>();
    for (Statement said : statements) {
      boolean isHeaded = said.section().startsWith("total time");
      String words = inMinutes(said.lower());
      Matcher found = TOTAL.matcher(isHeaded ? "total time " + words : words);
      if (!found.find() || RANGE.matcher(words).find() || PART.matcher(said.lower()).find())
        continue;
      if (!isHeaded && !WHOLE.matcher(said.lower()).find()) continue;
      int minutes = Integer.parseInt(found.group(1) != null ? found.group(1) : found.group(2));
      int start = said.start();
      int end = said.end();
      totals.add(
          new Total(
              minutes,
              new Evidence(note.documentId(), start, end, note.text().substring(start, end))));
    }
    return totals;
  }

  /// `1 hour and 10 minutes` is `70 minutes`.
  private static String inMinutes(String words) {
    return HOURS
        .matcher(words)
        .replaceAll(found -> {
          String hours = found.group(1);
          int whole = Character.isDigit(hours.charAt(0)) ? Integer.parseInt(hours) : 1;
          int rest = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
          return 60 * whole + rest + " minutes";
        });
  }
}

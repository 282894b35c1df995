package org.cleanclaim.coding.assertion;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.document.Sentence;

/// Reads the words around a phrase, within its clause.
public final class AssertionReader {
  private static final int BEFORE = 240;
  private static final int AFTER = 60;
  private static final Pattern STOP =
      Pattern.compile(
          ";|\\b(?:but|however|although|except|presents? with|presenting|presented|complains of"
              + "|complaining of|admitted|was found)\\b|, (?:the|patient|he|she|who)\\b");

  /// Words that look like a negation or a past and are none.
  private static final Pattern NEITHER =
      Pattern.compile(
          "\\b(?:history of present(?: illness)?|not"
              + " (?:know|known|sure|certain|submitted|only|clear)|no"
              + " (?:change|increase|longer)|without (?:difficulty|incident|complications?)|cannot"
              + " exclude|no residua of)\\b");

  private static final Pattern FAMILY =
      Pattern.compile(
          "\\b(?:family history|mother|father|brother|sister|grand(?:mother|father))\\b");
  private static final Pattern HYPOTHETICAL =
      Pattern.compile("\\b(?:if|monitor for|risk of|risk for|watch for|screening for|should)\\b");
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:no|not|denies|denied|denying|without|negative for|absence of|never|free"
              + " of)\\b");
  private static final Pattern UNCERTAIN =
      Pattern.compile(
          "\\b(?:possible|possibly|probable|probably|suspected|likely|rule"
              + " out|r/o|vs|versus|concern for|questionable|may be|differential|consistent"
              + " with|working diagnosis)\\b");
  private static final Pattern PAST =
      Pattern.compile(
          "\\b(?:history of|past medical history|medical history|h/o|hx of|s/p|status post|previous"
              + "|previously|prior|remote|years ago|in the past)\\b");
  private static final Pattern NEGATED_AFTER =
      Pattern.compile(
          "\\b(?:(?:was|were|is|are|been) ruled out|ruled out|absent|not"
              + " present|unlikely|(?:was|were|is|are) negative)\\b");
  private static final Pattern UNCERTAIN_AFTER =
      Pattern.compile("^[\\s(]*(?:is )?(?:possible|probable|suspected|likely|vs|versus)\\b");
  private static final Pattern RESOLVED_AFTER = Pattern.compile("^[^.:]{0,50}\\bresolved\\b");
  private static final Pattern RESOLVED = Pattern.compile("\\bresolved\\b");

  private AssertionReader() {}

  public static Assertion read(String text, Sentence sentence, int start, int end) {
    String before = plain(text, Math.max(sentence.start(), start - BEFORE), start);
    Matcher stop = STOP.matcher(before);
    int from = 0;
    while (stop.find()) from = stop.end();
    before = NEITHER.matcher(before.substring(from)).replaceAll(" ");
    String after = plain(text, end, Math.min(sentence.end(), end + AFTER));
    Matcher stopAfter = STOP.matcher(after);
    if (stopAfter.find()) after = after.substring(0, stopAfter.start());
    if (FAMILY.matcher(before).find()) return Assertion.FAMILY;
    if (HYPOTHETICAL.matcher(before).find()) return Assertion.HYPOTHETICAL;
    String clause = before.substring(before.lastIndexOf(':') + 1);
    if (NEGATED.matcher(clause).find() || NEGATED_AFTER.matcher(after).find()) {
      return Assertion.NEGATED;
    }
    if (RESOLVED.matcher(before).find() || RESOLVED_AFTER.matcher(after).find()) {
      return Assertion.RESOLVED;
    }
    if (UNCERTAIN.matcher(before).find() || UNCERTAIN_AFTER.matcher(after).find()) {
      return Assertion.UNCERTAIN;
    }
    return PAST.matcher(before).find() ? Assertion.PAST : Assertion.AFFIRMED;
  }

  private static String plain(String text, int from, int to) {
    return text.substring(from, to).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}

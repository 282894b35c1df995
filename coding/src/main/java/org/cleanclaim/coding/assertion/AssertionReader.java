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
      Pattern.compile(";|\\b(?:but|however|although|except|presents with|complains of)\\b");
  private static final Pattern FAMILY =
      Pattern.compile(
          "\\b(?:family history|mother|father|brother|sister|grand(?:mother|father))\\b");
  private static final Pattern HYPOTHETICAL =
      Pattern.compile("\\b(?:if|monitor for|risk of|risk for|watch for|screening for|should)\\b");
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(?:no|not|denies|denied|denying|without|negative for|absence of|never)\\b");
  private static final Pattern UNCERTAIN =
      Pattern.compile(
          "\\b(?:possible|possibly|probable|probably|suspected|likely|rule out|r/o|vs|versus"
              + "|concern for|questionable|may be|differential|consistent with|working diagnosis)\\b");
  private static final Pattern PAST =
      Pattern.compile("\\b(?:history of|h/o|hx of|s/p|status post|resolved|previous|prior)\\b");
  private static final Pattern NEGATED_AFTER =
      Pattern.compile(
          "\\b(?:(?:was|were|is|are|been) ruled out|ruled out|absent|not present|unlikely)\\b");
  private static final Pattern UNCERTAIN_AFTER =
      Pattern.compile("^\\W*(?:is )?(?:possible|probable|suspected|likely|vs|versus)\\b");
  private static final Pattern PAST_AFTER = Pattern.compile("\\b(?:has |have )?resolved\\b");

  private AssertionReader() {}

  public static Assertion read(String text, Sentence sentence, int start, int end) {
    String before = plain(text, Math.max(sentence.start(), start - BEFORE), start);
    Matcher stop = STOP.matcher(before);
    int from = 0;
    while (stop.find()) from = stop.end();
    before = before.substring(from);
    String after = plain(text, end, Math.min(sentence.end(), end + AFTER));
    Matcher stopAfter = STOP.matcher(after);
    if (stopAfter.find()) after = after.substring(0, stopAfter.start());
    if (FAMILY.matcher(before).find()) return Assertion.FAMILY;
    if (HYPOTHETICAL.matcher(before).find()) return Assertion.HYPOTHETICAL;
    if (NEGATED.matcher(before).find() || NEGATED_AFTER.matcher(after).find()) {
      return Assertion.NEGATED;
    }
    if (UNCERTAIN.matcher(before).find() || UNCERTAIN_AFTER.matcher(after).find()) {
      return Assertion.UNCERTAIN;
    }
    boolean past = PAST.matcher(before).find() || PAST_AFTER.matcher(after).find();
    return past ? Assertion.PAST : Assertion.AFFIRMED;
  }

  private static String plain(String text, int from, int to) {
    return text.substring(from, to).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}

package org.cleanclaim.coding.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service did not find: `screening colonoscopy performed, no polyps`. Behind the name of
/// the service such words tell its result, not that it was left out; a screening stands though its
/// result is negative (Official Guidelines I.C.21.c.5). A drug or a vaccine finds nothing.
final class NegativeResult {
  /// Services that look for something.
  private static final Pattern LOOKING =
      Pattern.compile(
          "\\b(?:screen\\w*|test(?:s|ed|ing)?|\\w*scop(?:y|ies)|smears?|pap|papanicolaou|exam\\w*"
              + "|(?:mammo|sono|angio|cardio|radio|tomo)gra(?:ms?|phy)|ultrasounds?|x-?rays?|scans?"
              + "|imaging|ct|mri|ekg|ecg|biops\\w+|cultures?|swabs?|wellness visit)\\b");

  /// What a service that is left out lacks.
  private static final String LACKING =
      "(?:further |repeat |more |other )?(?:longer|need|needs|indications?|consents?|orders?|shows?"
          + "|time|supply|stock|doses?|administration|injections?|shots?|vaccin\\w*|immuniz\\w*"
          + "|procedures?|exam\\w*|services?|(?:bowel )?prep\\w*|(?:iv )?access|given|done"
          + "|performed)";

  /// Where a result ends, and something else may be told of the service.
  private static final String END =
      "and|so|but|therefore|thus|hence|then|because|until|not|never|unable|was|were|is|be|will|held"
          + "|withheld|hold|could|couldn't|wasn't|weren't|didn't|did|declin\\w*|refus\\w*|cancel\\w*"
          + "|abort\\w*|defer\\w*|postpon\\w*|contraindicated|plan\\w*|schedul\\w*|resched\\w*"
          + "|no|without|denie[sd]";

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "\\b(?:no|without|denie[sd])\\s+(?!(?:"
              + LACKING
              + "|"
              + END
              + ")\\b)[a-z](?:(?!\\b(?:"
              + END
              + ")\\b)[^,;:])*|\\bnot (?:been |be )?(?:seen|identified|found|visualized"
              + "|demonstrated|appreciated|evident|detected|noted|observed|present)\\b");

  private NegativeResult() {}

  /// Whether the words that name a service name one that has results.
  static boolean isOf(String service) {
    return LOOKING.matcher(service).find();
  }

  /// Where the first one begins behind a place of a clause; the clause's end where none does.
  static int first(String clause, int behind) {
    Matcher found = NOT_FOUND.matcher(clause).region(behind, clause.length());
    return found.find() ? found.start() : clause.length();
  }

  /// The clause with blanks in place of the results behind a place of it.
  static String without(String clause, int behind) {
    Matcher found = NOT_FOUND.matcher(clause).region(behind, clause.length());
    var rest = new StringBuilder(clause);
    while (found.find()) {
      for (int i = found.start(); i < found.end(); i++) rest.setCharAt(i, ' ');
    }
    return rest.toString();
  }
}

package org.cleanclaim.coding.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service did not find: `screening colonoscopy performed, no polyps`. Behind the name of
/// the service such words tell its result, not that it was left out; a screening stands though its
/// result is negative (Official Guidelines I.C.21.c.5).
final class NegativeResult {
  /// What a service that is left out lacks.
  private static final String LACKING =
      "(?:further |repeat |more |other )?(?:longer|need|needs|indications?|consents?|orders?|shows?"
          + "|time|supply|stock|doses?|administration|injections?|shots?|vaccin\\w*|immuniz\\w*"
          + "|procedures?|exam\\w*|services?|given|done|performed)";

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "\\b(?:no|without|denie[sd])\\s+(?!"
              + LACKING
              + "\\b)[a-z][^,;:]*|\\bnot (?:been |be )?(?:seen|identified|found|visualized"
              + "|demonstrated|appreciated|evident|detected|noted|observed|present)\\b");

  private NegativeResult() {}

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

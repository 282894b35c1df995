package org.cleanclaim.coding.visit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.statement.Statement;
import org.jspecify.annotations.Nullable;

/// Words found in a statement that says them of the present visit.
final class Clause {
  private static final Pattern NOT_SO =
      Pattern.compile(
          "\\b(?:no|not|without|denies|denied|declin\\w+|refus\\w+|never|deferred?|rule"
              + " out|unlikely)\\b[^,;:]{0,60}$|\\b(?:if|unless|should|consider\\w*|may"
              + " need|might)\\b[^;:]{0,120}$");

  private Clause() {}

  /// The first place where the statement says the words, neither denied nor under a condition; null
  /// when it does not.
  static @Nullable Evidence find(Pattern words, Statement said, String documentId, String text) {
    Matcher found = words.matcher(said.lower());
    while (found.find()) {
      if (NOT_SO.matcher(said.lower().substring(0, found.start())).find()) continue;
      int start = said.start() + found.start();
      int end = said.start() + found.end();
      return new Evidence(documentId, start, end, text.substring(start, end));
    }
    return null;
  }
}

package org.cleanclaim.workforce.benchmark;

import java.util.Locale;
import java.util.regex.Pattern;

/// Reads who was counted from a publisher's words.
final class Population {
  /// The words by which publishers name coders and billers; "medical records" is the occupation
  /// under which the Bureau of Labor Statistics counts them (29-2072, before 2021 29-2098 and
  /// 29-2071).
  private static final Pattern CODERS =
      Pattern.compile("\\b(coders?|coding|billers?|billing|medical records?)\\b");

  private Population() {}

  static boolean isOfCoders(String population) {
    return CODERS.matcher(population.toLowerCase(Locale.ROOT)).find();
  }
}

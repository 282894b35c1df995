package org.cleanclaim.workforce.benchmark;

import java.util.Locale;
import java.util.regex.Pattern;

/// Reads who was counted from a publisher's words.
final class Population {
  /// The words by which publishers name coders and billers; "medical records" is the occupation
  /// under which the Bureau of Labor Statistics counts them (29-2072, before 2019 29-2071).
  private static final Pattern CODERS =
      Pattern.compile("\\b(coders?|coding|billers?|billing|medical records?)\\b");

  /// A group of occupations that has coders among many others, such as 29-2098 of 2019 and 2020.
  private static final Pattern WIDER_GROUP = Pattern.compile("\\ball other\\b");

  /// The words by which publishers name people of other occupations, or of a profession that has
  /// coders among many others.
  private static final Pattern OTHERS =
      Pattern.compile(
          "\\b(professionals?|managers?|executives?|directors?|administrators?|technicians?"
              + "|technologists?|nurses?|physicians?|assistants?|him|health information)\\b");

  private Population() {}

  static boolean isOfCoders(String population) {
    String words = population.toLowerCase(Locale.ROOT);
    return CODERS.matcher(words).find() && !WIDER_GROUP.matcher(words).find();
  }

  static boolean isOfOthers(String population) {
    String words = population.toLowerCase(Locale.ROOT);
    return !isOfCoders(population)
        && (OTHERS.matcher(words).find() || WIDER_GROUP.matcher(words).find());
  }
}

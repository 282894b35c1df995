package org.cleanclaim.workforce.estimate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The years that a publisher's words for experience stand for.
///
/// "Entry" is read as fewer than two years, after which the coders' association takes the mark of
/// an apprentice from a credential; "experienced" as two years or more. Bands such as `1-2 years`,
/// `under 1 year` and `10+ years` are read as they are written.
///
/// @param until last year that belongs to it
/// @param asksForCertification whether only holders of a credential were counted
record ExperienceBand(int from, int until, boolean asksForCertification) {
  private static final int APPRENTICE_YEARS = 2;
  private static final int NO_END = Integer.MAX_VALUE;
  private static final ExperienceBand UNKNOWN = new ExperienceBand(NO_END, 0, false);

  private static final Pattern FROM_TO = Pattern.compile("(\\d{1,2}) ?(?:-|to) ?(\\d{1,2})\\b.*");
  private static final Pattern UNDER = Pattern.compile("(?:under|less than) (\\d{1,2})\\b.*");
  private static final Pattern OVER = Pattern.compile("(?:over |more than )?(\\d{1,2}) ?\\+?.*");

  static ExperienceBand of(String words) {
    String text = words.strip().toLowerCase(Locale.ROOT);
    boolean isCertified = text.matches(".*(?<!not )\\bcertified\\b.*");
    if (text.startsWith("entry")) return new ExperienceBand(0, APPRENTICE_YEARS - 1, isCertified);
    if (text.startsWith("experienced")) {
      return new ExperienceBand(APPRENTICE_YEARS, NO_END, isCertified);
    }
    Matcher band = FROM_TO.matcher(text);
    if (band.matches()) {
      return new ExperienceBand(number(band, 1), number(band, 2), isCertified);
    }
    band = UNDER.matcher(text);
    if (band.matches()) return new ExperienceBand(0, number(band, 1) - 1, isCertified);
    band = OVER.matcher(text);
    if (band.matches()) return new ExperienceBand(number(band, 1), NO_END, isCertified);
    return UNKNOWN;
  }

  boolean covers(int years) {
    return from <= years && years <= until;
  }

  private static int number(Matcher band, int group) {
    return Integer.parseInt(band.group(group));
  }
}

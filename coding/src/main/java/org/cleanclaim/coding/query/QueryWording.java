package org.cleanclaim.coding.query;

import java.util.regex.Pattern;

/// The words by which a query is known to speak of money, to lead, or to leave the answer open.
final class QueryWording {
  /// What the payer pays and how stays are weighed.
  static final Pattern MONEY =
      words(
          "reimburse\\w*|payments?|payers?|paid|pay(?:s|ing)?|revenue|dollars?|money|financial\\w*|(?:ms|apr)?-?drgs?|relative"
              + " weight|case mix|cmi|(?:as|is|an?) m?ccs?|mccs?|hccs?|raf|risk scores?|risk"
              + " adjust\\w*|apcs?|rvus?|bill(?:s|ed|ing|able)?|insurance claims?|the"
              + " claim|denials?|upcod\\w*");

  /// What ratings of hospitals and providers are made of.
  static final Pattern QUALITY =
      words(
          "quality (?:scores?|measures?|metrics?|ratings?|impact|report\\w*)|star ratings?|"
              + "report cards?|soi|severity of illness|risk of mortality|psis?|hacs?|"
              + "mortality (?:index|rate)|length of stay|gmlos|provider profil\\w*|benchmarks?|"
              + "readmission rates?");

  /// What pushes to an answer.
  static final Pattern LEADING =
      words(
          "please"
              + " (?:document|add|change|amend|addend|include|agree|confirm)|(?:do|would|don't|wouldn't)"
              + " you (?:not )?agree|isn't (?:it|this|that)|wouldn't it|should (?:be|have been)"
              + " (?:documented|coded|diagnosed)|(?:you|we) (?:should|must|need to|have to)|we"
              + " need|(?:clearly|obviously|surely|undoubtedly)|supports? (?:a|the) diagnosis"
              + " of|(?:meets?|consistent with|suggests?|indicates?) (?:the"
              + " )?(?:criteria|diagnosis) (?:for|of)");

  /// Marks that make one answer look wanted.
  static final Pattern EMPHASIS =
      Pattern.compile(
          "(?i)\\*|!|>>|->|\\b(?:recommended|preferred|suggested|best|most likely|correct)\\b");

  /// A diagnosis or procedure code: letter, digit, and more, as ICD-10-CM writes it.
  static final Pattern CODE =
      Pattern.compile(
          "\\b[A-TV-Z][0-9][0-9AB](?:\\.[0-9A-TV-Z]{1,4})\\b|\\b[A-TV-Z][0-9][0-9AB][0-9A-TV-Z]{1,4}\\b");

  static final Pattern OTHER =
      Pattern.compile("(?i)^\\s*(?:other|another|none of (?:these|the above))\\b");

  static final Pattern UNDETERMINED =
      Pattern.compile(
          "(?i)\\b(?:unable to (?:be )?determin\\w*|undetermined|cannot be determined|not able to"
              + " determine)\\b");

  private QueryWording() {}

  static boolean says(Pattern wording, String text) {
    return wording.matcher(text).find();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?i)(?<![\\w-])(?:" + alternatives + ")(?![\\w-])");
  }
}

package org.cleanclaim.coding.query;

import java.util.regex.Pattern;

/// The words by which a query is known to speak of money, to lead, or to leave the answer open.
final class QueryWording {
  /// What the payer pays and how stays are weighed.
  static final Pattern MONEY =
      words(
          "reimburse\\w*|payments?|payers?|paid|pay(?:s|ing)?|revenue|dollars?|money|financial\\w*|profit\\w*|(?:higher|better)[-"
              + " ]weight\\w*|capture rates?|(?:ms|apr)?-?drgs?|relative weight|case"
              + " mix|cmi|(?:as|is|an?) m?ccs?|mccs?|hccs?|raf|risk scores?|risk"
              + " adjust\\w*|apcs?|rvus?|bill(?:s|ed|ing|able)?|insurance claims?|the"
              + " claim|denials?|upcod\\w*");

  /// What ratings of hospitals and providers are made of.
  static final Pattern QUALITY =
      words(
          "quality (?:scores?|measures?|metrics?|ratings?|impact|report\\w*)|star ratings?|"
              + "report cards?|soi|severity of illness|risk of mortality|psis?|hacs?|"
              + "core measures?|value[- ]based|penalt(?:y|ies)|leapfrog|"
              + "mortality (?:index|rate)|length of stay|gmlos|provider profil\\w*|benchmarks?|"
              + "readmission rates?");

  /// What pushes to an answer: a request to write something, an opinion that is not the provider's,
  /// a question that expects a yes, a reproach, a judgment of the evidence.
  private static final Pattern LEADING =
      words(
          String.join(
              "|",
              "(?:please|kindly|pls)"
                  + " (?:document|add|change|amend|addend|include|agree|confirm|update|correct|code|diagnose|(?:state|write|note|say)"
                  + " that)",
              "(?:can|could|would|will) you (?:please |kindly )?(?:document|add|change|amend|addend"
                  + "|include|confirm|update|code|(?:state|write|note|say) that)",
              "addend\\w* (?:stating|that states?|to (?:state|reflect|include|show|say))",
              "(?:amend\\w*|update\\w*|change\\w*|note|record|documentation) to"
                  + " (?:reflect|include|state|show|say)",
              "(?:do|would|don't|wouldn't) you (?:not )?(?:agree|think|say|believe|feel)",
              "isn't (?:it|this|that|he|she)|wouldn't (?:it|this|that)|shouldn't"
                  + " (?:it|this|that|he|she)|couldn't (?:it|this|that)|(?:is|was) (?:it|this|that)"
                  + " not",
              "should (?:be|have been) (?:documented|coded|diagnosed)",
              "(?:you|we) (?:should|must|need to|have to)|we need",
              "(?:documentation|note|record|chart) (?:needs? to|must|should|ought to|has to)",
              "would it be (?:appropriate|correct|fair|right|accurate|possible to"
                  + " (?:document|add))",
              "(?:is|would) it (?:be )?(?:fair|safe|reasonable) to"
                  + " (?:say|assume|document|conclude)",
              "(?:we|i|coding|cdi|the coder) (?:think|believe|suspect|feel|assume|expect|would"
                  + " like)",
              "(?:it|this|that|he|she|the patient) (?:would )?(?:appears?|seems?|looks?)"
                  + " (?:to|that|like|as)",
              "(?:most|other|many|any) (?:\\w+"
                  + " )?(?:physicians?|providers?|doctors?|surgeons?|colleagues?)"
                  + " (?:would|call|document|agree|consider)",
              "you (?:forgot|failed|omitted|neglected|missed)|(?:was|were) (?:not"
                  + " documented|overlooked)",
              "as (?:we )?(?:discussed|agreed)|as you know|(?:just|simply)"
                  + " (?:sign|check|tick|click|answer|say|write)|(?:answer|check|tick|choose|select)"
                  + " (?:yes|agree|the first)",
              "to capture|(?:would|will) be (?:helpful|appreciated)",
              "(?:clearly|obvious|obviously|surely|undoubtedly|evidently|definitely|certainly|no"
                  + " doubt|of course)",
              "supports? (?:a|the) diagnosis of",
              "(?:meets?|fulfill?s?|consistent with|suggests?|indicates?) (?:\\w+"
                  + " ){0,3}(?:criteria|diagnosis)",
              "(?:is|are|was|were) (?:highly |most |very )?(?:consistent with|suggestive"
                  + " of|indicative of|diagnostic of|typical of)",
              "qualif(?:y|ies|ied) (?:as|for)"));

  /// A question that only wants its answer confirmed: `…, correct?`
  private static final Pattern TAG =
      Pattern.compile("(?i),\\s*(?:right|correct|yes|agree|agreed|no)\\s*\\?");

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

  /// Whether a text pushes to an answer.
  static boolean leads(String text) {
    return says(LEADING, text) || says(TAG, text);
  }

  static boolean says(Pattern wording, String text) {
    return wording.matcher(text).find();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?i)(?<![\\w-])(?:" + alternatives + ")(?![\\w-])");
  }
}

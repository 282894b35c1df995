package org.cleanclaim.coding.query;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The words by which a query is known to speak of money, to lead, or to leave the answer open.
final class QueryWording {
  private static final String OURS =
      "(?:the|our|this|your) (?:hospital|practice|facility|department|clinic|unit|group)";

  /// What the payer pays and how stays are weighed.
  static final Pattern MONEY =
      words(
          "reimburse\\w*|(?:non|over|under)?payments?|payers?|paid|pay(?:s|ing)?(?!"
              + " attention)|revenues?|income",
          "\\$ ?\\d[\\d .]*|dollars?|money|financial\\w*|profit\\w*|costs?(?! of"
              + " living)|bonus(?:es)?|incentives?",
          // What comes of it for the hospital, in whatever words.
          "bottom line|(?:our|operating) margins?|budgets?|funding|lucrative|worth more|lose[sd]?"
              + " out",
          "difference (?:\\w+ ){0,4}?(?:to|for) (?:us|" + OURS + ")",
          "(?:we|" + OURS + ") (?:would |will |may )?(?:loses?|gains?|earns?|gets? (?:more|less))",
          "(?:higher|better|lower|top) (?:tier|bracket)s?",
          "weights? of (?:the|this|our) (?:case|stay|admission|chart|record|encounter|visit)",
          "(?:is|are|as|be) an? major (?:complication|comorbid\\w*)",
          "complications? ?(?:or|and|/) ?comorbid\\w*",
          "recovery (?:audit\\w*|contractor)s?|(?:payer|external|government|insurance)"
              + " (?:audit|review)\\w*",
          "auditors?|under (?:an? )?audit",
          "(?:higher|better) weight\\w*|capture rates?|m?ccs? captures?",
          "(?:ms ?|apr ?)?drgs? ?\\d*|relative weights?|the rw|rw (?:is|was|of|would)|case mix|cmi",
          "(?:as|is|an?) m?ccs?|mccs?|hccs? ?\\d*|raf|risk scores?|risk adjust\\w*|rvus?",
          "(?:higher|lower|better|the) apc|apcs? (?:groups?|rates?|weights?|status)",
          "bill(?:s|ed|ing|able)?|insurance|insurers?|medicare|medicaid|tricare|the claim",
          "denials?|(?:is|are|was|were|be|been|being|gets?|got) denied|(?:will|would|may|could)"
              + " deny",
          "medical(?:ly)? necess\\w*|levels? of service|upcod\\w*");

  /// What ratings of hospitals and providers are made of.
  static final Pattern QUALITY =
      words(
          "quality (?:scores?|measures?|metrics?|ratings?|impact|report\\w*)|star ratings?",
          "report cards?|soi|severity of illness|risk of mortality|hacs?|rankings?",
          // The pneumonia severity index has a number, the patient safety indicator is one.
          "psis?(?! (?:of|is|was|score|score of) \\d)|(?:mips|hedis|hcahps|ncqa)(?: \\w+)?",
          "score ?cards?|public(?:ly)? report\\w*|(?:our|your)"
              + " (?:statistics|figures|numbers|metrics|scores?)",
          "core measures?|value based|penalt(?:y|ies)|penali[sz]\\w*|leapfrog|observed to expected",
          "(?:expected|risk adjusted) mortality|mortality (?:index|rate)",
          "length of stay|gmlos|(?:expected|average|mean) los|provider profil\\w*|benchmarks?",
          "readmission rates?");

  private static final String OPEN_OBJECT =
      "(?! (?:the |any |your |its |their |further |more |clinical |medical"
          + " )*(?:types?|acuity|severity"
          + "|stages?|causes?|etiology|sites?|sides?|laterality|course|status|details?|specificity|significance|relationship|judgment|opinion)\\b(?!"
          + " (?:as|is)\\b))";

  private static final String WRITES =
      "(?:document(?! (?:in your (?:own )?words(?!"
          + " that)|whether)\\b)|add|change|amend|addend|include|agree|confirm|concur|verify|update|correct|code"
          + "|diagnose)\\b"
          + OPEN_OBJECT;

  /// To specify what is asked is open; to specify a condition that is named is not.
  private static final String SPECIFIES =
      "(?:state|write|note|say|clarify|specify|indicate|report|record)(?: that\\b|"
          + " (?!(?:the|which|what"
          + "|whether|if|how|when|where|why|who|any|your|its|their|further|more|in|as|it|this|these|those"
          + "|based|below|here)\\b)\\w+)";

  private static final String SOMEBODY = "(?:it|this|that|these|he|she|they|you|we|the patient)";

  /// What pushes to an answer: a request to write something, an opinion that is not the provider's,
  /// a question that expects a yes, a reproach, a judgment of the evidence.
  private static final Pattern LEADING =
      words(
          "(?:please|kindly|pls) (?:\\w+ ){0,2}?(?:" + WRITES + "|" + SPECIFIES + ")",
          "(?:can|could|would|will) you (?:\\w+ ){0,2}?(?:"
              + WRITES
              + "|(?:state|write|note|say) that)",
          "addend\\w* (?:stating|that states?|to (?:state|reflect|include|show|say))",
          "(?:amend\\w*|update\\w*|change\\w*|note|record|documentation) to"
              + " (?:reflect|include|state|show|say)",
          "documentation of (?:\\w+ ){1,8}?(?:is|are|would be)"
              + " (?:required|needed|necessary|missing)",
          "(?:do|did|would|could|can|will|don't|didn't|wouldn't) you (?:not |also"
              + " )?(?:agree|think|say|believe|feel|concur|mean|consider|accept)",
          "(?:is|was|are|were|does|do|did|has|have|had|would|should|could)n't " + SOMEBODY,
          "(?:is|was) (?:it|this|that) not",
          "(?:may|can|could|shall|should) (?:i|we)"
              + " (?:put|code|write|add|document|report|assign|use)",
          "(?:should|must|(?:needs?|has|have|ought) to) (?:be|have been)"
              + " (?:documented|coded|diagnosed|included|added|listed|reflected)",
          "(?:it|this|that) (?:must|has to|can only) (?:be|have been)"
              + "(?! (?:known|said|stated|asked|clarified|determined)\\b)",
          "(?:please |kindly |do )?consider"
              + " (?:documenting|adding|changing|amending|stating|updating)",
          "(?:please|kindly) consider"
              + " (?!(?:the|these|this|those|whether|what|which|your|all)\\b)\\w+",
          "(?:make|be) sure (?:to|that|you)|remember to|(?:don't|do not) forget to",
          "(?:we are|we're|i am|i'm) (?:quite |very |fairly )?(?:sure|certain|confident|convinced)",
          "the only (?:possible )?explanation|no other explanation|(?:everyone|anyone) can"
              + " see|let's",
          "an answer of|appreciate (?:it )?if you (?:could |would |can )?"
              + "(?:document|add|chang|amend|addend|includ|agree|confirm|concur|call|cod)(?:e|ed)?\\b"
              + OPEN_OBJECT,
          "(?:you|we) (?:should|must|need to|have to)|we (?:only |just )?need|need you to",
          "(?:documentation|note|record|chart) (?:needs? to|must|should|ought to|has to)",
          "would it be (?:appropriate|correct|fair|right|accurate|possible to (?:document|add))",
          "(?:is|would) it (?:be )?(?:fair|safe|reasonable) to (?:say|assume|document|conclude)",
          "(?:we|i|coding|cdi|coders?|the coder|(?:the|our|my) (?:\\w+ ){0,2}?(?:team|department"
              + "|specialist|reviewer|coder|expert)s?) (?:would"
              + " )?(?:think|believe|suspect|feel|assume|expect|call|like|conclude)s?",
          "(?:i am|we are|i would be|we would be) inclined|in (?:my|our) (?:opinion|view|judgment)",
          "physician advis[oe]rs?|already agreed",
          "(?:it|this|that|he|she|the patient) (?:would )?(?:appears?|seems?|looks?)"
              + " (?:to|that|like|as)",
          "(?:most|other|many|any) (?:\\w+"
              + " )?(?:physicians?|providers?|doctors?|surgeons?|colleagues?)"
              + " (?:would|call|document|agree|consider)",
          "you (?:forgot|failed|omitted|neglected|missed)|(?:was|were) (?:not"
              + " documented|overlooked)",
          "as (?:we )?(?:discussed|agreed)|as you know",
          "(?:just|simply) (?:sign|check|tick|click|answer|say|write)",
          "(?:answer|check|tick|choose|select) (?:yes|agree|the first)",
          "to capture|(?:would|will) be (?:\\w+"
              + " )?(?:helpful|appreciated|welcome|preferred|preferable)",
          "(?:clearly|obvious|obviously|surely|undoubtedly|evidently|definitely|certainly|no"
              + " doubt|of course)",
          "supports? (?:a|the) diagnosis of|points? to|is what the \\w+ (?:shows?|says?)",
          "(?:meets?|fulfill?s?|consistent with|suggests?|indicates?) (?:\\w+"
              + " ){0,3}(?:criteria|diagnosis)",
          "(?:is|are|was|were) (?:highly |most |very )?(?:consistent with|suggestive of|indicative"
              + " of|diagnostic of|typical of)",
          "given (?:[\\w%/]+ ){1,12}?(?:is|was) (?:it|this|that)(?!"
              + " (?:present|documented|clinically|related|due|confirmed|ruled)\\b)",
          "qualif(?:y|ies|ied) (?:as|for)");

  /// A question or a sentence that only wants its answer confirmed: `…, correct?`
  private static final Pattern TAG =
      Pattern.compile(
          ",\\s*(?:right|correct|yes|agree|agreed|no)\\s*\\?|[.?!]\\s*(?:right|correct|agreed?)\\W*$");

  /// Marks that make one answer look wanted.
  static final Pattern EMPHASIS =
      Pattern.compile(
          "(?i)\\*|!|>>|->|\\b(?:recommended|preferred|suggested|best|most likely|correct)\\b");

  /// A diagnosis code as ICD-10-CM writes it: letter, digit, and more, in either case with its
  /// point, without it in capitals or of digits alone.
  static final Pattern CODE =
      Pattern.compile(
          "\\b(?i:[A-TV-Z][0-9][0-9AB]\\.[0-9A-TV-Z]{1,4})\\b"
              + "|\\b[A-TV-Z][0-9][0-9AB][0-9A-TV-Z]{1,4}\\b|\\b[a-tv-z][0-9]{4,6}\\b");

  static final Pattern OTHER =
      Pattern.compile("(?i)^\\s*(?:other|another|none of (?:these|the above))\\b");

  static final Pattern UNDETERMINED =
      Pattern.compile(
          "(?i)\\b(?:unable to (?:be )?determin\\w*|undetermined|cannot be determined|not able to"
              + " determine)\\b");

  private static final Pattern SPACED =
      Pattern.compile("(?<!\\p{L})(?:\\p{L} ){3,}\\p{L}(?!\\p{L})");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'$%/.]+|\\.(?!\\d)");

  private QueryWording() {}

  static boolean speaksOfMoney(String text) {
    return says(MONEY, plain(text));
  }

  static boolean speaksOfQuality(String text) {
    return says(QUALITY, plain(text));
  }

  /// Whether a text pushes to an answer.
  static boolean leads(String text) {
    return says(LEADING, plain(text)) || says(TAG, straight(text));
  }

  static boolean says(Pattern wording, String text) {
    return wording.matcher(text).find();
  }

  /// The words of a text alone, however they are set: small letters, straight apostrophes, one
  /// blank for whatever stands between two words.
  private static String plain(String text) {
    String words = NO_WORD.matcher(straight(text)).replaceAll(" ").strip();
    return SPACED.matcher(words).replaceAll(m -> m.group().replace(" ", ""));
  }

  private static String straight(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\u2018\u2019\u201B\u02BC\u00B4`]", "'")
        .toLowerCase(Locale.ROOT);
  }

  private static Pattern words(String... alternatives) {
    return Pattern.compile("(?<![\\w'])(?:" + String.join("|", alternatives) + ")(?!\\w)");
  }
}

package org.cleanclaim.coding.assertion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A condition that a sentence says was looked for and not seen: `pneumonia of the left lower lobe
/// on the film of today was not seen`. The condition is the subject, however far from it the verb
/// stands; what tells where it would be lies between, no other verb and no other statement.
final class UnseenSubject {
  /// How far behind a condition its verb may stand.
  private static final int REACH = 200;

  private static final String VERB =
      "(?:is|was|are|were|am|be|been|being|has|have|had|shows?|showed|reveals?|revealed|causes?"
          + "|caused|causing|remains?|remained|requires?|required|requiring|presents?|presented"
          + "|improves?|improved|noted|seen|found|identified|treated|started|continues?|continued)";

  private static final String WORD =
      "\\s+(?!(?:"
          + VERB
          + "|and|or|but|not|no|with|without|by|source|cause|etiology|organism|origin|primary)\\b)"
          + "[\\w'/.%-]++";
  private static final String UNSEEN =
      "(?:not|no longer)\\s+(?:(?:yet|clearly|definitely|well|been|be)\\s+){0,2}"
          + "(?:seen|identified|found|visualized|demonstrated|appreciated|evident|detected|noted"
          + "|observed)\\b(?!\\s+(?:by|since|before|previously|until|yet)\\b"
          + "|\\s+(?:on|in|at)\\s+(?:(?:the|a|any|his|her)\\s+)?"
          + "(?:prior|previous|earlier|last|old|outside|yesterday|\\d{4})\\b)";

  /// By itself, or one of several of which all were not seen.
  private static final Pattern ONE =
      Pattern.compile(
          "(?:"
              + WORD
              + "){0,16}?(?:\\s+|\\s*:\\s*)(?<verb>\\b(?:is|was|has|had|are|were|have)\\s+)?"
              + UNSEEN,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?:,?"
              + WORD
              + "){0,12}?,?\\s+(?:or(?:"
              + WORD
              + "){1,8}?(?<verb>\\s+(?:is|was|has|are|were|have))?|and(?:"
              + WORD
              + "){1,8}?(?<plural>\\s+(?:are|were|have))?)\\s+"
              + UNSEEN,
          Pattern.CASE_INSENSITIVE);

  /// Somebody is the subject: `a patient with diabetes was not seen`; or the sentence has its verb
  /// already: `he has pneumonia not seen before`.
  private static final Pattern SOMEBODY =
      Pattern.compile(
          "\\b(?:patient|pt|man|woman|male|female|gentleman|lady|boy|girl|child|infant|he|she|they)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANOTHER_VERB =
      Pattern.compile("\\b" + VERB + "\\b", Pattern.CASE_INSENSITIVE);

  /// What was not found is the origin of the condition: `pneumonia with organism not identified`.
  private static final Pattern ORIGIN =
      Pattern.compile(
          "\\b(?:source|cause|etiology|organism|origin|primary)$", Pattern.CASE_INSENSITIVE);

  private UnseenSubject() {}

  /// @param clause where the clause of the condition begins
  /// @param to where the condition ends
  /// @param end of the sentence
  static boolean is(String text, int clause, int start, int to, int end) {
    if (ORIGIN.matcher(text).region(start, to).find()) return false;
    int reach = Math.max(to, Math.min(end, to + REACH));
    Matcher one = ONE.matcher(text).region(to, reach);
    Matcher several = SEVERAL.matcher(text).region(to, reach);
    boolean hasVerb;
    if (one.lookingAt()) {
      hasVerb = one.group("verb") != null;
    } else if (several.lookingAt()) {
      hasVerb = several.group("verb") != null || several.group("plural") != null;
    } else {
      return false;
    }
    if (SOMEBODY.matcher(text).region(clause, start).find()) return false;
    return hasVerb || !ANOTHER_VERB.matcher(text).region(clause, start).find();
  }
}

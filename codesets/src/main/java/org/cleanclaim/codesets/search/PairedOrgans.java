package org.cleanclaim.codesets.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The letters by which clinicians name an eye or an ear: `OD`, `OS` and `OU` are the right eye,
/// the left one and both, `AD`, `AS` and `AU` the same of the ears. Elsewhere they are other things
/// (once daily, Alzheimer's disease, aortic stenosis), so that they count only beside words about
/// the organ.
final class PairedOrgans {
  private static final int LETTERS = 2;

  /// How far from the letters the words about the organ may stand.
  private static final int BESIDE = 60;

  private static final String EYE =
      "\\b(?:eyes?\\b|ocular|ophthalm|optic|cataract|pseudopha|aphak|glaucoma|conjunctiv|subconj"
          + "|retin|macula\\b|macular|drusen|vitre|cornea|keratitis|keratoc|uveitis|iris\\b|iritis"
          + "|sclerit|episcler|blephar|eyelid|lids?\\b|chalazi|hordeol|stye|ptosis|pteryg|pingue"
          + "|dacryo|lacrim|epiphora|entropi|ectropi|trichia|amblyop|strabism|esotrop|exotrop"
          + "|diplop|myopi|hyperop|presbyop|astigmat|visual|vision|IOP\\b|lens\\b|hyphema|nystagm)";
  private static final String EAR =
      "\\b(?:ears?\\b|otitis|otalg|otorr|otosc|cerumen|tympan|TM\\b|hearing|deaf|mastoid"
          + "|cholesteat|tinnitus|eustach|auric|acoustic)";

  private static final Pattern OF_EYES = Pattern.compile(EYE, Pattern.CASE_INSENSITIVE);
  private static final Pattern OF_EARS = Pattern.compile(EAR, Pattern.CASE_INSENSITIVE);

  /// `AU hearing loss`: the organ right behind the letters.
  private static final Pattern EYES_BEHIND = behind(EYE);

  private static final Pattern EARS_BEHIND = behind(EAR);

  /// `500 mg OD`, `1 tab OD`: once daily.
  private static final Pattern DOSE =
      Pattern.compile(
          "(?i)(?:\\d|\\b(?:mg|mcg|g|ml|units?|tabs?|tablets?|caps?|capsules?|po))\\s+$");

  /// `OD and`, with nothing before it in its part of the sentence.
  private static final Pattern BY_THEMSELVES = Pattern.compile("(?:\\s|O[DSU]|A[DSU]|and|&)*");

  private PairedOrgans() {}

  private static Pattern behind(String organ) {
    return Pattern.compile(
        "\\s+(?:(?!with\\b|and\\b|due\\b|on\\b|for\\b)[\\w-]+\\s+){0,2}" + organ,
        Pattern.CASE_INSENSITIVE);
  }

  /// What a word of a sentence stands for: the side and the organ; empty where it is none of them.
  static List<String> meaning(String text, int from, int start, int end) {
    if (end - start != LETTERS) return List.of();
    char organ = text.charAt(start);
    if (organ != 'O' && organ != 'A') return List.of();
    String side =
        switch (text.charAt(start + 1)) {
          case 'D' -> "right";
          case 'S' -> "left";
          case 'U' -> "bilateral";
          default -> "";
        };
    if (side.isEmpty()) return List.of();
    boolean isEye = organ == 'O';
    boolean isBeside =
        isBefore(isEye ? OF_EYES : OF_EARS, text, from, start)
            || (isEye ? EYES_BEHIND : EARS_BEHIND)
                .matcher(text)
                .region(end, text.length())
                .lookingAt();
    return isBeside ? List.of(side, isEye ? "eye" : "ear") : List.of();
  }

  /// Whether the words before the letters are about the organ: those of the same part of the
  /// sentence, or of the part before where the letters stand alone in theirs.
  private static boolean isBefore(Pattern organ, String text, int from, int start) {
    int near = Math.max(from, start - BESIDE);
    int part = part(text, near, start);
    String before = text.substring(part, start);
    if (DOSE.matcher(before).find()) return false;
    if (BY_THEMSELVES.matcher(before).matches() && part > near) {
      int earlier = part(text, near, part - 1);
      before = text.substring(earlier, part - 1);
    }
    Matcher found = organ.matcher(before);
    return found.find();
  }

  private static int part(String text, int near, int to) {
    int at = to;
    while (at > near && ",;:.()\n".indexOf(text.charAt(at - 1)) < 0) at--;
    return at;
  }
}

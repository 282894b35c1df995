package org.cleanclaim.codesets.search;

import java.util.List;
import java.util.regex.Pattern;

/// The letters by which clinicians name an eye or an ear: `OD`, `OS` and `OU` are the right eye,
/// the left one and both, `AD`, `AS` and `AU` the same of the ears. Elsewhere they are other things
/// (once daily, Alzheimer's disease, aortic stenosis), so that they count only where the sentence
/// is about the organ.
final class PairedOrgans {
  private static final int LETTERS = 2;

  private static final Pattern OF_EYES =
      Pattern.compile(
          "(?i)\\b(?:eye|ocular|ophthalm|optic|cataract|pseudopha|aphak|glaucoma|conjunctiv|subconj"
              + "|retin|macul|drusen|vitre|cornea|kerat|uveitis|iri[ts]|scler|blephar|eyelid|lid\\b"
              + "|chalazi|hordeol|stye|ptosis|pteryg|pingue|dacryo|lacrim|epiphora|entropi|ectropi"
              + "|trichia|amblyop|strabism|esotrop|exotrop|diplop|myop|hyperop|presbyop|astigmat"
              + "|visual|vision|IOP\\b|lens\\b|hyphema|nystagm)");

  private static final Pattern OF_EARS =
      Pattern.compile(
          "(?i)\\b(?:ears?\\b|otitis|otalg|otorr|otosc|cerumen|tympan|TM\\b|hearing|deaf|mastoid"
              + "|cholesteat|tinnitus|eustach|auric|acoustic|ménière|meniere)");

  private PairedOrgans() {}

  /// What a word of a sentence stands for: the side and the organ; empty where it is none of them.
  static List<String> meaning(String text, int from, int to, int start, int end) {
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
    boolean isAbout = (isEye ? OF_EYES : OF_EARS).matcher(text).region(from, to).find();
    return isAbout ? List.of(side, isEye ? "eye" : "ear") : List.of();
  }
}

package org.cleanclaim.coding.specificity;

import java.util.regex.Pattern;

/// The seventh character of injuries (I.C.19.a): A while the injury is treated actively, D in
/// healing, S for sequelae. The index leads to A; the words of the sentence may say otherwise.
public final class EpisodeOfCare {
  private static final Pattern HEALING =
      Pattern.compile("\\b(?:subsequent|routine healing|healing|recheck|follow-?up|f/u)\\b");
  private static final Pattern SEQUELA = Pattern.compile("\\b(?:sequelae?|late effect)\\b");

  private EpisodeOfCare() {}

  /// The same injury in the episode that the sentence speaks of.
  ///
  /// @param sentence in lower case
  public static String of(String code, String sentence) {
    boolean isInjury =
        code.length() == 7 && code.endsWith("A") && "STVWXY".indexOf(code.charAt(0)) >= 0;
    if (!isInjury) return code;
    String stem = code.substring(0, 6);
    if (SEQUELA.matcher(sentence).find()) return stem + "S";
    return HEALING.matcher(sentence).find() ? stem + "D" : code;
  }
}

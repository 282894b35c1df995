package org.cleanclaim.coding.specificity;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The seventh character of injuries (I.C.19.a): A while the injury is treated actively, D in
/// healing, S for sequelae; of fractures whether they are open, heal late, wrongly or not at all
/// (I.C.19.c.1). The index leads to A; the words of the sentence may say otherwise.
public final class EpisodeOfCare {
  private static final Pattern HEALING =
      Pattern.compile("\\b(?:subsequent|routine healing|healing|healed|recheck|follow-?up|f/u)\\b");
  private static final Pattern SEQUELA = Pattern.compile("\\b(?:sequelae?|late effect)\\b");
  private static final Pattern NONUNION = Pattern.compile("\\bnon-?union\\b");
  private static final Pattern MALUNION = Pattern.compile("\\bmal-?union\\b");
  private static final Pattern DELAYED = Pattern.compile("\\bdelayed (?:healing|union)\\b");
  private static final Pattern OPEN =
      Pattern.compile("\\b(?:open|compound)\\b(?! (?:reduction|treatment|repair|wound|fixation))");
  private static final Pattern TYPE_III = Pattern.compile("\\b(?:type|grade) (?:iii|3)[abc]?\\b");

  private EpisodeOfCare() {}

  /// The same injury in the episode that the sentence speaks of.
  ///
  /// @param sentence in lower case
  /// @param isCode whether a code exists: open is told of some fractures only, its type of fewer
  public static String of(String code, String sentence, Predicate<String> isCode) {
    boolean isInjury =
        code.length() == 7 && code.endsWith("A") && "MSTVWXY".indexOf(code.charAt(0)) >= 0;
    if (!isInjury) return code;
    String stem = code.substring(0, 6);
    return characters(sentence, isCode.test(stem + "K")).stream()
        .map(character -> stem + character)
        .filter(isCode)
        .findFirst()
        .orElse(code);
  }

  /// What the seventh character of an injury stands for.
  public static String inWords(String code) {
    return switch (code.charAt(code.length() - 1)) {
      case 'S' -> "a sequela";
      case 'B', 'C' -> "an open fracture";
      case 'K', 'M', 'N' -> "a nonunion";
      case 'P', 'Q', 'R' -> "a malunion";
      default -> "healing";
    };
  }

  /// Those that the sentence supports, the best first.
  private static List<String> characters(String sentence, boolean isFracture) {
    if (SEQUELA.matcher(sentence).find()) return List.of("S");
    boolean isHealing = HEALING.matcher(sentence).find();
    if (!isFracture) return isHealing ? List.of("D") : List.of();
    boolean isOpen = OPEN.matcher(sentence).find();
    boolean isTypeIii = isOpen && TYPE_III.matcher(sentence).find();
    if (NONUNION.matcher(sentence).find()) return ofOpen(isOpen, isTypeIii, "N", "M", "K");
    if (MALUNION.matcher(sentence).find()) return ofOpen(isOpen, isTypeIii, "R", "Q", "P");
    if (DELAYED.matcher(sentence).find()) return ofOpen(isOpen, isTypeIii, "J", "H", "G");
    if (isHealing) return ofOpen(isOpen, isTypeIii, "F", "E", "D");
    return ofOpen(isOpen, isTypeIii, "C", "B", "A");
  }

  private static List<String> ofOpen(
      boolean isOpen, boolean isTypeIii, String typeIii, String open, String closed) {
    if (!isOpen) return List.of(closed);
    return isTypeIii ? List.of(typeIii, open, closed) : List.of(open, closed);
  }
}

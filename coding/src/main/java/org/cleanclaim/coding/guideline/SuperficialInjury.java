package org.cleanclaim.coding.guideline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.specificity.Side;

/// An abrasion or contusion beside a more severe injury of the same place, which is not coded
/// (Official Guidelines I.C.19.b.1). Regions of the body go by the first digit of the codes,
/// superficial injuries by a second digit of 0.
final class SuperficialInjury {
  private static final Pattern SUPERFICIAL = Pattern.compile("S.0.*");
  private static final Pattern INJURY = Pattern.compile("S.[1-9].*");

  private static final List<String> PLACES =
      List.of(
          "scalp",
          "eyelid",
          "nose",
          "ear",
          "lip",
          "neck",
          "chest",
          "thorax",
          "abdominal wall",
          "back",
          "shoulder",
          "upper arm",
          "elbow",
          "forearm",
          "wrist",
          "hand",
          "thumb",
          "finger",
          "hip",
          "thigh",
          "knee",
          "lower leg",
          "ankle",
          "foot",
          "toe");

  private SuperficialInjury() {}

  static boolean isPartOf(Suggestion superficial, Suggestion other) {
    boolean areOfRegion =
        SUPERFICIAL.matcher(superficial.code()).matches()
            && INJURY.matcher(other.code()).matches()
            && superficial.code().charAt(1) == other.code().charAt(1);
    if (!areOfRegion) return false;
    if (Side.of(superficial.title()).isOpposite(Side.of(other.title()))) return false;
    String one = superficial.title().toLowerCase(Locale.ROOT);
    String another = other.title().toLowerCase(Locale.ROOT);
    return PLACES.stream().anyMatch(place -> one.contains(place) && another.contains(place));
  }
}

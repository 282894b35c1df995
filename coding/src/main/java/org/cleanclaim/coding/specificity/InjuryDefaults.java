package org.cleanclaim.coding.specificity;

import java.util.HashSet;
import java.util.Set;

/// What the guidelines take for granted of an injury where nobody says it.
final class InjuryDefaults {
  private static final String DISPLACED = "displac";
  private static final String NONDISPLACED = "nondisplac";

  private InjuryDefaults() {}

  /// Whether a word is one that the guidelines may take for granted, or says the contrary.
  static boolean isOne(String stem) {
    return stem.equals(DISPLACED) || stem.equals(NONDISPLACED);
  }

  /// The words with what goes without saying: a traumatic fracture is displaced unless the
  /// documentation says that it is not (Official Guidelines I.C.19.c).
  static Set<String> with(String code, Set<String> said) {
    boolean isInjury = code.startsWith("S");
    if (!isInjury || said.contains(DISPLACED) || said.contains(NONDISPLACED)) return said;
    var stems = new HashSet<String>(said);
    stems.add(DISPLACED);
    return stems;
  }
}

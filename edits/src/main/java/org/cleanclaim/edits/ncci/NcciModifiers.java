package org.cleanclaim.edits.ncci;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.edits.visit.VisitCodes;

/// The modifiers that may set a pair aside (NCCI Policy Manual, chapter I, section E). 76, 77, 26,
/// 50 and 51 never do.
public final class NcciModifiers {
  private static final Set<String> DISTINCT = Set.of("59", "XE", "XS", "XP", "XU");
  private static final Set<String> OTHERS =
      Set.of(
          "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA",
          "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM",
          "RI", "58", "78", "79", "91");

  /// These say something of a visit, and set a pair aside only where its second code is one.
  private static final Set<String> OF_VISITS = Set.of("24", "25", "27", "57");

  /// Since then 59 and X{EPSU} count on the first code too (CMS change request 11168).
  private static final LocalDate ON_EITHER_CODE = LocalDate.of(2019, 7, 1);

  private NcciModifiers() {}

  /// Whether the modifiers of two lines set aside a pair whose indicator allows it.
  static boolean setAside(NcciLine whole, NcciLine part) {
    List<String> ofPart = part.modifiers();
    if (!ofPart.isEmpty()) {
      if (anyOf(ofPart, DISTINCT) || anyOf(ofPart, OTHERS)) return true;
      if (anyOf(ofPart, OF_VISITS) && !VisitCodes.isNoVisit(part.code(), part.from())) return true;
    }
    return anyOf(whole.modifiers(), DISTINCT) && !part.from().isBefore(ON_EITHER_CODE);
  }

  private static boolean anyOf(List<String> modifiers, Set<String> set) {
    for (String modifier : modifiers) {
      if (set.contains(modifier)) return true;
    }
    return false;
  }
}

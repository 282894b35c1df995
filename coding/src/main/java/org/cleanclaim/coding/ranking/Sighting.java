package org.cleanclaim.coding.ranking;

import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.assertion.Assertion;

/// A place of a note that names a code by a wording of the classification.
///
/// @param isDirect whether the wording leads to the code itself, not to one above it
/// @param words how many essential words the wording has
record Sighting(String code, boolean isDirect, int words, Assertion said, Evidence evidence) {
  /// Whether the condition is one of the patient, now or before.
  boolean isStated() {
    return switch (said) {
      case AFFIRMED, PAST, RESOLVED -> true;
      case NEGATED, UNCERTAIN, FAMILY, ANOTHER, HYPOTHETICAL, NAMING -> false;
    };
  }
}

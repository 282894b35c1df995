package org.cleanclaim.codesets.search;

import java.util.List;

/// A request as understood: what each typed word may stand for.
///
/// @param trust 1 for the words typed, less for another wording of them
/// @param reason the other wording; empty for the words typed
record Query(List<Slot> slots, float trust, String reason) {
  /// One thing asked for.
  ///
  /// @param weight how much it tells, by its rarity
  /// @param missing the share of the weight that counts when a phrase lacks it
  /// @param alternatives folded words that answer it, best first
  record Slot(float weight, float missing, List<Alternative> alternatives) {}

  /// A folded word that answers a slot.
  ///
  /// @param term the word's number
  /// @param quality 1 for the word itself, less for a guess
  /// @param reason how the typed word led here; empty if it is the word itself
  record Alternative(int term, float quality, String reason) {}
}

package org.cleanclaim.coding.ranking;

import java.util.List;

/// What a coder read where the note at hand is a translation of it, with the passages that the
/// coder marked. Empty where coders read the note itself or marked nothing.
public record Original(String text, List<Marking> markings) {
  /// No other text.
  public static final Original NONE = new Original("", List.of());

  public Original {
    markings = List.copyOf(markings);
  }
}

package org.cleanclaim.x12;

/// The four separators of an interchange, as its ISA segment declares them.
///
/// @param repetition [#NONE] in versions before 00402, which have no repeating elements
public record Separators(char element, char component, char repetition, char segment) {
  public static final Separators STANDARD = new Separators('*', ':', '^', '~');

  /// Stands for a separator that the version does not have.
  public static final char NONE = 0;
}

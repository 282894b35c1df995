package org.cleanclaim.x12;

/// The four separators of an interchange, as its ISA segment declares them.
public record Separators(char element, char component, char repetition, char segment) {
  public static final Separators STANDARD = new Separators('*', ':', '^', '~');

  boolean isSeparator(char c) {
    return c == element || c == component || c == repetition || c == segment;
  }
}

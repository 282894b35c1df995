package org.cleanclaim.x12.lexer;

import org.cleanclaim.x12.Separators;

/// The separators in force, as the lexer looks for them: each ISA declares its own.
final class Delimiters {
  Separators separators = Separators.STANDARD;
  byte element;
  byte terminator;

  /// Eight times the separator of elements.
  long elements;

  /// Eight times the terminator of segments.
  long terminators;

  /// Whether each segment has a line: then a line break may stand for a terminator that was lost.
  boolean isLineEach;

  void use(Separators declared) {
    separators = declared;
    element = (byte) declared.element();
    terminator = (byte) declared.segment();
    elements = EightBytes.each(element);
    terminators = EightBytes.each(terminator);
  }
}

package org.cleanclaim.coding.document;

import java.util.List;

/// A sentence of a section, with the words in it.
public record Sentence(SectionKind section, int start, int end, List<Token> tokens) {
  public Sentence {
    tokens = List.copyOf(tokens);
  }
}

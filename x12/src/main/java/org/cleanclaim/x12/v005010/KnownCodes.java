package org.cleanclaim.x12.v005010;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Codes recur within a file: each is read from its text once and found again by it.
final class KnownCodes<C> {
  private static final int ROOM = 1 << 10;

  private final Function<String, Optional<C>> parser;
  private final @Nullable String[] texts = new String[ROOM];
  private final @Nullable Object[] codes = new Object[ROOM];

  KnownCodes(Function<String, Optional<C>> parser) {
    this.parser = parser;
  }

  /// The code of a text, or null when it is none.
  @SuppressWarnings("unchecked") // codes holds what the parser gave
  @Nullable C of(String text) {
    int hash = text.hashCode() * 0x9E3779B1;
    int slot = hash >>> 22;
    if (text.equals(texts[slot])) return (C) codes[slot];
    C code = parser.apply(text).orElse(null);
    texts[slot] = text;
    codes[slot] = code;
    return code;
  }
}

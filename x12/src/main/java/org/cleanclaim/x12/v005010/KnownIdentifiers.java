package org.cleanclaim.x12.v005010;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Identifiers of providers and payers recur within a file: each is read once and found again by
/// its bytes, without making its text anew.
final class KnownIdentifiers<I> {
  private static final int ROOM_BITS = 10;
  private static final byte[] NOTHING = {};

  private final Function<String, Optional<I>> parser;
  private final byte[][] texts = new byte[1 << ROOM_BITS][];
  private final @Nullable Object[] identifiers = new Object[1 << ROOM_BITS];

  KnownIdentifiers(Function<String, Optional<I>> parser) {
    this.parser = parser;
    Arrays.fill(texts, NOTHING);
  }

  /// The identifier that an element holds, or null when it holds none.
  @SuppressWarnings("unchecked") // identifiers holds what the parser gave
  @Nullable I of(Segment segment, int element) {
    if (segment.isEmpty(element)) return null;
    byte[] bytes = segment.bytes();
    int from = segment.elementStart(element);
    int to = segment.elementEnd(element);
    int hash = 0;
    for (int i = from; i < to; i++) hash = hash * 31 + bytes[i];
    int slot = (hash * 0x9E3779B1) >>> (Integer.SIZE - ROOM_BITS);
    byte[] known = texts[slot];
    if (!Arrays.equals(known, 0, known.length, bytes, from, to)) {
      identifiers[slot] = parser.apply(segment.element(element)).orElse(null);
      texts[slot] = Arrays.copyOfRange(bytes, from, to);
    }
    return (I) identifiers[slot];
  }
}

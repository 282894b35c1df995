package org.cleanclaim.x12;

import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Is told what a file holds, from outside to inside, in file order. A segment is valid only during
/// the call: see [Segment#keep].
public interface EnvelopeListener {
  default void beginInterchange(Segment isa, Envelope envelope) {}

  /// A segment of the interchange outside any group: TA1.
  default void interchangeSegment(Segment segment) {}

  /// A segment outside any transaction where none belongs.
  default void straySegment(Segment segment) {}

  default void beginGroup(Segment gs, Group group) {}

  /// @param version ST03, or GS08 where ST03 is absent
  default void beginTransaction(Segment st, String version) {}

  /// A segment between ST and SE.
  default void segment(Segment segment) {}

  /// @param se null when it is missing
  /// @param segmentCount segments from ST to SE, both counted
  default void endTransaction(@Nullable Segment se, int segmentCount) {}

  /// @param ge null when it is missing
  /// @param transactionCount transaction sets found
  default void endGroup(@Nullable Segment ge, int transactionCount) {}

  /// @param iea null when it is missing
  default void endInterchange(@Nullable Segment iea) {}
}

package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.OutputStream;
import org.cleanclaim.x12.lexer.Segment;

/// Writes changed segments of a file with the terminators and line breaks of the original.
final class SegmentOutput {
  private final OutputStream out;
  private long endOfLast = -1;

  SegmentOutput(OutputStream out) {
    this.out = out;
  }

  /// @param bytes what stands for the segment now, without terminator
  void write(Segment segment, byte[] bytes) throws IOException {
    if (endOfLast >= 0) lineBreak(segment.byteOffset() - endOfLast);
    out.write(bytes);
    boolean isTerminated = segment.damage() == Segment.Damage.NONE;
    if (isTerminated) out.write(segment.separators().segment());
    endOfLast = segment.byteOffset() + (segment.end() - segment.start()) + (isTerminated ? 1 : 0);
  }

  private void lineBreak(long gap) throws IOException {
    if (gap == 2) out.write('\r');
    if (gap > 0) out.write('\n');
  }
}

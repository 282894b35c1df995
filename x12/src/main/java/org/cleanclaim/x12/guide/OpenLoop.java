package org.cleanclaim.x12.guide;

import java.util.Arrays;
import org.cleanclaim.x12.guide.Rule.LoopRule;

/// A loop that a walk through a guide has entered: how far it came and what came how often.
final class OpenLoop {
  /// Set on a count when it was said, or is not worth saying, that the rule is missing.
  private static final int EXCUSED = 1 << 30;

  private LoopRule loop;
  private int order;
  private int level;
  private int[] counts;

  OpenLoop(LoopRule loop) {
    this.loop = loop;
    this.counts = new int[loop.children().size()];
  }

  /// Uses the object for another loop that opens now.
  void open(LoopRule opened) {
    loop = opened;
    order = 0;
    level = 0;
    int size = opened.children().size();
    if (counts.length < size) {
      counts = new int[size];
    } else {
      Arrays.fill(counts, 0, size, 0);
    }
  }

  LoopRule loop() {
    return loop;
  }

  Rule child(int child) {
    return loop.children().get(child);
  }

  /// The order of the last segment or loop in it; what has a lower one stands too late.
  int order() {
    return order;
  }

  void moveTo(int newOrder) {
    order = newOrder;
  }

  /// HL01 of the loop; 0 when it does not open with HL.
  int level() {
    return level;
  }

  void numberedAs(int hl01) {
    level = hl01;
  }

  void count(int child) {
    counts[child]++;
  }

  boolean hasHad(int child) {
    return (counts[child] & ~EXCUSED) > 0;
  }

  boolean hasRoomFor(int child) {
    return (counts[child] & ~EXCUSED) < child(child).most();
  }

  /// Whether a rule waits for its first segment and its absence was not said.
  boolean lacks(int child) {
    return counts[child] == 0;
  }

  /// It is not to be said that the rule is missing.
  void excuse(int child) {
    counts[child] |= EXCUSED;
  }
}

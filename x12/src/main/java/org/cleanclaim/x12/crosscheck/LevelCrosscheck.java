package org.cleanclaim.x12.crosscheck;

import java.util.Arrays;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;

/// The tree of HL segments: numbered from 1 on, each below one that came before it, and HL04 true
/// about children. A number that is left out, repeated or mistyped is said once; the count goes on
/// from what the file says.
final class LevelCrosscheck implements Crosscheck {
  private static final int HL = SegmentNames.code("HL");

  /// Levels remembered; a tree with more is not checked for parents behind them.
  private static final int REMEMBERED = 1 << 22;

  /// A number that leaves out more than these is taken for a slip.
  private static final int WIDEST_GAP = 1 << 16;

  private static final int NONE = Integer.MIN_VALUE;

  private final Faults faults;

  /// HL04 of each number: 0 or 1, `x` when it is not held against the tree any more.
  private byte[] saidChildren = new byte[64];

  private int next = 1;

  // After a wrong number also this one follows: the wrong one may be a slip.
  private int nextIfSlip = NONE;

  // The HL before, when it announced children that have to follow at once.
  private boolean isChildDue;
  private int dueBelow;
  private int dueNumber;
  private long dueOffset;

  LevelCrosscheck(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void take(Segment segment, String loop) {
    if (segment.idCode() != HL) return;
    int stated = segment.wholeNumber(1);
    int number = stated;
    if (stated == nextIfSlip) {
      nextIfSlip = NONE;
    } else if (stated != next) {
      faults.add(
          Fault.of(
                  Check.HL_NUMBER,
                  segment,
                  loop,
                  "HL01 should be %d: levels are numbered one by one from 1.".formatted(next),
                  "Number the levels anew.")
              .at(1, 0, segment.element(1)));
      boolean isSlip = stated < 1 || stated > next + WIDEST_GAP;
      for (int missing = next; missing < stated && !isSlip; missing++) said(missing, 'x');
      if (isSlip) number = next;
      nextIfSlip = next + 1;
    } else {
      nextIfSlip = NONE;
    }
    parent(segment, loop);
    if (number != next && !isKnown(next)) said(next, 'x');
    said(number, segment.elementIs(4, "0") ? '0' : '1');
    next = number + 1;
    isChildDue = segment.elementIs(4, "1");
    dueBelow = number;
    dueNumber = segment.number();
    dueOffset = segment.byteOffset();
  }

  private void parent(Segment hl, String loop) {
    boolean hasParent = !hl.isEmpty(2);
    int parent = hl.wholeNumber(2);
    if (isChildDue && parent != dueBelow) childless(loop);
    isChildDue = false;
    if (!hasParent) return;
    if (!isKnown(parent)) {
      faults.add(
          Fault.of(
                  Check.HL_PARENT,
                  hl,
                  loop,
                  "HL02 names no level that came before.",
                  "Correct the parent's number.")
              .at(2, 0, hl.element(2)));
    } else if (parent < REMEMBERED && saidChildren[parent] == '0') {
      said(parent, 'x');
      faults.add(
          Fault.of(
                  Check.HL_CHILD,
                  hl,
                  loop,
                  "The level has a parent whose HL04 says that it has no children.",
                  "Set HL04 of the parent to 1.")
              .at(2, 0, hl.element(2)));
    }
  }

  private boolean isKnown(int level) {
    if (level >= REMEMBERED) return level < next;
    return level >= 1 && level < saidChildren.length && saidChildren[level] != 0;
  }

  private void said(int level, char children) {
    if (level < 1 || level >= REMEMBERED) return;
    if (level >= saidChildren.length) {
      int length = Math.max(level + 1, saidChildren.length * 4);
      saidChildren = Arrays.copyOf(saidChildren, Math.min(REMEMBERED, length));
    }
    saidChildren[level] = (byte) children;
  }

  private void childless(String loop) {
    faults.add(
        new Fault(
            Check.HL_CHILD,
            Check.HL_CHILD.severity(),
            "HL",
            dueNumber,
            dueOffset,
            loop,
            4,
            0,
            "1",
            "HL04 says that the level has children, but none follows.",
            "Set HL04 to 0, or add the missing level."));
  }

  @Override
  public void end() {
    if (isChildDue) childless("");
  }
}

package org.cleanclaim.x12.crosscheck;

import java.util.Arrays;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;

/// The tree of HL segments: numbered from 1 on, each below one that came before it, and HL04 true
/// about children.
final class LevelCrosscheck implements Crosscheck {
  private static final int HL = SegmentNames.code("HL");

  /// Levels remembered; a tree with more is not checked for parents behind them.
  private static final int REMEMBERED = 1 << 22;

  private final Faults faults;
  private byte[] saidChildren = new byte[64];
  private int levels;

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
    levels++;
    if (segment.wholeNumber(1) != levels) {
      faults.add(
          Fault.of(
                  Check.HL_NUMBER,
                  segment,
                  loop,
                  "HL01 should be %d: levels are numbered one by one from 1.".formatted(levels),
                  "Number the levels anew.")
              .at(1, 0, segment.element(1)));
    }
    parent(segment, loop);
    remember(segment);
  }

  private void parent(Segment hl, String loop) {
    boolean hasParent = !hl.isEmpty(2);
    int parent = hl.wholeNumber(2);
    if (isChildDue && parent != dueBelow) childless(loop);
    isChildDue = false;
    if (!hasParent) return;
    boolean isKnown = parent >= 1 && parent < levels;
    if (!isKnown) {
      faults.add(
          Fault.of(
                  Check.HL_PARENT,
                  hl,
                  loop,
                  "HL02 names no level that came before.",
                  "Correct the parent's number.")
              .at(2, 0, hl.element(2)));
    } else if (parent < REMEMBERED && saidChildren[parent] == '0') {
      saidChildren[parent] = 'x';
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

  private void remember(Segment hl) {
    if (levels < REMEMBERED) {
      if (levels >= saidChildren.length) {
        saidChildren = Arrays.copyOf(saidChildren, Math.min(REMEMBERED, saidChildren.length * 4));
      }
      saidChildren[levels] = hl.elementIs(4, "0") ? (byte) '0' : (byte) '1';
    }
    isChildDue = hl.elementIs(4, "1");
    dueBelow = levels;
    dueNumber = hl.number();
    dueOffset = hl.byteOffset();
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

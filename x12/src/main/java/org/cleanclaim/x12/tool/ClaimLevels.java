package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// The open levels (HL) above the claims of an 837: billing provider, subscriber, patient. Each is
/// written to a part when the first claim below it is.
final class ClaimLevels {
  private final List<Segment> header = new ArrayList<>();
  private final List<Level> open = new ArrayList<>();
  private boolean isInClaim;

  private static final class Level {
    final Segment hl;
    final List<Segment> segments = new ArrayList<>();
    @Nullable SplitPart writtenTo;
    int number;

    Level(Segment hl) {
      this.hl = hl;
    }
  }

  /// Opens a level below the one that HL02 names.
  void open(Segment hl) {
    isInClaim = false;
    String parent = hl.element(2);
    while (!open.isEmpty() && !open.getLast().hl.elementIs(1, parent)) open.removeLast();
    open.add(new Level(hl));
  }

  /// A segment before the first claim of its level, or before the first level.
  void add(Segment segment) {
    (open.isEmpty() ? header : open.getLast().segments).add(segment);
  }

  boolean isInClaim() {
    return isInClaim;
  }

  void beginPart(SplitPart part) throws IOException {
    for (Segment segment : header) part.write(segment);
  }

  /// Writes the levels above a claim that the part does not have yet.
  void write(SplitPart part) throws IOException {
    isInClaim = true;
    int parent = 0;
    for (int i = 0; i < open.size(); i++) {
      Level level = open.get(i);
      if (level.writtenTo != part) {
        boolean isLast = i == open.size() - 1;
        level.number = part.writeLevel(level.hl, parent, !isLast);
        level.writtenTo = part;
        for (Segment segment : level.segments) part.write(segment);
      }
      parent = level.number;
    }
  }
}

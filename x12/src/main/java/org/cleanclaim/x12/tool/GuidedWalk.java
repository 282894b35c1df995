package org.cleanclaim.x12.tool;

import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.guide.Guide;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.guide.Walk;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Says of each segment of a transaction where in its guide it stands, for those who show a file
/// and do not check it. A transaction without a guide has no loops and no names.
public final class GuidedWalk {
  private final GuideBook guides;
  private @Nullable Guide guide;
  private @Nullable Walk walk;
  private @Nullable Segment waitingSt;
  private String version = "";

  public GuidedWalk(GuideBook guides) {
    this.guides = guides;
  }

  /// Begins a transaction; its guide is known with the segment after ST.
  public void begin(Segment st, String statedVersion) {
    waitingSt = st.keep();
    version = statedVersion;
  }

  /// Finds the place of the next segment after ST.
  public void take(Segment segment) {
    Segment st = waitingSt;
    if (st != null) {
      waitingSt = null;
      choose(st, segment.is("BHT") ? segment.element(2) : "");
    }
    if (walk != null) walk.take(segment);
  }

  private void choose(Segment st, String purpose) {
    Guide found = guides.find(st.element(1), version, purpose).orElse(null);
    if (found == null) {
      walk = null;
    } else if (walk != null && found.equals(guide)) {
      walk.restart();
    } else {
      walk = new Walk(found, Faults.ignored());
    }
    guide = found;
    if (walk != null) walk.take(st);
  }

  /// What the transaction is in our words; empty without a guide.
  public String transactionName() {
    return guide == null ? "" : guide.name();
  }

  public String loop() {
    return walk == null ? "" : walk.loop();
  }

  public String loopName() {
    return walk == null ? "" : walk.loopName();
  }

  public String segmentName() {
    return walk == null ? "" : walk.segmentName();
  }

  public boolean isAtLoopStart() {
    return walk != null && walk.isAtLoopStart();
  }

  /// How many loops are open around the last segment.
  public int depth() {
    return walk == null ? 0 : walk.depth();
  }
}

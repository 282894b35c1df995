package org.cleanclaim.x12.guide;

import java.util.Arrays;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.guide.Rule.LoopRule;
import org.cleanclaim.x12.guide.Rule.SegmentRule;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;
import org.jspecify.annotations.Nullable;

/// Walks the segments of one transaction through the loops of its guide and says what is missing,
/// too many, out of order or not foreseen.
///
/// A segment is looked for in the innermost open loop from its present place on, then in the loops
/// around it. When it stands nowhere in order, the cheapest explanation wins, so that one fault is
/// said once: the start of a loop is missing, be it of another loop or of the same one again; the
/// segment stands too late, and what follows it stands with it; it has a code that the guide does
/// not know; it is not foreseen at all, and then the address, contact and numbers that follow an
/// unforeseen party belong to it.
public final class Walk {
  private static final int DEEPEST = 16;
  private static final int[] DETAILS_OF_A_PARTY =
      codes("N2", "N3", "N4", "PER", "REF", "PRV", "DMG", "INS");
  private static final int[] PARTIES = codes("NM1", "N1");
  private static final int HL = SegmentNames.code("HL");

  private final Guide guide;
  private final Faults faults;
  private final OpenLoop[] frames = new OpenLoop[DEEPEST];
  private int depth;
  private boolean isInUnforeseenParty;
  private boolean isAmongUnforeseenDetails;
  private @Nullable SegmentRule rule;

  // Of the segment taken last: where something is missing, it is missing before this.
  private int number;
  private long byteOffset;

  public Walk(Guide guide, Faults faults) {
    this.guide = guide;
    this.faults = faults;
    frames[0] = new OpenLoop(guide.whole());
  }

  /// Begins anew with another transaction of the same guide.
  public void restart() {
    depth = 0;
    isInUnforeseenParty = false;
    isAmongUnforeseenDetails = false;
    frames[0].open(guide.whole());
  }

  /// Takes the next segment and finds its place.
  public void take(Segment segment) {
    number = segment.number();
    byteOffset = segment.byteOffset();
    rule = find(segment);
    if (rule != null) isAmongUnforeseenDetails = false;
    if (rule != null && segment.idCode() == HL) frames[depth].numberedAs(segment.wholeNumber(1));
  }

  private @Nullable SegmentRule find(Segment segment) {
    int code = segment.idCode();
    if (isInUnforeseenParty && contains(DETAILS_OF_A_PARTY, code)) {
      return null;
    }
    isInUnforeseenParty = false;
    int tooOftenAt = -1;
    int tooOften = -1;
    int lateAt = -1;
    int late = -1;
    for (int d = depth; d >= 0; d--) {
      OpenLoop frame = frames[d];
      for (int child : frame.loop().childrenOf(code)) {
        Rule rule = frame.child(child);
        if (!rule.segment().isToldBy(segment)) continue;
        if (rule.order() < frame.order()) {
          if (late < 0) {
            late = child;
            lateAt = d;
          }
        } else if (frame.hasRoomFor(child)) {
          return accept(d, child);
        } else if (tooOften < 0) {
          tooOften = child;
          tooOftenAt = d;
        }
      }
    }
    if (tooOften >= 0) return acceptTooOften(tooOftenAt, tooOften, segment);
    SegmentRule inside = acceptWithoutStart(segment);
    if (inside != null) return inside;
    SegmentRule awaited = acceptAwaited(segment);
    if (awaited != null) return awaited;
    if (late >= 0) return acceptLate(lateAt, late, segment);
    SegmentRule alike = acceptOtherCode(segment);
    return alike != null ? alike : unforeseen(segment);
  }

  /// Closes what is open and says what is missing.
  public void end() {
    number++;
    leaveTo(-1);
  }

  /// The loop in which the last segment was found; empty outside any.
  public String loop() {
    return frames[depth].loop().id();
  }

  /// The name of that loop in our words.
  public String loopName() {
    return frames[depth].loop().name();
  }

  /// How many loops are open around the last segment.
  public int depth() {
    return depth;
  }

  /// Whether the last segment opened the loop in which it stands.
  public boolean isAtLoopStart() {
    return depth > 0 && rule != null && rule.equals(frames[depth].loop().segment());
  }

  /// What the last segment is in our words; empty when the guide does not foresee it.
  public String segmentName() {
    return rule == null ? "" : rule.name();
  }

  /// The rule of the last segment; null when the guide does not foresee it.
  @Nullable SegmentRule rule() {
    return rule;
  }

  private SegmentRule accept(int at, int child) {
    leaveTo(at);
    OpenLoop frame = frames[at];
    Rule rule = frame.child(child);
    frame.count(child);
    depth = at;
    if (rule.order() > frame.order()) {
      missingBetween(frame, frame.order(), rule.order());
      frame.moveTo(rule.order());
    }
    if (rule instanceof LoopRule loop) enter(loop);
    return rule.segment();
  }

  private void enter(LoopRule loop) {
    depth++;
    if (frames[depth] == null) frames[depth] = new OpenLoop(loop);
    frames[depth].open(loop);
    frames[depth].count(0);
  }

  private SegmentRule acceptTooOften(int at, int child, Segment segment) {
    Rule rule = frames[at].child(child);
    SegmentRule accepted = accept(at, child);
    if (rule instanceof LoopRule loop) {
      add(
          Check.LOOP_REPEATED,
          segment,
          "Loop %s (%s) occurs more than %d times.".formatted(loop.id(), loop.name(), loop.most()),
          "Remove what is too much, or split it into a further one of the level above.");
    } else {
      add(
          Check.SEGMENT_REPEATED,
          segment,
          "%s (%s) occurs more than %d times here."
              .formatted(segment.id(), rule.name(), rule.most()),
          "Remove what is too much.");
    }
    return accepted;
  }

  private SegmentRule acceptLate(int at, int child, Segment segment) {
    if (isStartLost(at, child)) return acceptAgain(at, child);
    SegmentRule accepted = accept(at, child);
    // What follows in order belongs to the same displaced piece.
    frames[at].moveTo(frames[at].child(child).order());
    add(
        Check.SEGMENT_ORDER,
        segment,
        "%s (%s) stands too late.".formatted(segment.id(), accepted.name()),
        "Move it before the segments that the guide has behind it.");
    return accepted;
  }

  /// Whether a segment that a loop has once, and had, comes again where the loop may be repeated.
  private boolean isStartLost(int at, int child) {
    OpenLoop frame = frames[at];
    Rule rule = frame.child(child);
    boolean isOnlyOne = rule.isRequired() && rule.most() == 1 && child > 0;
    if (at == 0 || !isOnlyOne || !frame.hasHad(child)) return false;
    return frames[at - 1].hasRoomFor(placeOf(frame.loop(), frames[at - 1]));
  }

  /// The loop begins again, without its first segment.
  private SegmentRule acceptAgain(int at, int child) {
    LoopRule loop = frames[at].loop();
    accept(at - 1, placeOf(loop, frames[at - 1]));
    missing(loop.segment());
    return accept(depth, child);
  }

  private static int placeOf(LoopRule loop, OpenLoop outer) {
    return outer.loop().children().indexOf(loop);
  }

  /// A segment of a loop whose first segment is missing.
  private @Nullable SegmentRule acceptWithoutStart(Segment segment) {
    int code = segment.idCode();
    boolean isDetail = contains(DETAILS_OF_A_PARTY, code);
    for (int d = depth; d >= 0; d--) {
      OpenLoop frame = frames[d];
      for (int child = 0; child < frame.loop().children().size(); child++) {
        if (!(frame.child(child) instanceof LoopRule loop)) continue;
        if (d < depth && frames[d + 1].loop() == loop) continue; // it is open already
        boolean isExpected = loop.isRequired() && !frame.hasHad(child);
        if (loop.order() < frame.order() || (isDetail && !isExpected)) continue;
        if (!frame.hasRoomFor(child)) continue;
        for (int inner : loop.childrenOf(code)) {
          Rule rule = loop.children().get(inner);
          if (inner == 0 || !rule.segment().isToldBy(segment)) continue;
          accept(d, child);
          missing(loop.segment());
          return accept(depth, inner);
        }
      }
    }
    return null;
  }

  /// A segment with a code that the guide does not know where the innermost loop waits for the only
  /// one of that name.
  private @Nullable SegmentRule acceptAwaited(Segment segment) {
    OpenLoop frame = frames[depth];
    int[] children = frame.loop().childrenOf(segment.idCode());
    if (children.length != 1 || children[0] == 0) return null;
    Rule rule = frame.child(children[0]);
    boolean isAwaited =
        rule.isRequired() && frame.lacks(children[0]) && rule.order() >= frame.order();
    return rule instanceof SegmentRule && isAwaited ? accept(depth, children[0]) : null;
  }

  /// The only segment of that name in the loop, or the only loop that it could open, whatever its
  /// code says.
  private @Nullable SegmentRule acceptOtherCode(Segment segment) {
    int code = segment.idCode();
    OpenLoop frame = frames[depth];
    SegmentRule found = null;
    for (int child : frame.loop().childrenOf(code)) {
      if (!(frame.child(child) instanceof SegmentRule alike) || child == 0) continue;
      if (found != null) return null;
      found = alike;
    }
    if (found != null || contains(PARTIES, code)) return found;
    int parent = Math.max(segment.wholeNumber(2), 0);
    for (int d = depth; d >= 0; d--) {
      boolean isParent = code != HL || frames[d].level() == parent;
      int opened = isParent ? onlyLoopOpenedBy(code, frames[d]) : -1;
      if (opened >= 0) return accept(d, opened);
    }
    return null;
  }

  private static int onlyLoopOpenedBy(int code, OpenLoop frame) {
    int found = -1;
    for (int child : frame.loop().childrenOf(code)) {
      if (child == 0 || !(frame.child(child) instanceof LoopRule loop)) continue;
      if (loop.order() < frame.order() || !frame.hasRoomFor(child)) continue;
      if (found >= 0) return -1;
      found = child;
    }
    return found;
  }

  private @Nullable SegmentRule unforeseen(Segment segment) {
    int code = segment.idCode();
    isInUnforeseenParty = contains(PARTIES, code);
    boolean isDetail = contains(DETAILS_OF_A_PARTY, code);
    boolean isSaid = isDetail && isAmongUnforeseenDetails;
    isAmongUnforeseenDetails = isDetail;
    excuse(code);
    if (isSaid) return null;
    boolean isKnown = guide.dictionary().segment(segment.id()) != null;
    String where = loop().isEmpty() ? "here" : "in loop " + loop();
    add(
        isKnown ? Check.SEGMENT_UNEXPECTED : Check.SEGMENT_UNKNOWN,
        segment,
        isKnown
            ? "Segment %s%s is not foreseen %s.".formatted(segment.id(), code(segment), where)
            : "There is no segment %s.".formatted(shown(segment.id())),
        "It is kept as it is; remove it, or correct its code or place.");
    return null;
  }

  /// The segment is there, if not as the guide wants it: it is not missing as well.
  private void excuse(int code) {
    OpenLoop frame = frames[depth];
    for (int child : frame.loop().childrenOf(code)) {
      Rule rule = frame.child(child);
      if (!rule.isRequired() || !frame.lacks(child) || rule.order() < frame.order()) continue;
      frame.excuse(child);
      return;
    }
  }

  // A first element of up to three capital letters or digits is a code.
  private static String code(Segment segment) {
    String first = segment.element(1);
    return first.matches("[A-Z0-9]{1,3}") ? " " + first : "";
  }

  private static String shown(String id) {
    return id.matches("[A-Z0-9]{1,12}") ? id : "of that name";
  }

  /// Leaves the loops below a depth; what they lack is missing for good.
  private void leaveTo(int at) {
    for (int d = depth; d > at; d--) {
      depth = d;
      missingBetween(frames[d], frames[d].order(), Integer.MAX_VALUE);
    }
    if (at >= 0) depth = at;
  }

  /// What is required from one place of a loop to before another and did not come.
  private void missingBetween(OpenLoop frame, int from, int until) {
    for (int child : frame.loop().required()) {
      if (!frame.lacks(child)) continue;
      Rule rule = frame.child(child);
      if (rule.order() < from || rule.order() >= until) continue;
      frame.excuse(child);
      if (rule instanceof LoopRule loop) {
        missingLoop(loop);
      } else {
        missing(rule.segment());
      }
    }
  }

  private void missing(SegmentRule rule) {
    String where = loop().isEmpty() ? "The transaction" : "Loop " + loop();
    faults.add(
        new Fault(
            Check.SEGMENT_MISSING,
            Check.SEGMENT_MISSING.severity(),
            rule.id(),
            number,
            byteOffset,
            loop(),
            0,
            0,
            null,
            "%s has no %s (%s).".formatted(where, rule.id(), rule.name()),
            "Add it."));
  }

  private void missingLoop(LoopRule loop) {
    faults.add(
        new Fault(
            Check.LOOP_MISSING,
            Check.LOOP_MISSING.severity(),
            loop.segment().id(),
            number,
            byteOffset,
            loop.id(),
            0,
            0,
            null,
            "Loop %s (%s) is missing; it begins with %s."
                .formatted(loop.id(), loop.name(), loop.segment().id()),
            "Add it."));
  }

  private void add(Check check, Segment segment, String message, String remedy) {
    faults.add(Fault.of(check, segment, loop(), message, remedy));
  }

  private static boolean contains(int[] codes, int code) {
    for (int c : codes) {
      if (c == code) return true;
    }
    return false;
  }

  private static int[] codes(String... names) {
    return Arrays.stream(names).mapToInt(SegmentNames::code).toArray();
  }
}

package org.cleanclaim.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentLexer;
import org.cleanclaim.x12.lexer.SegmentNames;
import org.cleanclaim.x12.v005010.Guides;
import org.jspecify.annotations.Nullable;

/// Follows the envelopes of a file (ISA/IEA, GS/GE, ST/SE) and checks that they close, that their
/// control numbers agree and are not repeated, and that their counts are right. What is missing is
/// said and taken as closed, so that everything between is read.
public final class Envelopes {
  private static final int ISA = SegmentNames.code("ISA");
  private static final int GS = SegmentNames.code("GS");
  private static final int ST = SegmentNames.code("ST");
  private static final int SE = SegmentNames.code("SE");
  private static final int GE = SegmentNames.code("GE");
  private static final int IEA = SegmentNames.code("IEA");
  private static final String ASK_AGAIN = "Ask the sender to repeat the file.";

  // Which transaction sets a group may hold, by GS01.
  private static final Map<String, Set<String>> KINDS =
      Map.ofEntries(
          Map.entry("HC", Set.of("837")),
          Map.entry("HP", Set.of("835")),
          Map.entry("HS", Set.of("270")),
          Map.entry("HB", Set.of("271")),
          Map.entry("HR", Set.of("276")),
          Map.entry("HN", Set.of("277")),
          Map.entry("HI", Set.of("278")),
          Map.entry("PI", Set.of("275")),
          Map.entry("FA", Set.of("997", "999")),
          Map.entry("BE", Set.of("834")),
          Map.entry("RA", Set.of("820")),
          Map.entry("AG", Set.of("824")));

  private final String fileName;
  private final SegmentLexer lexer;
  private final Faults faults;
  private final EnvelopeListener listener;

  private @Nullable Segment isa;
  private @Nullable Segment gs;
  private @Nullable Segment st;
  private boolean isInGroup;
  private boolean isAmongStrays;
  private int groups;
  private boolean hasTa1;
  private int transactions;
  private int segments;
  private final SeenNumbers interchangeNumbers = new SeenNumbers();
  private final SeenNumbers groupNumbers = new SeenNumbers();
  private final SeenNumbers transactionNumbers = new SeenNumbers();

  Envelopes(SegmentLexer lexer, String fileName, Faults faults, EnvelopeListener listener) {
    this.lexer = lexer;
    this.fileName = fileName;
    this.faults = faults;
    this.listener = listener;
  }

  /// Reads a file to its end.
  ///
  /// @param fileName for messages
  public static void read(InputStream in, String fileName, Faults faults, EnvelopeListener listener)
      throws IOException {
    read(new SegmentLexer(in), fileName, faults, listener);
  }

  static void read(SegmentLexer lexer, String fileName, Faults faults, EnvelopeListener listener)
      throws IOException {
    new Envelopes(lexer, fileName, faults, listener).read();
  }

  private void read() throws IOException {
    boolean isEmpty = true;
    for (Segment segment = lexer.next(); segment != null; segment = lexer.next()) {
      isEmpty = false;
      take(segment);
    }
    end(isEmpty);
  }

  /// The file is over.
  void end(boolean isEmpty) {
    if (!lexer.hasIsa()) noIsa(isEmpty);
    closeInterchange(null);
    if (lexer.hasIsa() && lexer.skippedBytes() > 0) {
      faults.add(
          Check.LEADING_TEXT,
          null,
          "There are " + lexer.skippedBytes() + " bytes of other text before the ISA segment.",
          "Nothing has to be done; the text was passed over.");
    }
  }

  private void noIsa(boolean isEmpty) {
    boolean hasText = !isEmpty || lexer.skippedBytes() > 0;
    faults.add(
        Check.NO_ISA,
        null,
        hasText
            ? fileName
                + " holds no ISA segment, so it is not an X12 file or its beginning is missing."
            : fileName + " is empty.",
        "Ask the sender for the whole file.");
  }

  /// Says what happened to a segment on its way.
  static void damage(Segment segment, String fileName, Faults faults) {
    switch (segment.damage()) {
      case NONE -> {}
      case LOST_TERMINATOR ->
          faults.add(
              Check.LOST_TERMINATOR,
              segment,
              "Segment " + segment.id() + " has no terminator.",
              "It was taken to end where the next segment begins; ask the sender to repeat it.");
      case TOO_LONG ->
          faults.add(
              Check.SEGMENT_TOO_LONG,
              segment,
              "Segment %s is longer than %,d bytes."
                  .formatted(segment.id(), SegmentLexer.LONGEST_SEGMENT),
              "The rest up to the next terminator was passed over; ask the sender to repeat it.");
      case BINARY_LENGTH ->
          faults.add(
              Check.BINARY_LENGTH,
              segment,
              1,
              "The binary data does not have the length that %s01 states.".formatted(segment.id()),
              "It was taken to end at the next terminator; ask the sender to repeat it.");
      case TRUNCATED ->
          faults.add(
              Check.TRUNCATED,
              segment,
              fileName + " ends inside a segment.",
              "The file is cut off: ask the sender for it again.");
    }
  }

  /// Takes the next segment of the file.
  void take(Segment segment) {
    int code = segment.idCode();
    if (code == ST) finishTransaction();
    if (isEnvelope(code)) isAmongStrays = false;
    if (segment.damage() != Segment.Damage.NONE) damage(segment, fileName, faults);
    if (code == ST) {
      openTransaction(segment);
    } else if (code == SE) {
      closeTransaction(segment);
    } else if (code == ISA) {
      openInterchange(segment);
    } else if (code == GS) {
      openGroup(segment);
    } else if (code == GE) {
      closeGroup(segment);
    } else if (code == IEA) {
      closeInterchange(segment);
    } else if (st != null) {
      segments++;
      listener.segment(segment);
    } else if (segment.is("TA1")) {
      hasTa1 = true;
      listener.interchangeSegment(segment);
    } else {
      listener.straySegment(segment);
      boolean isFirst = !isAmongStrays;
      isAmongStrays = true;
      if (!isFirst) return;
      faults.add(
          Check.STRAY_SEGMENT,
          segment,
          "Segment %s and what follows it stand outside any transaction set."
              .formatted(segment.id()),
          "The ST segment before it is missing; ask the sender to repeat the file.");
    }
  }

  private static boolean isEnvelope(int code) {
    return code == ST || code == SE || code == ISA || code == GS || code == GE || code == IEA;
  }

  /// Closes a transaction whose SE did not come.
  void finishTransaction() {
    if (st != null) closeTransaction(null);
  }

  /// Segments of the open transaction that somebody else looked at.
  void passedOver(int count) {
    segments += count;
  }

  private void openInterchange(Segment segment) {
    if (isa != null) {
      closeInterchange(null);
    } else {
      closeGroup(null);
    }
    isa = segment.keep();
    groups = 0;
    hasTa1 = false;
    groupNumbers.forget();
    Envelope envelope = Guides.envelope(isa, faults);
    listener.beginInterchange(isa, envelope);
    if (interchangeNumbers.isRepeated(envelope.senderId() + " " + envelope.controlNumber())) {
      faults.add(
          Check.ISA_NUMBER_REPEATED,
          isa,
          13,
          "The interchange control number occurs twice in the file.",
          "Check whether the same interchange was sent twice; give each a number of its own.");
    }
  }

  private void openGroup(Segment segment) {
    if (isInGroup) closeGroup(null);
    if (isa == null && lexer.hasIsa()) {
      faults.add(
          Check.STRAY_SEGMENT, segment, "The group stands outside any interchange.", ASK_AGAIN);
    }
    gs = segment.keep();
    isInGroup = true;
    groups++;
    transactions = 0;
    transactionNumbers.forget();
    listener.beginGroup(
        gs, new Group(gs.element(1), gs.element(2), gs.element(3), gs.element(6), gs.element(8)));
    if (!hasShape(gs)) {
      faults.add(
          Check.GS_VALUE,
          gs,
          "GS has no kind of two characters (GS01) or no control number of one to nine digits"
              + " (GS06).",
          "Without them the group cannot be acknowledged: ask the sender to repeat it.");
    }
    if (groupNumbers.isRepeated(gs.element(6))) {
      faults.add(
          Check.GS_NUMBER_REPEATED,
          gs,
          6,
          "The group control number occurs twice in the interchange.",
          "Give each group a number of its own.");
    }
  }

  private static boolean hasShape(Segment gs) {
    return new Group(gs.element(1), "", "", gs.element(6), "").isAcknowledgeable();
  }

  private void openTransaction(Segment segment) {
    if (!isInGroup) {
      isInGroup = true;
      gs = null;
      transactions = 0;
      transactionNumbers.forget();
      listener.beginGroup(segment, new Group("", "", "", "", segment.element(3)));
      faults.add(
          Check.NO_GS,
          segment,
          "The transaction set stands outside any functional group.",
          "The GS segment is missing; ask the sender to repeat the file.");
    }
    st = segment.keep();
    segments = 1;
    transactions++;
    String version = st.element(3);
    if (version.isEmpty() && gs != null) version = gs.element(8);
    listener.beginTransaction(st, version);
    checkOpening(st);
  }

  private void checkOpening(Segment opened) {
    String number = opened.element(2);
    if (number.isEmpty()) {
      faults.add(
          Check.ST_NUMBER, opened, 2, "The transaction set has no control number.", ASK_AGAIN);
    } else if (transactionNumbers.isRepeated(number)) {
      faults.add(
          Check.ST_NUMBER_REPEATED,
          opened,
          2,
          "The transaction set control number occurs twice in the group.",
          "Check whether the same set was sent twice; give each a number of its own.");
    }
    if (gs == null) return;
    Set<String> allowed = KINDS.get(gs.element(1));
    if (allowed != null && !allowed.contains(opened.element(1))) {
      faults.add(
          Check.GS_KIND,
          opened,
          1,
          "A group of kind %s does not hold transaction sets of type %s."
              .formatted(gs.element(1), opened.element(1)),
          "Correct GS01 or move the set to a group of its kind.");
    }
  }

  private void closeTransaction(@Nullable Segment se) {
    if (st == null) {
      if (se != null) {
        listener.straySegment(se);
        faults.add(Check.STRAY_SE, se, "SE closes no transaction set.", ASK_AGAIN);
      }
      return;
    }
    segments++;
    if (se == null) {
      faults.add(
          Check.NO_SE,
          st,
          "Transaction set " + st.element(2) + " is not closed.",
          "The file is cut off or damaged: ask the sender for it again.");
    } else {
      compare(Check.SE_COUNT, se, "SE01 counts", se.element(1), segments, "segments");
      if (!SeenNumbers.areSame(st.element(2), se.element(2))) {
        faults.add(
            Check.SE_NUMBER, se, 2, "SE02 does not repeat the control number of ST02.", ASK_AGAIN);
      }
    }
    st = null;
    listener.endTransaction(se, segments);
  }

  private void closeGroup(@Nullable Segment ge) {
    finishTransaction();
    if (!isInGroup) {
      if (ge != null) {
        listener.straySegment(ge);
        faults.add(Check.STRAY_GE, ge, "GE closes no group.", ASK_AGAIN);
      }
      return;
    }
    if (gs != null && ge == null) {
      faults.add(
          Check.NO_GE,
          gs,
          "The functional group is not closed.",
          "Ask the sender for the file again.");
    } else if (gs != null && ge != null) {
      compare(Check.GE_COUNT, ge, "GE01 counts", ge.element(1), transactions, "transaction sets");
      if (!SeenNumbers.areSame(gs.element(6), ge.element(2))) {
        faults.add(
            Check.GE_NUMBER, ge, 2, "GE02 does not repeat the control number of GS06.", ASK_AGAIN);
      }
    }
    isInGroup = false;
    listener.endGroup(ge, transactions);
  }

  private void closeInterchange(@Nullable Segment iea) {
    closeGroup(null);
    if (isa == null) {
      if (iea != null) {
        listener.straySegment(iea);
        faults.add(Check.STRAY_IEA, iea, "IEA closes no interchange.", ASK_AGAIN);
      }
      return;
    }
    if (iea == null) {
      faults.add(
          Check.NO_IEA,
          isa,
          "The interchange is not closed.",
          "Ask the sender for the file again.");
    } else {
      // Senders of a TA1 alone count it as a group.
      boolean isTa1Alone = groups == 0 && hasTa1 && SeenNumbers.areSame(iea.element(1), "1");
      if (!isTa1Alone) {
        compare(Check.IEA_COUNT, iea, "IEA01 counts", iea.element(1), groups, "functional groups");
      }
      if (!SeenNumbers.areSame(isa.element(13), iea.element(2))) {
        faults.add(
            Check.IEA_NUMBER,
            iea,
            2,
            "IEA02 does not repeat the control number of ISA13.",
            ASK_AGAIN);
      }
    }
    isa = null;
    listener.endInterchange(iea);
  }

  private void compare(
      Check check, Segment segment, String what, String stated, int counted, String of) {
    if (SeenNumbers.areSame(stated, Integer.toString(counted))) return;
    faults.add(
        check,
        segment,
        1,
        "%s %s %s, but there are %d."
            .formatted(what, stated.isEmpty() ? "no" : stated, of, counted),
        "Segments were lost or added on the way: ask the sender to repeat the file.");
  }
}

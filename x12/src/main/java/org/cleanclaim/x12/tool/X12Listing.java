package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.EnvelopeListener;
import org.cleanclaim.x12.Envelopes;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Group;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Writes a file out for reading: envelopes in words, loops and segments by their names, indented
/// as they lie in each other. A transaction without a guide is listed segment by segment.
public final class X12Listing implements EnvelopeListener {
  private static final int IN_GROUP = 4;
  private static final int IN_TRANSACTION = 6;

  private final Appendable out;
  private final GuidedWalk walk;
  private final ShownValues values;
  private @Nullable Segment waitingSt;
  private String version = "";

  private X12Listing(GuideBook guides, Appendable out) {
    this.out = out;
    this.walk = new GuidedWalk(guides);
    this.values = new ShownValues(guides);
  }

  /// Lists a file to its end.
  ///
  /// @param fileName for messages
  /// @param faults told what is wrong with the envelopes; the content is not checked
  public static void write(
      InputStream in, String fileName, GuideBook guides, Appendable out, Consumer<Fault> faults)
      throws IOException {
    try {
      Envelopes.read(in, fileName, Faults.limited(faults), new X12Listing(guides, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void beginInterchange(Segment isa, Envelope envelope) {
    line(
        0,
        "Interchange %s from %s %s to %s %s, made %s%s"
            .formatted(
                envelope.controlNumber(),
                envelope.senderQualifier(),
                envelope.senderId(),
                envelope.receiverQualifier(),
                envelope.receiverId(),
                envelope.preparedAt().toString().replace('T', ' '),
                envelope.test() ? ", test" : ""));
  }

  @Override
  public void interchangeSegment(Segment segment) {
    line(2, segment.id() + values.of(segment));
  }

  @Override
  public void beginGroup(Segment gs, Group group) {
    if (!gs.is("GS")) {
      line(2, "Transactions outside any group");
      return;
    }
    line(
        2,
        "Group %s %s from %s to %s, made %s %s, version %s"
            .formatted(
                group.functionalId(),
                group.controlNumber(),
                gs.element(2),
                gs.element(3),
                ShownValues.day(gs.element(4)),
                ShownValues.time(gs.element(5)),
                group.version()));
  }

  @Override
  public void beginTransaction(Segment st, String stated) {
    waitingSt = st.keep();
    version = stated;
    walk.begin(st, stated);
  }

  @Override
  public void segment(Segment segment) {
    walk.take(segment);
    header();
    if (walk.isAtLoopStart()) {
      line(
          IN_TRANSACTION + 2 * (walk.depth() - 1), "%s %s".formatted(walk.loop(), walk.loopName()));
    }
    String name = walk.segmentName();
    line(
        IN_TRANSACTION + 2 * walk.depth(),
        segment.id() + (name.isEmpty() ? "" : "  " + name) + values.of(segment));
  }

  @Override
  public void endTransaction(@Nullable Segment se, int segmentCount) {
    header();
    line(
        IN_GROUP,
        "End of the transaction after %,d segments%s"
            .formatted(segmentCount, se == null ? "; it is not closed" : ""));
  }

  // The guide, and so the name, is known with the segment after ST.
  private void header() {
    Segment st = waitingSt;
    if (st == null) return;
    waitingSt = null;
    String name = walk.transactionName();
    line(
        IN_GROUP,
        "%s %s, number %s%s"
            .formatted(
                name.isEmpty() ? "Transaction" : name + ":",
                st.element(1),
                st.element(2),
                version.isEmpty() ? "" : ", version " + version));
  }

  private void line(int indentation, String text) {
    try {
      out.append(" ".repeat(indentation)).append(text).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.EnvelopeListener;
import org.cleanclaim.x12.Envelopes;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Group;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Splits a file into whole interchanges of one transaction set each, or of a number of claims:
/// with counts of their own and rising control numbers that begin with the original's.
public final class Splitter implements EnvelopeListener {
  private static final long LAST_NUMBER = 999_999_999;

  /// Where the parts go.
  public interface Parts {
    /// @param number 1 for the first part
    OutputStream open(int number) throws IOException;
  }

  private final Parts parts;
  private final int claimsEach;
  private @Nullable String refusal;
  private @Nullable Segment isa;
  private @Nullable Segment gs;
  private @Nullable Segment st;
  private final List<Segment> acknowledgments = new ArrayList<>();
  private @Nullable SplitPart part;
  private @Nullable ClaimLevels levels;
  private int partCount;
  private long items;
  private int claimsInPart;
  private long lastNumber;

  private Splitter(Parts parts, int claimsEach) {
    this.parts = parts;
    this.claimsEach = claimsEach;
  }

  /// One part for each transaction set. A TA1 goes with the first part of its interchange.
  public static SplitResult byTransaction(InputStream in, String fileName, Parts parts)
      throws IOException {
    return split(in, fileName, new Splitter(parts, 0));
  }

  /// Parts of at most so many claims, for 837 files: the levels above a claim are repeated in each
  /// part and numbered anew.
  ///
  /// @param claimsEach 1 or more
  public static SplitResult byClaims(InputStream in, String fileName, int claimsEach, Parts parts)
      throws IOException {
    if (claimsEach < 1) throw new IllegalArgumentException("no claims in a part");
    return split(in, fileName, new Splitter(parts, claimsEach));
  }

  private static SplitResult split(InputStream in, String fileName, Splitter splitter)
      throws IOException {
    try {
      Envelopes.read(in, fileName, Faults.ignored(), splitter);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      splitter.closePart();
    }
    if (splitter.refusal != null) return new SplitResult.Refused(splitter.refusal);
    if (splitter.partCount == 0) {
      return new SplitResult.Refused(
          fileName + " holds nothing to split. Check it with the command x12 check.");
    }
    return new SplitResult.Parted(splitter.partCount, splitter.items);
  }

  @Override
  public void beginInterchange(Segment opened, Envelope envelope) {
    isa = opened.keep();
    acknowledgments.clear();
  }

  @Override
  public void interchangeSegment(Segment segment) {
    acknowledgments.add(segment.keep());
  }

  @Override
  public void beginGroup(Segment opened, Group group) {
    gs = opened.is("GS") ? opened.keep() : null;
  }

  @Override
  public void beginTransaction(Segment opened, String version) {
    if (refusal != null) return;
    refusal = refusal(opened);
    if (refusal != null) return;
    st = opened.keep();
    if (claimsEach == 0) {
      items++;
      part = open();
    } else {
      levels = new ClaimLevels();
    }
  }

  private @Nullable String refusal(Segment opened) {
    if (isa == null || gs == null || isa.elementCount() < 16) {
      return "Transaction set %s has no whole envelope around it. Mend the file first."
          .formatted(opened.element(2));
    }
    if (claimsEach == 0 || opened.elementIs(1, "837")) return null;
    return opened.elementIs(1, "835")
        ? "A remittance cannot be split by claims: its parts would not balance with the payment."
            + " Split it by transaction."
        : "Transaction set %s is of type %s, and only claims (837) are split by claims. Split it by"
                .formatted(opened.element(2), opened.element(1))
            + " transaction.";
  }

  @Override
  public void segment(Segment segment) {
    if (refusal != null) return;
    try {
      if (levels == null) {
        if (part != null) part.write(segment);
      } else if (segment.is("CLM")) {
        claim(segment, levels);
      } else if (segment.is("HL")) {
        levels.open(segment.keep());
      } else if (levels.isInClaim()) {
        if (part != null) part.write(segment);
      } else {
        levels.add(segment.keep());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void claim(Segment clm, ClaimLevels of) throws IOException {
    if (claimsInPart == claimsEach) closePart();
    if (part == null) {
      part = open();
      of.beginPart(part);
    }
    of.write(part);
    part.write(clm);
    claimsInPart++;
    items++;
  }

  @Override
  public void endTransaction(@Nullable Segment se, int segmentCount) {
    closePart();
    levels = null;
    st = null;
  }

  private SplitPart open() {
    if (isa == null || gs == null || st == null) throw new IllegalStateException("no envelope");
    lastNumber = nextNumber(isa.wholeNumber(13));
    partCount++;
    claimsInPart = 0;
    try {
      var opened = new SplitPart(parts.open(partCount), isa, acknowledgments, gs, st, lastNumber);
      acknowledgments.clear();
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long nextNumber(int original) {
    long next = Math.max(lastNumber + 1, Math.max(original, 1));
    return next > LAST_NUMBER ? 1 : next;
  }

  private void closePart() {
    if (part == null) return;
    try {
      part.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      part = null;
    }
  }
}

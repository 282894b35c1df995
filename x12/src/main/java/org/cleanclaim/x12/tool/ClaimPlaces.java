package org.cleanclaim.x12.tool;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.lexer.Segment;

/// Where in the file a claim stands: its own segments, and those above it that it shares with
/// others, namely the patient's, the subscriber's, the billing provider's and the transaction's
/// beginning.
///
/// @param parts each from its first byte to the first byte behind it
record ClaimPlaces(List<Part> parts, Part transaction) {
  /// @param end exclusive
  record Part(long start, long end) {
    boolean contains(long offset) {
      return offset >= start && offset < end;
    }
  }

  /// Whether an error is one of this claim. An error of the whole transaction is one of all its
  /// claims; a missing end is told at the last segment, which says nothing of the claim there.
  boolean concerns(Fault error) {
    boolean isOfAll = error.check().level() == Check.Level.TRANSACTION;
    if (isOfAll) return transaction.contains(error.byteOffset());
    return parts.stream().anyMatch(part -> part.contains(error.byteOffset()));
  }

  /// The places of the claims of a transaction, in the order of its records.
  static List<ClaimPlaces> of(List<Segment> source, ClaimBatch batch) {
    var collector = new Collector(batch);
    source.forEach(collector::take);
    collector.closeClaim(Long.MAX_VALUE);
    return collector.places;
  }

  /// Goes through the segments of the interchange and notes where levels and claims begin.
  private static final class Collector {
    private final List<Claim> claims;
    private final Part transaction;
    private final List<ClaimPlaces> places = new ArrayList<>();
    private Part head = new Part(0, 0);
    private Part billing = new Part(0, 0);
    private Part subscriber = new Part(0, 0);
    private Part patient = new Part(0, 0);
    private String level = "";
    private long levelStart;
    private boolean isInLevel;
    private String number = "";
    private long claimStart = -1;

    Collector(ClaimBatch batch) {
      this.claims = batch.claims();
      var span = batch.header().span();
      this.transaction = new Part(span.firstByte(), span.lastByte() + 1);
      this.levelStart = span.firstByte();
      this.isInLevel = true;
    }

    void take(Segment segment) {
      long offset = segment.byteOffset();
      if (!transaction.contains(offset)) return;
      switch (segment.id()) {
        case "HL" -> {
          close(offset);
          isInLevel = true;
          levelStart = offset;
          level = segment.element(3);
          if (!level.equals("23")) patient = new Part(0, 0);
        }
        case "CLM" -> {
          close(offset);
          claimStart = offset;
          number = segment.element(1);
        }
        case "SE" -> close(offset);
        default -> {}
      }
    }

    private void close(long offset) {
      closeClaim(offset);
      if (!isInLevel) return;
      isInLevel = false;
      var part = new Part(levelStart, offset);
      switch (level) {
        case "" -> head = part;
        case "20" -> billing = part;
        case "22" -> subscriber = part;
        default -> patient = part;
      }
    }

    /// A claim that became no record cannot be named and has no place.
    void closeClaim(long offset) {
      if (claimStart < 0) return;
      boolean isNext =
          places.size() < claims.size()
              && claims.get(places.size()).controlNumber().value().equals(number.strip());
      if (isNext) {
        var own = new Part(claimStart, offset);
        places.add(new ClaimPlaces(List.of(head, billing, subscriber, patient, own), transaction));
      }
      claimStart = -1;
    }
  }
}

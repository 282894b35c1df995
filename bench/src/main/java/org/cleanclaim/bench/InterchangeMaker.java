package org.cleanclaim.bench;

import java.io.IOException;
import java.io.OutputStream;

/// Puts transaction sets into groups and these into an interchange. A transaction set has one to
/// three megabytes, or a quarter of a small file, so that several cores can share any file, and
/// stays below the 5000 claims (837) and 10000 payments (835) that the guides recommend.
final class InterchangeMaker {
  private static final int TRANSACTIONS_OF_A_GROUP = 25;
  private static final int LEAST_TRANSACTION = 1 << 20;
  private static final int MOST_TRANSACTION = 3_000_000;
  private static final int SMALLEST_TRANSACTION = 1 << 14;
  private static final int TRAILERS = 20;

  private final String functionalId;
  private final String version;
  private final Dice dice;
  private final SegmentBuffer envelope = new SegmentBuffer();
  private final SegmentBuffer transaction = new SegmentBuffer();
  private long bytes;
  private long segments;
  private long claims;
  private int transactions;

  /// Writes one transaction set, ST to SE, of about the wanted size and with a claim at least.
  interface TransactionMaker {
    /// @return how many claims it holds
    int make(SegmentBuffer out, long controlNumber, int wantedBytes);
  }

  InterchangeMaker(String functionalId, String version, Dice dice) {
    this.functionalId = functionalId;
    this.version = version;
    this.dice = dice;
  }

  GeneratedFile write(OutputStream out, long wanted, TransactionMaker maker) throws IOException {
    isa();
    int groups = 0;
    do {
      gs(++groups);
      int count = 0;
      do {
        flush(envelope, out);
        claims += maker.make(transaction, 100_000_000L + ++transactions, size(wanted));
        flush(transaction, out);
        count++;
      } while (count < TRANSACTIONS_OF_A_GROUP && bytes < wanted - TRAILERS);
      envelope.segment("GE").element(count).element(groups).end();
    } while (bytes < wanted - TRAILERS);
    envelope.segment("IEA").element(groups).element("000000001").end();
    flush(envelope, out);
    return new GeneratedFile(bytes, segments, transactions, claims);
  }

  private int size(long wanted) {
    long rest = Math.max(0, wanted - TRAILERS - bytes);
    long some = dice.between(LEAST_TRANSACTION, MOST_TRANSACTION);
    long quarter = Math.max(SMALLEST_TRANSACTION, wanted / 4);
    long size = Math.min(some, quarter);
    if (rest <= size) return (int) rest;
    // No tiny transaction set at the end of the file.
    return (int) (rest < size + size / 2 ? rest / 2 : size);
  }

  private void flush(SegmentBuffer buffer, OutputStream out) throws IOException {
    buffer.writeTo(out);
    bytes += buffer.length();
    segments += buffer.segments();
    buffer.clear();
  }

  private void isa() {
    envelope
        .segment("ISA")
        .element("00")
        .element("          ")
        .element("00")
        .element("          ")
        .element("ZZ")
        .element("BENCHSENDER    ")
        .element("ZZ")
        .element("BENCHRECEIVER  ")
        .element("260302")
        .element("0915")
        .element("^")
        .element("00501")
        .element("000000001")
        .element("0")
        .element("T")
        .element(":")
        .end();
  }

  private void gs(int number) {
    envelope
        .segment("GS")
        .element(functionalId)
        .element("BENCHSENDER")
        .element("BENCHRECEIVER")
        .element(Calendar.TODAY)
        .element("0915")
        .element(number)
        .element("X")
        .element(version)
        .end();
  }
}

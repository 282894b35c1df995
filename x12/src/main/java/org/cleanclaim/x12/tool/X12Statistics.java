package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.EnvelopeListener;
import org.cleanclaim.x12.Envelopes;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Group;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Counts what one or more files hold: envelopes, segments, claims, lines, money and days.
public final class X12Statistics implements EnvelopeListener {
  /// Different names, partners and kinds counted apart; more are rubbish.
  private static final int MOST = 1_000;

  private static final int NO_DAY = -1;

  private long interchanges;
  private long groups;
  private long claims;
  private long serviceLines;
  private long chargedCents;
  private long paidCents;
  private int firstDay = Integer.MAX_VALUE;
  private int lastDay = NO_DAY;
  private String type = "";
  private final SortedMap<String, Long> transactions = new TreeMap<>();
  private final SortedMap<String, Long> segments = new TreeMap<>();
  private final Set<String> senders = new TreeSet<>();
  private final Set<String> receivers = new TreeSet<>();

  /// Reads a further file to its end.
  ///
  /// @param fileName for messages
  public void add(InputStream in, String fileName) throws IOException {
    Envelopes.read(in, fileName, Faults.ignored(), this);
  }

  @Override
  public void beginInterchange(Segment isa, Envelope envelope) {
    interchanges++;
    count(segments, isa.id());
    if (senders.size() < MOST) senders.add(envelope.senderId());
    if (receivers.size() < MOST) receivers.add(envelope.receiverId());
  }

  @Override
  public void interchangeSegment(Segment segment) {
    count(segments, segment.id());
  }

  @Override
  public void beginGroup(Segment gs, Group group) {
    if (!gs.is("GS")) return;
    groups++;
    count(segments, gs.id());
  }

  @Override
  public void beginTransaction(Segment st, String version) {
    type = st.element(1);
    count(segments, st.id());
    count(transactions, version.isEmpty() ? type : type + " " + version);
  }

  @Override
  public void segment(Segment segment) {
    count(segments, segment.id());
    switch (segment.id()) {
      case "CLM" -> {
        if (!type.equals("837")) return;
        claims++;
        chargedCents += cents(segment, 2);
      }
      case "CLP" -> {
        claims++;
        chargedCents += cents(segment, 3);
        paidCents += cents(segment, 4);
      }
      case "SV1", "SV2", "SV3" -> {
        if (type.equals("837")) serviceLines++;
      }
      case "SVC" -> {
        if (type.equals("835")) serviceLines++;
      }
      case "DTP" -> {
        if (!segment.elementIs(1, "472") && !segment.elementIs(1, "434")) return;
        day(segment.eightDigits(3, 0));
        if (segment.elementIs(2, "RD8")) day(segment.eightDigits(3, 9));
      }
      case "DTM" -> {
        switch (segment.element(1)) {
          case "150", "151", "472", "232", "233" -> day(segment.eightDigits(2, 0));
          default -> {}
        }
      }
      default -> {}
    }
  }

  @Override
  public void endTransaction(@Nullable Segment se, int segmentCount) {
    trailer(se);
  }

  @Override
  public void endGroup(@Nullable Segment ge, int transactionCount) {
    trailer(ge);
  }

  @Override
  public void endInterchange(@Nullable Segment iea) {
    trailer(iea);
  }

  private void trailer(@Nullable Segment segment) {
    if (segment != null) count(segments, segment.id());
  }

  private void day(int day) {
    if (day == NO_DAY) return;
    firstDay = Math.min(firstDay, day);
    lastDay = Math.max(lastDay, day);
  }

  private static long cents(Segment segment, int position) {
    long cents = segment.cents(position);
    return cents == Segment.NO_AMOUNT ? 0 : cents;
  }

  private static void count(SortedMap<String, Long> counts, String key) {
    boolean isKnown = counts.size() < MOST || counts.containsKey(key);
    counts.merge(isKnown ? key : "other", 1L, Long::sum);
  }

  public long interchanges() {
    return interchanges;
  }

  public long groups() {
    return groups;
  }

  /// How many transaction sets there are of each type and version: `837 005010X222A1`.
  public SortedMap<String, Long> transactions() {
    return Collections.unmodifiableSortedMap(transactions);
  }

  /// How often each segment occurs, by its name.
  public SortedMap<String, Long> segments() {
    return Collections.unmodifiableSortedMap(segments);
  }

  /// Claims (837) and claim payments (835).
  public long claims() {
    return claims;
  }

  public long serviceLines() {
    return serviceLines;
  }

  /// What the claims and claim payments charge together.
  public Money totalCharge() {
    return Money.ofCents(chargedCents);
  }

  /// What the claim payments pay together.
  public Money totalPaid() {
    return Money.ofCents(paidCents);
  }

  /// First day of service as 2026-03-01; empty when no day was found.
  public String firstDay() {
    return lastDay == NO_DAY ? "" : ShownValues.day("%08d".formatted(firstDay));
  }

  /// Last day of service; empty when no day was found.
  public String lastDay() {
    return lastDay == NO_DAY ? "" : ShownValues.day("%08d".formatted(lastDay));
  }

  /// ISA06, in order.
  public Set<String> senders() {
    return Collections.unmodifiableSet(senders);
  }

  /// ISA08, in order.
  public Set<String> receivers() {
    return Collections.unmodifiableSet(receivers);
  }
}

package org.cleanclaim.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// The claims of a file that was sent, by place: a 999 names segments by their position, and this
/// says whose they are. A position before the claims of a subscriber or billing provider is about
/// all of them.
public final class SentClaims {
  private final List<SentClaim> claims;

  /// Where a claim stands in its transaction set; the ranges around it lie in the levels above.
  ///
  /// @param first position of CLM, ST is 1
  /// @param last position of the claim's last segment
  /// @param subscriberFirst position of the HL of the subscriber's or patient's level
  /// @param billingFirst position of the HL of the billing provider's level
  private record SentClaim(
      String transaction,
      String number,
      int first,
      int last,
      int subscriberFirst,
      int billingFirst) {}

  private SentClaims(List<SentClaim> claims) {
    this.claims = claims;
  }

  /// Finds the claims of an 837 file.
  public static SentClaims of(byte[] sent) {
    var places = new Places();
    try {
      Envelopes.read(new ByteArrayInputStream(sent), "sent", Faults.ignored(), places);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory are always readable
    }
    return new SentClaims(places.claims);
  }

  /// What a 999 says about each claim, in words; claims without an error of their own are not in
  /// it.
  public Map<String, List<String>> errorsByClaim(FunctionalAcknowledgment acknowledgment) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (TransactionResult result : acknowledgment.transactions()) {
      for (SegmentError error : result.errors()) {
        for (String number : claimsOf(result.controlNumber(), error)) {
          errors
              .computeIfAbsent(number, n -> new ArrayList<>())
              .add(AcknowledgedErrors.inWords(error));
        }
      }
    }
    return errors;
  }

  private List<String> claimsOf(String transaction, SegmentError error) {
    String named = error.unitNumber();
    if (named != null && "CLM01".equals(error.unit())) return List.of(named);
    int position = error.position();
    var own = numbers(c -> position >= c.first() && position <= c.last(), transaction);
    if (!own.isEmpty()) return own;
    var insured =
        numbers(c -> position >= c.subscriberFirst() && position < c.first(), transaction);
    if (!insured.isEmpty()) return insured;
    var billed = numbers(c -> position >= c.billingFirst() && position < c.first(), transaction);
    return billed.isEmpty() ? numbers(c -> true, transaction) : billed;
  }

  private List<String> numbers(Predicate<SentClaim> condition, String transaction) {
    return claims.stream()
        .filter(c -> c.transaction().equals(transaction))
        .filter(condition)
        .map(SentClaim::number)
        .toList();
  }

  /// Notes where each claim begins and ends.
  private static final class Places implements EnvelopeListener {
    private final List<SentClaim> claims = new ArrayList<>();
    private String transaction = "";
    private int position;
    private int billing;
    private int insured;
    private @Nullable String number;
    private int first;

    @Override
    public void beginTransaction(Segment st, String version) {
      transaction = st.element(2);
      position = 1;
      billing = 1;
      insured = 1;
      number = null;
    }

    @Override
    public void segment(Segment segment) {
      position++;
      switch (segment.id()) {
        case "HL" -> {
          close();
          insured = position;
          if (segment.elementIs(3, "20")) billing = position;
        }
        case "CLM" -> {
          close();
          number = segment.element(1);
          first = position;
        }
        default -> {}
      }
    }

    @Override
    public void endTransaction(@Nullable Segment se, int segmentCount) {
      position++;
      close();
    }

    private void close() {
      if (number != null) {
        claims.add(new SentClaim(transaction, number, first, position - 1, insured, billing));
      }
      number = null;
    }
  }
}

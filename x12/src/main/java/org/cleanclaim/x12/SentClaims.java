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
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
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
          errors.computeIfAbsent(number, n -> new ArrayList<>()).add(inWords(error));
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

  /// One error in a sentence: `SV1 in loop 2400: SV101-2 has a code that is not valid.`
  static String inWords(SegmentError error) {
    String place =
        error.loop() == null ? error.segment() : error.segment() + " in loop " + error.loop();
    if (error.elements().isEmpty()) return place + " " + segmentFault(error.code()) + ".";
    var elements = new ArrayList<String>();
    for (ElementError element : error.elements()) {
      int component = element.component() == null ? 0 : element.component();
      elements.add(
          Fault.designator(error.segment(), element.position(), component)
              + " "
              + elementFault(element.code()));
    }
    return place + ": " + String.join(", ", elements) + ".";
  }

  private static String segmentFault(String code) {
    return switch (code) {
      case "1" -> "is no known segment";
      case "2" -> "is not expected there";
      case "3", "I6" -> "is missing";
      case "4" -> "begins a loop that occurs too often";
      case "5" -> "occurs too often";
      case "6", "I4" -> "does not belong in the transaction";
      case "7" -> "stands in the wrong place";
      case "8" -> "has an element that is wrong";
      case "I7", "I8" -> "is missing with its loop";
      default -> "is wrong (code " + code + ")";
    };
  }

  private static String elementFault(String code) {
    return switch (code) {
      case "1", "2", "I9" -> "is missing";
      case "3" -> "is one element too many";
      case "4" -> "is too short";
      case "5" -> "is too long";
      case "6" -> "has a character that is not allowed";
      case "7", "I6" -> "has a code that is not valid";
      case "8" -> "is not a valid date";
      case "9" -> "is not a valid time";
      case "10", "I10", "I13" -> "must not be there";
      case "12" -> "repeats too often";
      case "13" -> "has too many components";
      case "I12" -> "does not have the form it has to have";
      default -> "is wrong (code " + code + ")";
    };
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

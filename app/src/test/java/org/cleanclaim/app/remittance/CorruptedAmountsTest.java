package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.app.remittance.RemittanceScan.Scanned;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;

/// Each amount of a remittance that enters one of the three balance equations, changed alone, stops
/// the remittance at the segment whose sum does not hold.
class CorruptedAmountsTest {
  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final RandomRemittances remittances =
      new RandomRemittances(random, "K", "Payer", "PAYER1", "Clinic", "1003000134");

  @Test
  void everyAmountThatIsWrongStopsTheRemittanceAtItsSegment() {
    int changed = 0;
    for (int i = 0; i < 40; i++) {
      var segments = segments();
      assertThat(stops(scanned(segments))).as("-Dtest.seed=%s", seed).isEmpty();
      for (int at = 0; at < segments.size(); at++) {
        for (int element : amounts(segments.get(at))) {
          for (String wrong : wrong(segments.get(at).split("\\*")[element])) {
            var bad = new ArrayList<>(segments);
            bad.set(at, with(segments.get(at), element, wrong));
            var stops = stops(scanned(bad));
            assertThat(stops)
                .as("-Dtest.seed=%s %s instead of %s", seed, bad.get(at), segments.get(at))
                .isNotEmpty()
                .allMatch(s -> s.matches("segment [1-9]\\d*, .*"));
            assertThat(stops.stream().map(CorruptedAmountsTest::number))
                .as("-Dtest.seed=%s %s", seed, bad.get(at))
                .anyMatch(places(segments, at)::contains);
            changed++;
          }
        }
      }
    }
    assertThat(changed).isGreaterThan(2_000);
  }

  private List<String> segments() {
    byte[] bytes =
        X12Writer.remittances(
            new Envelope(
                "ZZ",
                "PAYER",
                "ZZ",
                "CLINIC",
                LocalDateTime.of(2026, 3, 10, 9, 0),
                "000000007",
                false,
                Separators.STANDARD),
            "1",
            List.of(remittances.next()));
    return List.of(new String(bytes, StandardCharsets.ISO_8859_1).strip().split("~\\s*"));
  }

  private static Scanned scanned(List<String> segments) {
    byte[] bytes = (String.join("~\n", segments) + "~\n").getBytes(StandardCharsets.ISO_8859_1);
    return RemittanceScan.of(() -> new ByteArrayInputStream(bytes), "corrupted.835");
  }

  /// Where the remittances of a file are stopped.
  private static List<String> stops(Scanned scanned) {
    var stops = new ArrayList<String>();
    assertThat(scanned.remittances()).hasSize(1);
    for (var remittance : scanned.remittances()) {
      stops.addAll(remittance.unreadable());
      remittance.failures().forEach(f -> stops.add(f.place()));
    }
    return stops;
  }

  private static int number(String place) {
    return Integer.parseInt(place.replaceAll("segment (\\d+).*", "$1"));
  }

  /// The elements of a segment that enter an equation.
  private static List<Integer> amounts(String segment) {
    String[] elements = segment.split("\\*");
    var amounts = new ArrayList<Integer>();
    for (int i = 1; i < elements.length; i++) {
      boolean isAmount =
          switch (elements[0]) {
            case "BPR" -> i == 2;
            case "CLP" -> i == 3 || i == 4;
            case "SVC" -> i == 2 || i == 3;
            case "CAS" -> i % 3 == 0;
            case "PLB" -> i >= 4 && i % 2 == 0;
            default -> false;
          };
      if (isAmount) amounts.add(i);
    }
    return amounts;
  }

  /// A cent more, the other sign, ten times, nothing, and what is no amount.
  private static List<String> wrong(String amount) {
    var right = new BigDecimal(amount);
    var wrong = new ArrayList<String>();
    wrong.add(right.add(new BigDecimal("0.01")).toPlainString());
    wrong.add("1O.00");
    if (right.signum() != 0) {
      wrong.add(right.negate().toPlainString());
      wrong.add(right.movePointRight(1).toPlainString());
      wrong.add("0");
      wrong.add("");
    }
    return wrong;
  }

  private static String with(String segment, int element, String value) {
    String[] elements = segment.split("\\*");
    elements[element] = value;
    return String.join("*", elements);
  }

  /// The segments that state the sums which a segment is part of: its own claim and line, and the
  /// payment; numbered from 1 as in the file.
  private static List<Integer> places(List<String> segments, int at) {
    var places = new ArrayList<Integer>();
    places.add(at + 1);
    for (int i = at; i >= 0; i--) {
      String id = segments.get(i).split("\\*")[0];
      if (id.equals("SVC") || id.equals("CLP") || id.equals("BPR")) places.add(i + 1);
      if (id.equals("CLP")) break;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).startsWith("BPR")) places.add(i + 1);
    }
    return places;
  }
}

package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Test;

/// How much the records hold by themselves: transactions of the public samples written from their
/// records, without the segments that were kept, and compared segment by segment. Amounts and
/// quantities are compared as numbers, everything else to the character.
class RecordsAloneTest {
  /// Transactions that come out identical, at least. Raise a floor when a record learns more.
  private static final Map<String, Integer> IDENTICAL_AT_LEAST =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("270", 2),
              Map.entry("271", 4),
              Map.entry("276", 6),
              Map.entry("277", 7),
              Map.entry("277CA", 4),
              Map.entry("278", 4),
              Map.entry("835", 27),
              Map.entry("837P", 29),
              Map.entry("837I", 5),
              Map.entry("837D", 3),
              Map.entry("999", 3)));

  @Test
  void manyTransactionsAreIdenticalFromRecordsAlone() throws IOException {
    Map<String, Integer> identical = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    for (Path path : Samples.all()) {
      X12File file =
          X12Reader.read(new ByteArrayInputStream(Files.readAllBytes(path)), path.toString());
      for (Interchange interchange : file.interchanges()) {
        for (Transaction transaction : interchange.transactions()) {
          if (transaction instanceof Transaction.Unread) continue;
          boolean isSame = isSame(interchange.source(), transaction);
          all.merge(type(transaction), 1, Integer::sum);
          identical.merge(type(transaction), isSame ? 1 : 0, Integer::sum);
        }
      }
    }
    System.out.println("identical from records alone: " + identical + " of " + all);
    IDENTICAL_AT_LEAST.forEach((type, floor) ->
        assertThat(identical.get(type)).as(type).isNotNull().isGreaterThanOrEqualTo(floor));
    assertThat(identical.keySet()).isEqualTo(IDENTICAL_AT_LEAST.keySet());
  }

  private static String type(Transaction transaction) {
    return switch (transaction) {
      case Transaction.ClaimsAcknowledged c -> "277CA";
      case Transaction.ClaimBatch batch ->
          switch (batch.claims().isEmpty() ? null : batch.claims().getFirst().type()) {
            case INSTITUTIONAL -> "837I";
            case DENTAL -> "837D";
            case PROFESSIONAL -> "837P";
            case null -> "837P";
          };
      default -> transaction.header().type();
    };
  }

  private static boolean isSame(List<Segment> source, Transaction transaction) {
    var sent = new ArrayList<List<String>>();
    boolean isInside = false;
    for (Segment segment : source) {
      if (segment.number() == transaction.header().span().firstSegment()) isInside = true;
      if (!isInside) continue;
      if (segment.is("SE") || (segment.is("ST") && !sent.isEmpty())) break;
      var elements = new ArrayList<String>();
      elements.add(segment.id());
      elements.addAll(segment.elements());
      sent.add(comparable(elements));
    }
    var alone =
        Rewriter.alone(transaction, source.getFirst().separators()).stream()
            .map(RecordsAloneTest::comparable)
            .toList();
    return alone.equals(sent);
  }

  private static List<String> comparable(List<String> elements) {
    var comparable = new ArrayList<String>();
    for (String element : elements) {
      boolean isDecimal = element.matches("-?\\d*\\.\\d+|-?\\d+\\.");
      comparable.add(
          isDecimal ? new BigDecimal(element).stripTrailingZeros().toPlainString() : element);
    }
    while (comparable.getLast().isEmpty()) comparable.removeLast();
    return comparable;
  }
}

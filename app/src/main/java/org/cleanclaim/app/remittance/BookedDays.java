package org.cleanclaim.app.remittance;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cleanclaim.app.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The days for which remittances count in the books, read from what was posted.
@Component
@Transactional(readOnly = true)
public class BookedDays {
  /// So many postings of a remittance are looked at.
  private static final int LOOKED_AT = 100;

  private final RemittanceReadings readings;
  private final Ledger ledger;

  BookedDays(RemittanceReadings readings, Ledger ledger) {
    this.readings = readings;
    this.ledger = ledger;
  }

  /// Empty where a remittance counts for its own day, or is not posted.
  public Optional<BookedDay> of(UUID remittance) {
    var kept = readings.kept(remittance);
    var header = readings.header(remittance);
    var prefix =
        PostingKeys.prefix(
            kept.payerKey(), kept.trace(), header.received(), header.paidOn(), kept.moneyDigest());
    var keys =
        Stream.concat(
                Stream.of(PostingKeys.ofProviderLevel(prefix)),
                IntStream.rangeClosed(1, LOOKED_AT).mapToObj(n -> PostingKeys.of(prefix, n)))
            .toList();
    return ledger.movedTo(keys).map(day -> BookedDay.of(header.paidOn(), day));
  }
}

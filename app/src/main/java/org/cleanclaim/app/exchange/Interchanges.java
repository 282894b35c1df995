package org.cleanclaim.app.exchange;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Hands out the envelopes of the practice's own interchanges, each with a number never used
/// before.
@Component
@Transactional
public class Interchanges {
  private final FileExchange files;
  private final Organizations organizations;
  private final Clock clock;

  Interchanges(FileExchange files, Organizations organizations, Clock clock) {
    this.files = files;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// The envelope of the next interchange to a receiver.
  public Envelope next(String receiverId, Usage usage) {
    var practice = organizations.current();
    return new Envelope(
        "ZZ",
        practice.npi().value(),
        "ZZ",
        receiverId,
        LocalDateTime.now(clock.withZone(ZoneId.of(practice.timeZone())))
            .truncatedTo(ChronoUnit.MINUTES),
        "%09d".formatted(files.nextNumber("interchange")),
        usage == Usage.TEST,
        Separators.STANDARD);
  }

  /// The group number of an interchange with one group: its own number without leading zeros.
  public String groupNumber(Envelope envelope) {
    return Long.toString(Long.parseLong(envelope.controlNumber()));
  }
}

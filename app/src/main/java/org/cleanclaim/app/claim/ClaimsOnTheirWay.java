package org.cleanclaim.app.claim;

import java.util.Optional;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Delivery;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sent claims whose file has not arrived: their payer cannot know them.
@Component
@Transactional(readOnly = true)
public class ClaimsOnTheirWay {
  private final ClaimRecords records;
  private final Deliveries deliveries;

  ClaimsOnTheirWay(ClaimRecords records, Deliveries deliveries) {
    this.records = records;
    this.deliveries = deliveries;
  }

  /// The way of a sent claim's file that has not arrived yet; empty when it has, or when somebody
  /// carries it by hand.
  public Optional<Delivery> delivery(BilledClaim claim) {
    if (claim.status() != ClaimStatus.SENT) return Optional.empty();
    return records.timeline(claim.id()).stream()
        .filter(event -> event.what().equals(Claims.SENT) && event.fileId() != null)
        .reduce((first, last) -> last)
        .map(ClaimEvent::fileId)
        .flatMap(deliveries::ofFile)
        .filter(delivery -> delivery.stage() != Stage.DELIVERED);
  }
}

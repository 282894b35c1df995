package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;

/// An interchange as read: TA1 segments stand outside the groups.
public record Interchange(
    Envelope envelope, List<InterchangeAcknowledgment> acknowledgments, List<ReadGroup> groups) {
  public Interchange {
    acknowledgments = List.copyOf(acknowledgments);
    groups = List.copyOf(groups);
  }

  public List<Transaction> transactions() {
    return groups.stream().flatMap(g -> g.transactions().stream()).toList();
  }
}

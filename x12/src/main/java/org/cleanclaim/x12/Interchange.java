package org.cleanclaim.x12;

import java.util.List;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.lexer.Segment;

/// An interchange as read: TA1 segments stand outside the groups.
///
/// @param source all segments as they came, so that [X12Writer#rewritten] gives back what no record
///   holds; empty when the interchange was not read from a file
public record Interchange(
    Envelope envelope,
    List<InterchangeAcknowledgment> acknowledgments,
    List<ReadGroup> groups,
    List<Segment> source) {
  public Interchange {
    acknowledgments = List.copyOf(acknowledgments);
    groups = List.copyOf(groups);
    source = List.copyOf(source);
  }

  public List<Transaction> transactions() {
    return groups.stream().flatMap(g -> g.transactions().stream()).toList();
  }
}

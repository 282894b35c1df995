package org.cleanclaim.app.codingqueue;

import java.util.List;
import java.util.UUID;

/// A queue that a manager has saved.
///
/// @param credentials any of these is needed to be given a chart of the queue; empty for none
/// @param place where the queue stands among the queues, the smallest first
public record CodingQueue(
    UUID publicId,
    String name,
    QueueCriteria criteria,
    QueueOrder order,
    List<String> credentials,
    int place) {
  public CodingQueue {
    credentials = List.copyOf(credentials);
  }
}

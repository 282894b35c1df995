package org.cleanclaim.app.codingqueue;

import org.jspecify.annotations.Nullable;

/// What somebody looks for within a queue.
///
/// @param text part of a visit number, patient, provider or coder; blank for all
/// @param status of charts; null for all that the queue has
/// @param order null for the queue's own
public record WorkFilter(String text, @Nullable String status, @Nullable QueueOrder order) {
  public static final WorkFilter NONE = new WorkFilter("", null, null);
}

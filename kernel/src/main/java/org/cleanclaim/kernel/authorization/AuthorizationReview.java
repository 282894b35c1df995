package org.cleanclaim.kernel.authorization;

import java.util.List;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// One patient's request for a review of services, or the reviewer's answer: who asks whom about
/// whom, and the events with their services (278).
///
/// @param isAnswer BHT02 is 11
/// @param reference BHT03, our number of the transaction
/// @param reviewer loop 2010A
/// @param requester loop 2010B
/// @param subscriber loop 2010C
/// @param dependent loop 2010D, the patient when not the subscriber
/// @param rejections why it was not answered, above the events (AAA)
public record AuthorizationReview(
    boolean isAnswer,
    String reference,
    Participant reviewer,
    @Nullable Participant requester,
    @Nullable Participant subscriber,
    @Nullable Participant dependent,
    List<Rejection> rejections,
    List<ReviewItem> events) {
  public AuthorizationReview {
    rejections = List.copyOf(rejections);
    events = List.copyOf(events);
  }

  /// @param level of the refusal: 20 reviewer, 21 requester, 22 subscriber, 23 dependent, EV, SS
  /// @param reasonCode AAA03
  /// @param followUpCode AAA04
  public record Rejection(String level, String reasonCode, @Nullable String followUpCode) {}

  @Override
  public String toString() {
    return "AuthorizationReview[" + reference + "]";
  }
}

package org.cleanclaim.kernel.eligibility;

import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.jspecify.annotations.Nullable;

/// Who answers an eligibility question, who asked, and whom it is about (271, levels 2000A to
/// 2000D). Names nobody in `toString`.
///
/// @param payer null when even the payer level was refused
/// @param receiver who asked
/// @param dependent the patient, when not the subscriber
public record AnswerParties(
    @Nullable Participant payer,
    @Nullable Participant receiver,
    @Nullable Participant subscriber,
    @Nullable Participant dependent) {

  /// The payer and the subscriber's number alone.
  public static AnswerParties of(
      String payerName, @Nullable String payerId, @Nullable String memberId) {
    var payer =
        Participant.of(
            "PR", new OrganizationName(payerName), payerId == null ? null : "PI", payerId);
    var subscriber =
        memberId == null ? null : Participant.of("IL", new OrganizationName(""), "MI", memberId);
    return new AnswerParties(payer, null, subscriber, null);
  }

  @Override
  public String toString() {
    return "AnswerParties[***]";
  }
}

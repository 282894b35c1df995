package org.cleanclaim.app.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who held a policy over a period, and how the patient was related to them.
///
/// @param relationship of the patient to the subscriber
/// @param name null when the patient is the subscriber
/// @param address null when it is the patient's
/// @param period from the first day on which it was so
/// @param reason why it was changed, empty for what came with the policy
/// @param supersededAt when somebody corrected it; null for what holds
public record Subscriber(
    UUID publicId,
    long coverageId,
    Relationship relationship,
    @Nullable PartyName name,
    @Nullable LocalDate bornOn,
    @Nullable Sex sex,
    @Nullable Address address,
    EffectivePeriod period,
    String reason,
    String savedBy,
    Instant savedAt,
    @Nullable Instant supersededAt) {
  @Override
  public String toString() {
    return "Subscriber[" + publicId + "]";
  }
}

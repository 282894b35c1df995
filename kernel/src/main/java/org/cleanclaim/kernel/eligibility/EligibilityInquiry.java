package org.cleanclaim.kernel.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Is this person covered on this day, and for what?
///
/// @param trace our number for the question (TRN02), which comes back in the answer
/// @param asOf day of service asked about
/// @param serviceTypes service type codes, `30` for the plan in general
/// @param dependent the patient, when not the subscriber
/// @param originator who gave the number (TRN03); null for ourselves
public record EligibilityInquiry(
    String trace,
    ClaimPayer payer,
    Provider provider,
    Person subscriber,
    @Nullable MemberId memberId,
    @Nullable Person dependent,
    Relationship relationship,
    LocalDate asOf,
    List<String> serviceTypes,
    @Nullable String originator) {
  public EligibilityInquiry {
    serviceTypes = List.copyOf(serviceTypes);
  }

  /// A question of ours.
  public EligibilityInquiry(
      String trace,
      ClaimPayer payer,
      Provider provider,
      Person subscriber,
      @Nullable MemberId memberId,
      @Nullable Person dependent,
      Relationship relationship,
      LocalDate asOf,
      List<String> serviceTypes) {
    this(
        trace,
        payer,
        provider,
        subscriber,
        memberId,
        dependent,
        relationship,
        asOf,
        serviceTypes,
        null);
  }

  /// A person as asked about.
  public record Person(PartyName name, @Nullable LocalDate bornOn, Sex sex) {}

  @Override
  public String toString() {
    return "EligibilityInquiry[" + trace + "]";
  }
}

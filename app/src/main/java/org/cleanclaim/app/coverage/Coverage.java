package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A patient's policy with one payer over a period, with its subscriber as of one day.
///
/// @param subscriberName null when the patient is the subscriber
/// @param subscriberAddress null when it is the patient's
/// @param propertyCasualtyClaimNumber the carrier's number of the accident, for workers'
///   compensation and auto
/// @param medicareSecond why another insurance pays before this policy of Medicare; null for others
///   and where Medicare pays first
public record Coverage(
    long id,
    PatientId patientId,
    long payerId,
    PayerSequence sequence,
    String planName,
    MemberId memberId,
    @Nullable String groupNumber,
    Relationship relationship,
    @Nullable PartyName subscriberName,
    @Nullable LocalDate subscriberBornOn,
    @Nullable Sex subscriberSex,
    @Nullable Address subscriberAddress,
    @Nullable String propertyCasualtyClaimNumber,
    @Nullable MedicareSecondReason medicareSecond,
    EffectivePeriod period) {
  /// A policy whose subscriber lives with the patient.
  public Coverage(
      long id,
      PatientId patientId,
      long payerId,
      PayerSequence sequence,
      String planName,
      MemberId memberId,
      @Nullable String groupNumber,
      Relationship relationship,
      @Nullable PartyName subscriberName,
      @Nullable LocalDate subscriberBornOn,
      @Nullable Sex subscriberSex,
      @Nullable String propertyCasualtyClaimNumber,
      EffectivePeriod period) {
    this(
        id,
        patientId,
        payerId,
        sequence,
        planName,
        memberId,
        groupNumber,
        relationship,
        subscriberName,
        subscriberBornOn,
        subscriberSex,
        null,
        propertyCasualtyClaimNumber,
        null,
        period);
  }

  /// The policy with other days.
  Coverage during(EffectivePeriod days) {
    return with(sequence, days);
  }

  /// The policy in another place.
  Coverage at(PayerSequence place) {
    return with(place, period);
  }

  private Coverage with(PayerSequence place, EffectivePeriod days) {
    return new Coverage(
        id,
        patientId,
        payerId,
        place,
        planName,
        memberId,
        groupNumber,
        relationship,
        subscriberName,
        subscriberBornOn,
        subscriberSex,
        subscriberAddress,
        propertyCasualtyClaimNumber,
        medicareSecond,
        days);
  }

  @Override
  public String toString() {
    return "Coverage[" + id + "]";
  }
}

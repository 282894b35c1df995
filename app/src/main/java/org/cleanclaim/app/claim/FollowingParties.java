package org.cleanclaim.app.claim;

import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a claim to a next payer says of patient, policy and payer, as they are registered now.
@Component
class FollowingParties {
  private final Organizations organizations;
  private final Patients patients;
  private final Encounters encounters;
  private final ChargedVisits charged;
  private final ClaimAuthorizations authorizations;

  FollowingParties(
      Organizations organizations,
      Patients patients,
      Encounters encounters,
      ChargedVisits charged,
      ClaimAuthorizations authorizations) {
    this.organizations = organizations;
    this.patients = patients;
    this.encounters = encounters;
    this.charged = charged;
    this.authorizations = authorizations;
  }

  /// @param made the claim itself; null when it does not exist yet
  FollowingSnapshot.Next of(
      ClaimControlNumber number,
      BilledClaim earlier,
      Coverage coverage,
      Payer payer,
      @Nullable ClaimId made) {
    var builder =
        new ClaimBuilder(
            organizations.current(),
            patients.get(earlier.patientId()),
            coverage,
            payer,
            encounters.get(earlier.encounterId()));
    return new FollowingSnapshot.Next(
        number,
        builder.subscriber(),
        builder.claimPatient(),
        new ClaimPayer(payer.name(), payer.electronicId(), null),
        authorizations.chosen(charged.of(earlier), payer, made),
        coverage.propertyCasualtyClaimNumber());
  }
}

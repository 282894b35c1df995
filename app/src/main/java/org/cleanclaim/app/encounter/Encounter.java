package org.cleanclaim.app.encounter;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.party.Provider;
import org.jspecify.annotations.Nullable;

/// One visit of one patient to one rendering provider.
///
/// @param visitNumber the practice's own number of the visit
/// @param setting OUTPATIENT, EMERGENCY or INPATIENT: decides which coding rules hold
public record Encounter(
    EncounterId id,
    UUID publicId,
    String visitNumber,
    PatientId patientId,
    Provider renderingProvider,
    String specialty,
    String setting,
    PlaceOfService placeOfService,
    LocalDate servedOn,
    @Nullable Accident accident,
    @Nullable String authorizationNumber) {
  @Override
  public String toString() {
    return "Encounter[" + visitNumber + "]";
  }
}

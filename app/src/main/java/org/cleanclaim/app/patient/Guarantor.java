package org.cleanclaim.app.patient;

import java.util.UUID;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.jspecify.annotations.Nullable;

/// Who answers for a patient's bill over a period, with their own address.
///
/// @param relationship of the guarantor to the patient
public record Guarantor(
    UUID publicId,
    PatientId patientId,
    PersonName name,
    GuarantorRelation relationship,
    Address address,
    @Nullable String phone,
    @Nullable String email,
    EffectivePeriod period) {
  @Override
  public String toString() {
    return "Guarantor[" + publicId + "]";
  }
}

package org.cleanclaim.app.patient;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A person who is treated.
///
/// @param accountNumber the practice's own number of the patient
/// @param guarantorName who answers for the bill, null when the patient does
public record Patient(
    PatientId id,
    UUID publicId,
    String accountNumber,
    PersonName name,
    LocalDate bornOn,
    Sex sex,
    Address address,
    @Nullable String phone,
    @Nullable String guarantorName) {
  @Override
  public String toString() {
    return "Patient[" + id + "]";
  }
}

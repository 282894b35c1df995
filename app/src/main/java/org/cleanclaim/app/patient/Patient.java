package org.cleanclaim.app.patient;

import java.time.LocalDate;
import java.util.UUID;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// A person who is treated.
///
/// @param accountNumber the practice's own number of the patient
/// @param guarantorName who answers for the bill, null when the patient does
/// @param ssnLast4 last four digits of the social security number, to tell people apart
/// @param primaryCare NPI of the patient's own physician
/// @param version counts the changes
public record Patient(
    PatientId id,
    UUID publicId,
    String accountNumber,
    PersonName name,
    LocalDate bornOn,
    Sex sex,
    Address address,
    @Nullable String phone,
    @Nullable String guarantorName,
    @Nullable String email,
    @Nullable String ssnLast4,
    @Nullable Npi primaryCare,
    int version) {
  @Override
  public String toString() {
    return "Patient[" + id + "]";
  }
}

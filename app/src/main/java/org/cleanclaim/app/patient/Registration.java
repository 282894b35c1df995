package org.cleanclaim.app.patient;

import java.time.LocalDate;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What the front desk enters about a patient. Fields as in [Patient].
public record Registration(
    String accountNumber,
    PersonName name,
    LocalDate bornOn,
    Sex sex,
    Address address,
    @Nullable String phone,
    @Nullable String guarantorName,
    @Nullable String email,
    @Nullable String ssnLast4,
    @Nullable Npi primaryCare) {

  /// One without mail address, social security number and own physician.
  public Registration(
      String accountNumber,
      PersonName name,
      LocalDate bornOn,
      Sex sex,
      Address address,
      @Nullable String phone,
      @Nullable String guarantorName) {
    this(accountNumber, name, bornOn, sex, address, phone, guarantorName, null, null, null);
  }

  /// What is on file about a patient.
  public static Registration of(Patient patient) {
    return new Registration(
        patient.accountNumber(),
        patient.name(),
        patient.bornOn(),
        patient.sex(),
        patient.address(),
        patient.phone(),
        patient.guarantorName(),
        patient.email(),
        patient.ssnLast4(),
        patient.primaryCare());
  }

  @Override
  public String toString() {
    return "Registration[" + accountNumber + "]";
  }
}

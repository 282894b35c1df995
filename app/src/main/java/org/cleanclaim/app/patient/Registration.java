package org.cleanclaim.app.patient;

import java.time.LocalDate;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What the front desk enters about a new patient.
public record Registration(
    String accountNumber,
    PersonName name,
    LocalDate bornOn,
    Sex sex,
    Address address,
    @Nullable String phone,
    @Nullable String guarantorName) {
  @Override
  public String toString() {
    return "Registration[" + accountNumber + "]";
  }
}

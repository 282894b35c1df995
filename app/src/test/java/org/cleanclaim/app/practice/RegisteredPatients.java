package org.cleanclaim.app.practice;

import java.time.LocalDate;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Patients of a practice and their policies.
public record RegisteredPatients(Practice practice) {

  /// A woman born in 1980.
  ///
  /// @param guarantor who answers for her; null for herself
  public Patient woman(String account, String last, String street, @Nullable String guarantor) {
    return practice.inside(() ->
        practice
            .server
            .bean(Patients.class)
            .register(
                new Registration(
                    account,
                    new PersonName(last, "Ada", null, null),
                    LocalDate.of(1980, 1, 1),
                    Sex.FEMALE,
                    new Address(street, null, "Marlow", "OH", "43215"),
                    "614-555-0101",
                    guarantor)));
  }

  /// A man born in 1956.
  public Patient oldMan(String account) {
    return practice.inside(() ->
        practice
            .server
            .bean(Patients.class)
            .register(
                new Registration(
                    account,
                    new PersonName("Story", "Sam", null, null),
                    LocalDate.of(1956, 2, 3),
                    Sex.MALE,
                    new Address("2 Main Street", null, "Marlow", "OH", "43215"),
                    null,
                    null)));
  }

  /// Gives a patient a policy of their own.
  ///
  /// @param payer its row
  public void cover(
      PatientId patient,
      long payer,
      PayerSequence sequence,
      String plan,
      String member,
      LocalDate from) {
    practice.inside(() ->
        practice
            .server
            .bean(Coverages.class)
            .add(
                new Coverage(
                    0,
                    patient,
                    payer,
                    sequence,
                    plan,
                    new MemberId(member),
                    null,
                    Relationship.SELF,
                    null,
                    null,
                    null,
                    null,
                    EffectivePeriod.from(from))));
  }
}

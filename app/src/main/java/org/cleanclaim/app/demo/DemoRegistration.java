package org.cleanclaim.app.demo;

import java.util.List;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.CoverageCorrections;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.demo.Scenario.CoverageEntry;
import org.cleanclaim.app.demo.Scenario.DeskPayment;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.TroubleKind;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.statement.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;
import org.springframework.stereotype.Component;

/// The front desk of the scenario: who comes, who insures them, what they pay at once.
@Component
class DemoRegistration {
  private final Patients patients;
  private final Coverages coverages;
  private final CoverageCorrections corrections;
  private final EligibilityDesk eligibility;
  private final Payers payers;
  private final Encounters encounters;
  private final PatientPayments patientPayments;

  DemoRegistration(
      Patients patients,
      Coverages coverages,
      CoverageCorrections corrections,
      EligibilityDesk eligibility,
      Payers payers,
      Encounters encounters,
      PatientPayments patientPayments) {
    this.patients = patients;
    this.coverages = coverages;
    this.corrections = corrections;
    this.eligibility = eligibility;
    this.payers = payers;
    this.encounters = encounters;
    this.patientPayments = patientPayments;
  }

  void register(Scenario scenario, EncounterEntry entry) {
    var person = person(scenario, entry);
    Patient patient = patient(person);
    var sequence = PayerSequence.PRIMARY;
    for (CoverageEntry coverage : person.coverages()) {
      addCoverage(patient.id(), coverage, sequence, scenario);
      sequence = PayerSequence.SECONDARY;
    }
    Encounter encounter = encounters.register(encounter(scenario, entry, patient.id()));
    if (entry.copay() != null) {
      pay(encounter, "C-" + entry.id(), entry.copay(), Purpose.COPAY, "card");
    }
    if (entry.payments() != null) {
      int number = 0;
      for (DeskPayment payment : entry.payments()) {
        pay(
            encounter,
            "D-" + entry.id() + "-" + ++number,
            payment.amount(),
            Purpose.valueOf(payment.purpose()),
            payment.method());
      }
    }
  }

  private void pay(
      Encounter encounter, String receipt, String amount, Purpose purpose, String method) {
    patientPayments.take(
        new PatientPayment(
            encounter.patientId().value(),
            encounter.id().value(),
            receipt,
            method,
            purpose,
            Money.of(amount),
            encounter.servedOn()));
  }

  private Patient patient(PatientEntry person) {
    return patients.register(
        new Registration(
            accountNumber(person.id()),
            new PersonName(person.last(), person.first(), person.middle(), null),
            person.bornOn(),
            Sex.valueOf(person.sex()),
            new Address(
                person.address().line1(),
                null,
                person.address().city(),
                person.address().state(),
                person.address().postalCode()),
            person.phone(),
            person.guarantor()));
  }

  private Coverage addCoverage(
      PatientId patientId, CoverageEntry entry, PayerSequence sequence, Scenario scenario) {
    var payer =
        payers.all().stream().filter(p -> p.slug().equals(entry.payer())).findFirst().orElseThrow();
    var plan =
        scenario.payers().stream()
            .filter(p -> p.slug().equals(entry.payer()))
            .flatMap(p -> p.plans().stream())
            .filter(p -> p.id().equals(entry.plan()))
            .findFirst()
            .orElseThrow();
    var subscriber = entry.subscriber();
    PartyName name = null;
    if (subscriber != null) {
      name =
          subscriber.organization() != null
              ? new OrganizationName(subscriber.organization())
              : new PersonName(
                  java.util.Objects.requireNonNull(subscriber.last()),
                  subscriber.first(),
                  null,
                  null);
    }
    return coverages.add(
        new Coverage(
            0,
            patientId,
            payer.id(),
            sequence,
            plan.name(),
            new MemberId(entry.registeredMemberId()),
            entry.groupNumber(),
            entry.relationship() == null
                ? Relationship.SELF
                : Relationship.valueOf(entry.relationship()),
            name,
            subscriber == null ? null : subscriber.bornOn(),
            subscriber == null || subscriber.sex() == null ? null : Sex.valueOf(subscriber.sex()),
            entry.casualtyLate() ? null : entry.casualtyNumber(),
            EffectivePeriod.from(entry.from())));
  }

  private static Encounter encounter(Scenario scenario, EncounterEntry entry, PatientId patientId) {
    var provider = scenario.provider(entry.provider());
    var trouble = entry.trouble();
    boolean isAccidentLate = trouble != null && trouble.kind() == TroubleKind.ACCIDENT;
    boolean isAuthorizationLate = trouble != null && trouble.kind() == TroubleKind.AUTHORIZATION;
    return new Encounter(
        new EncounterId(0),
        new java.util.UUID(0, 0),
        entry.id(),
        patientId,
        new Provider(
            ProviderRole.RENDERING,
            new PersonName(provider.last(), provider.first()),
            new Npi(provider.npi()),
            new Taxonomy(provider.taxonomy()),
            null,
            null,
            null,
            List.of()),
        provider.specialty(),
        entry.setting(),
        new PlaceOfService(entry.place()),
        entry.servedOn(),
        isAccidentLate ? null : accident(entry),
        isAuthorizationLate ? null : entry.authorizationNumber(),
        null,
        List.of());
  }

  static @org.jspecify.annotations.Nullable Accident accident(EncounterEntry entry) {
    var accident = entry.accident();
    return accident == null
        ? null
        : new Accident(accident.causes(), accident.happenedOn(), accident.state());
  }

  /// Where the payer has answered that a coverage is not active, the patient shows the new card.
  void replaceInactiveCoverage(Scenario scenario, EncounterEntry entry) {
    var person = person(scenario, entry);
    Patient patient = patient(person);
    for (CoverageEntry coverage : person.coverages()) {
      if (coverage.replacedBy() == null) continue;
      var current = coverages.primary(patient.id(), entry.servedOn()).orElseThrow();
      boolean isInactive =
          eligibility
              .latestAnswer(current.id())
              .filter(a -> a.status() == EligibilityAnswer.Status.INACTIVE)
              .isPresent();
      if (!isInactive) continue;
      corrections.end(
          current.id(),
          coverage.replacedBy().from(),
          "The payer answered that it ended; the patient has a new card");
      addCoverage(patient.id(), coverage.replacedBy(), PayerSequence.PRIMARY, scenario);
    }
  }

  static PatientEntry person(Scenario scenario, EncounterEntry entry) {
    return scenario.patients().stream()
        .filter(p -> p.id().equals(entry.patient()))
        .findFirst()
        .orElseThrow();
  }

  static String accountNumber(String id) {
    return "A" + id.substring(1);
  }
}

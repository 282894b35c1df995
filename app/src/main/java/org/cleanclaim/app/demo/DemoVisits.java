package org.cleanclaim.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.charge.CaptureResult;
import org.cleanclaim.app.charge.ChargeEntry;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.charge.TypedFacilityCharges;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartDecisions;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.FinalizeResult;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.demo.Scenario.ChargeLine;
import org.cleanclaim.app.demo.Scenario.CodeDecision;
import org.cleanclaim.app.demo.Scenario.CoverageEntry;
import org.cleanclaim.app.demo.Scenario.DeskPayment;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.demo.Scenario.PatientEntry;
import org.cleanclaim.app.demo.Scenario.Rejection;
import org.cleanclaim.app.demo.Scenario.StayEntry;
import org.cleanclaim.app.demo.Scenario.Trouble;
import org.cleanclaim.app.demo.Scenario.TroubleKind;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedBillCodes;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Accident;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
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

/// The visits of the scenario, from registration to the claim, with the scripted coder's decisions
/// and the biller's fixes.
@Component
class DemoVisits {
  private final Patients patients;
  private final Coverages coverages;
  private final EligibilityDesk eligibility;
  private final Payers payers;
  private final Encounters encounters;
  private final Charts charts;
  private final ChartDecisions decisions;
  private final ChartCodes chartCodes;
  private final ChartFinalizing finalizing;
  private final Charges charges;
  private final HospitalStays stays;
  private final FacilityCharges facilityCharges;
  private final Claims claims;
  private final PatientPayments patientPayments;

  DemoVisits(
      Patients patients,
      Coverages coverages,
      EligibilityDesk eligibility,
      Payers payers,
      Encounters encounters,
      Charts charts,
      ChartDecisions decisions,
      ChartCodes chartCodes,
      ChartFinalizing finalizing,
      Charges charges,
      HospitalStays stays,
      FacilityCharges facilityCharges,
      Claims claims,
      PatientPayments patientPayments) {
    this.patients = patients;
    this.coverages = coverages;
    this.eligibility = eligibility;
    this.payers = payers;
    this.encounters = encounters;
    this.charts = charts;
    this.decisions = decisions;
    this.chartCodes = chartCodes;
    this.finalizing = finalizing;
    this.charges = charges;
    this.stays = stays;
    this.facilityCharges = facilityCharges;
    this.claims = claims;
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
        isAuthorizationLate ? null : entry.authorizationNumber());
  }

  private static @org.jspecify.annotations.Nullable Accident accident(EncounterEntry entry) {
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
      coverages.end(
          current.id(),
          coverage.replacedBy().from(),
          "The payer answered that it ended; the patient has a new card");
      addCoverage(patient.id(), coverage.replacedBy(), PayerSequence.PRIMARY, scenario);
    }
  }

  void document(EncounterEntry entry) {
    encounters.document(find(entry).id(), "Visit note", Scenario.text(entry.note()));
  }

  /// The scripted coder: accepts what was suggested, adds the rest with the words that support it,
  /// and rejects what is left.
  void code(EncounterEntry entry) {
    var id = find(entry).id();
    for (CodeDecision decision : entry.codes()) {
      if (decisions.accept(id, CodeSystem.ICD10CM, decision.code())) continue;
      if (decision.words() == null) {
        chartCodes.addWithReason(
            id, CodeSystem.ICD10CM, decision.code(), String.valueOf(decision.reason()));
      } else if (!chartCodes.addWithEvidence(
          id, CodeSystem.ICD10CM, decision.code(), decision.words())) {
        throw new IllegalStateException(
            entry.id() + ": the note does not say: " + decision.words());
      }
    }
    for (var suggestion : charts.get(id).suggestions()) {
      if (suggestion.decision() != null) continue;
      String reason =
          entry.rejections().stream()
              .filter(r -> r.code().equals(suggestion.code()))
              .map(Rejection::reason)
              .findFirst()
              .orElse("Not a diagnosis of this visit");
      decisions.reject(id, suggestion.system(), suggestion.code(), reason);
    }
    for (CodeDecision decision : entry.codes()) {
      if (decision.presentOnAdmission() == null) continue;
      chartCodes.presentOnAdmission(
          id, new Icd10Cm(decision.code()), decision.presentOnAdmission());
    }
    chartCodes.sequence(id, entry.codes().stream().map(CodeDecision::code).toList());
    if (finalizing.finalizeCodes(id) instanceof FinalizeResult.Stopped stopped) {
      throw new IllegalStateException(entry.id() + " cannot be finalized: " + stopped.findings());
    }
  }

  void bill(EncounterEntry entry) {
    var id = find(entry).id();
    if (entry.stay() == null) captureCharges(id, entry);
    else enterStay(id, entry.servedOn(), entry.stay());
    if (claims.bill(id) instanceof CreateResult.NotBillable notBillable) {
      throw new IllegalStateException(entry.id() + ": " + notBillable.message());
    }
  }

  private void enterStay(EncounterId id, LocalDate admittedOn, StayEntry stay) {
    stays.enter(
        new HospitalStay(
            id,
            stay.billType(),
            admittedOn,
            stay.through(),
            admittedOn,
            stay.admissionHour(),
            stay.through(),
            stay.dischargeHour(),
            stay.admissionType(),
            stay.admissionSource(),
            stay.patientStatus(),
            TypedBillCodes.read(String.join("\n", stay.codes()))));
    facilityCharges.capture(id, TypedFacilityCharges.read(String.join("\n", stay.charges())));
  }

  private void captureCharges(EncounterId id, EncounterEntry entry) {
    var first = entry.firstCharges() == null ? entry.charges() : entry.firstCharges();
    var captured = charges.capture(id, first.stream().map(DemoVisits::charge).toList());
    if (captured instanceof CaptureResult.NotPriced notPriced) {
      throw new IllegalStateException(entry.id() + ": " + notPriced.message());
    }
  }

  /// The biller's morning: mends what was held or rejected on earlier days.
  void mend(Scenario scenario, LocalDate today) {
    for (EncounterEntry entry : scenario.encounters()) {
      if (!entry.codedOn().isBefore(today)) continue;
      Optional<BilledClaim> claim = claims.ofEncounter(find(entry).id());
      if (claim.isEmpty()) continue;
      var status = claim.get().status();
      var coverage = person(scenario, entry).coverages().getFirst();
      if (status == ClaimStatus.REJECTED && coverage.rejectedMemberId() != null) {
        coverages.correctMemberId(
            claim.get().coverageId(),
            new MemberId(coverage.memberId()),
            "Two digits were exchanged");
        claims.rebuild(claim.get().id(), "Member id corrected after the payer's rejection");
      } else if (status == ClaimStatus.HELD && entry.trouble() != null) {
        mend(entry, entry.trouble(), claim.get(), coverage);
      } else if (status == ClaimStatus.HELD) {
        // Held for something another visit's fix has mended meanwhile.
        claims.rebuild(claim.get().id(), "Registration was corrected");
      }
    }
  }

  private void mend(
      EncounterEntry entry, Trouble trouble, BilledClaim claim, CoverageEntry coverage) {
    var encounterId = claim.encounterId();
    switch (trouble.kind()) {
      case MEMBER_ID ->
          coverages.correctMemberId(
              claim.coverageId(), new MemberId(coverage.memberId()), trouble.reason());
      case ACCIDENT -> {
        encounters.correctAccident(
            encounterId, java.util.Objects.requireNonNull(accident(entry)), trouble.reason());
        coverages.correctCasualtyNumber(
            claim.coverageId(),
            java.util.Objects.requireNonNull(coverage.casualtyNumber()),
            trouble.reason());
      }
      case AUTHORIZATION ->
          encounters.authorize(
              encounterId,
              java.util.Objects.requireNonNull(entry.authorizationNumber()),
              trouble.reason());
      case SIDE, UNITS, MODIFIER_25 -> correctCharges(entry, trouble, encounterId);
    }
    claims.rebuild(claim.id(), trouble.reason());
  }

  private void correctCharges(EncounterEntry entry, Trouble trouble, EncounterId encounterId) {
    var first = java.util.Objects.requireNonNull(entry.firstCharges());
    for (int i = 0; i < first.size(); i++) {
      if (!first.get(i).equals(entry.charges().get(i))) {
        charges.correct(encounterId, i + 1, charge(entry.charges().get(i)), trouble.reason());
      }
    }
  }

  static ChargeEntry charge(ChargeLine line) {
    return new ChargeEntry(
        new ProcedureCode(line.code()),
        line.modifiers().stream().map(Modifier::new).toList(),
        new BigDecimal(line.units()),
        line.diagnoses().stream().map(Icd10Cm::new).toList());
  }

  Encounter find(EncounterEntry entry) {
    return encounters.numbered(entry.id()).orElseThrow();
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

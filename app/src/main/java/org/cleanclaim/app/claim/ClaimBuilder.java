package org.cleanclaim.app.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.charge.Charge;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.Formalities;
import org.cleanclaim.kernel.claim.LineMarks;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.CliaNumber;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// Freezes a professional claim from what is registered: nothing of the result changes when its
/// sources do.
final class ClaimBuilder {
  private final Organization practice;
  private final Patient patient;
  private final Coverage coverage;
  private final Payer payer;
  private final Encounter encounter;

  ClaimBuilder(
      Organization practice, Patient patient, Coverage coverage, Payer payer, Encounter encounter) {
    this.practice = practice;
    this.patient = patient;
    this.coverage = coverage;
    this.payer = payer;
    this.encounter = encounter;
  }

  /// A charge as a line of the claim.
  ///
  /// @param visit the visit that it belongs to, which may be another than the claim's first
  record Service(int line, Encounter visit, Charge charge) {}

  /// @param certificate of the laboratory, where a service needs one
  Claim build(
      ClaimDrafts.Heading heading,
      List<Icd10Cm> diagnoses,
      List<Service> services,
      List<OtherCoverage> others,
      Optional<CliaNumber> certificate) {
    return new Claim(
        ClaimType.PROFESSIONAL,
        heading.number(),
        heading.frequency(),
        heading.payerNumber(),
        billingProvider(),
        subscriber(),
        claimPatient(),
        new ClaimPayer(payer.name(), payer.electronicId(), null),
        Money.sum(services.stream().map(s -> s.charge().amount()).toList()),
        encounter.placeOfService(),
        null,
        true,
        true,
        "Y",
        true,
        encounter.accident(),
        null,
        null,
        null,
        heading.patientPaid(),
        heading.numbers().authorization(),
        heading.numbers().referral(),
        coverage.propertyCasualtyClaimNumber(),
        certificate.map(CliaNumber::value).orElse(null),
        null,
        diagnoses.stream().map(Diagnosis::of).toList(),
        providers(),
        others,
        List.of(),
        services.stream().map(s -> line(heading.number(), s, diagnoses)).toList(),
        null,
        List.of(),
        Particulars.NONE,
        Formalities.NONE);
  }

  /// The policy as another payer sees it that has to know of it and of no decision (loop 2320).
  OtherCoverage asOther() {
    return new OtherCoverage(
        subscriber(),
        coverage.relationship(),
        new ClaimPayer(payer.name(), payer.electronicId(), null),
        null,
        null,
        null,
        List.of(),
        true,
        "Y",
        List.of(),
        List.of(),
        Particulars.NONE);
  }

  private Provider billingProvider() {
    return new Provider(
        ProviderRole.BILLING,
        new OrganizationName(practice.name()),
        practice.npi(),
        practice.taxonomy(),
        practice.taxId(),
        practice.address(),
        new Contact("Billing office", practice.phone(), null),
        List.of());
  }

  Subscriber subscriber() {
    PartyName name = coverage.subscriberName() == null ? patient.name() : coverage.subscriberName();
    boolean isSelf = coverage.relationship() == Relationship.SELF;
    var sex = coverage.subscriberSex() == null ? Sex.UNKNOWN : coverage.subscriberSex();
    return new Subscriber(
        name,
        coverage.memberId(),
        isSelf ? patient.bornOn() : coverage.subscriberBornOn(),
        isSelf ? patient.sex() : sex,
        coverage.subscriberAddress() == null ? patient.address() : coverage.subscriberAddress(),
        coverage.sequence(),
        payer.filing(),
        coverage.groupNumber(),
        coverage.groupNumber() == null ? coverage.planName() : null,
        coverage.medicareSecond() == null ? null : coverage.medicareSecond().code(),
        List.of());
  }

  ClaimPatient claimPatient() {
    return new ClaimPatient(
        patient.name(),
        patient.bornOn(),
        patient.sex(),
        patient.address(),
        coverage.relationship());
  }

  private ServiceLine line(
      ClaimControlNumber controlNumber, Service service, List<Icd10Cm> diagnoses) {
    var charge = service.charge();
    return new ServiceLine(
        service.line(),
        controlNumber + "L" + service.line(),
        charge.procedure(),
        charge.modifiers(),
        null,
        charge.amount(),
        charge.units(),
        "UN",
        charge.diagnoses().stream()
            .map(d -> diagnoses.indexOf(d) + 1)
            .filter(position -> position > 0)
            .limit(4) // a line points to four diagnoses at most (SV107)
            .toList(),
        null,
        charge.servedOn(),
        charge.servedOn(),
        charge.drug(),
        null,
        null,
        providers(service),
        List.of(),
        null,
        Particulars.NONE,
        LineMarks.NONE);
  }

  // In the order of the loops 2310A, 2310B and 2310D.
  private List<Provider> providers() {
    return Stream.of(
            encounter.provider(ProviderRole.REFERRING),
            Optional.of(encounter.renderingProvider()),
            encounter.provider(ProviderRole.SUPERVISING))
        .flatMap(Optional::stream)
        .toList();
  }

  // A line says who rendered, supervised and referred where that is not who the claim names (loops
  // 2420A, 2420D, 2420F). Who ordered it has a place on lines only (2420E).
  private List<Provider> providers(Service service) {
    var visit = service.visit();
    return Stream.of(
            Optional.of(visit.renderingProvider()).filter(this::isAnother),
            visit.provider(ProviderRole.SUPERVISING).filter(this::isAnother),
            visit.provider(ProviderRole.ORDERING),
            visit.provider(ProviderRole.REFERRING).filter(this::isAnother))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean isAnother(Provider provider) {
    return providers().stream()
        .noneMatch(p -> p.role() == provider.role() && Objects.equals(p.npi(), provider.npi()));
  }
}

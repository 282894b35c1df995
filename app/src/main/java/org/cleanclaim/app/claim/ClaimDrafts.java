package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.charge.Charges;
import org.cleanclaim.app.charge.FacilityCharge;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.laboratory.CertifiedTests;
import org.cleanclaim.app.laboratory.CliaCertificates;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.CliaNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Claims as they would be frozen now from what is registered.
@Component
class ClaimDrafts {

  /// What the payer has to find on a claim beside its services.
  ///
  /// @param payerNumber the payer's number of the claim that it is about; null for an original
  /// @param patientPaid what the patient has paid for its visits; null for nothing
  record Heading(
      ClaimControlNumber number,
      ClaimFrequency frequency,
      @Nullable String payerNumber,
      ClaimAuthorizations.Numbers numbers,
      @Nullable Money patientPaid) {}

  private final Organizations organizations;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final Charts charts;
  private final Charges charges;
  private final FacilityCharges facility;
  private final HospitalStays stays;
  private final CliaCertificates certificates;
  private final StayDrg drg;

  ClaimDrafts(
      Organizations organizations,
      Patients patients,
      Coverages coverages,
      Payers payers,
      Charts charts,
      Charges charges,
      FacilityCharges facility,
      HospitalStays stays,
      CliaCertificates certificates,
      StayDrg drg) {
    this.organizations = organizations;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.charts = charts;
    this.charges = charges;
    this.facility = facility;
    this.stays = stays;
    this.certificates = certificates;
    this.drg = drg;
  }

  /// @param lines of one visit or of several, the lead's first
  /// @param sources where each line of the claim comes from, its numbers among them
  /// @param isPart whether some charges of the visit are on another claim
  Claim of(
      List<BillableLine> lines,
      List<ClaimSource> sources,
      boolean isPart,
      Coverage coverage,
      Payer payer,
      Heading heading) {
    var lead = lines.getFirst().visit();
    var services = services(lines, sources);
    var common =
        new ClaimBuilder(
                organizations.current(), patients.get(lead.patientId()), coverage, payer, lead)
            .build(
                heading, diagnoses(lines), services, others(lead, coverage), certificate(services));
    return stays
        .find(lead.id())
        .map(stay -> institutional(common, lead, isPart ? narrowed(stay, lines) : stay, sources))
        .orElse(common);
  }

  // A claim has room for one; it is the one of its first test.
  private Optional<CliaNumber> certificate(List<ClaimBuilder.Service> services) {
    return services.stream()
        .map(ClaimBuilder.Service::charge)
        .filter(c -> CertifiedTests.include(c.procedure(), c.modifiers()))
        .findFirst()
        .flatMap(test -> certificates.on(test.servedOn()));
  }

  private List<Icd10Cm> diagnoses(List<BillableLine> lines) {
    var all = new LinkedHashSet<Icd10Cm>();
    for (BillableLine line : lines) all.addAll(charts.diagnoses(line.visit().id()));
    return List.copyOf(all);
  }

  private List<ClaimBuilder.Service> services(List<BillableLine> lines, List<ClaimSource> sources) {
    var services = new ArrayList<ClaimBuilder.Service>();
    for (Encounter visit : lines.stream().map(BillableLine::visit).distinct().toList()) {
      var own = charges.ofEncounter(visit.id());
      for (ClaimSource source : sources) {
        if (!source.encounter().equals(visit.id())) continue;
        own.stream()
            .filter(c -> c.line() == source.chargeLine())
            .forEach(c -> services.add(new ClaimBuilder.Service(source.line(), visit, c)));
      }
    }
    services.sort(Comparator.comparingInt(ClaimBuilder.Service::line));
    return services;
  }

  private Claim institutional(
      Claim common, Encounter visit, HospitalStay stay, List<ClaimSource> sources) {
    var own = facility.ofEncounter(stay.encounterId());
    var billed = new ArrayList<FacilityCharge>();
    for (ClaimSource source : sources) {
      own.stream()
          .filter(c -> c.line() == source.chargeLine())
          .forEach(c -> billed.add(c.onLine(source.line())));
    }
    var claim =
        MedicareSecond.said(
            new InstitutionalBuilder(visit, stay, charts.get(stay.encounterId()).codes(), billed)
                .build(common));
    boolean isGrouped = stay.isInpatient() && stay.dischargedOn() != null;
    return isGrouped
        ? drg.of(claim, Objects.requireNonNull(stay.dischargedOn()))
            .map(code -> ClaimCopies.informationCode(claim, code))
            .orElse(claim)
        : claim;
  }

  // A part of an outpatient's bill covers the days of its own services.
  private HospitalStay narrowed(HospitalStay stay, List<BillableLine> lines) {
    if (stay.isInpatient()) return stay;
    var wanted = lines.stream().map(BillableLine::chargeLine).toList();
    var own =
        facility.ofEncounter(stay.encounterId()).stream()
            .filter(c -> wanted.contains(c.line()))
            .toList();
    return new HospitalStay(
        stay.encounterId(),
        stay.billType(),
        own.stream().map(FacilityCharge::servedFrom).min(Comparator.naturalOrder()).orElseThrow(),
        own.stream()
            .map(FacilityCharge::servedThrough)
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        stay.admittedOn(),
        stay.admissionHour(),
        stay.dischargedOn(),
        stay.dischargeHour(),
        stay.admissionType(),
        stay.admissionSource(),
        stay.patientStatus(),
        stay.codes());
  }

  // The patient's further policies of the day, which each payer has to know of.
  private List<OtherCoverage> others(Encounter encounter, Coverage coverage) {
    var others = new ArrayList<OtherCoverage>();
    for (var next = coverages.next(coverage, encounter.servedOn());
        next.isPresent();
        next = coverages.next(next.get(), encounter.servedOn())) {
      others.add(
          new ClaimBuilder(
                  organizations.current(),
                  patients.get(encounter.patientId()),
                  next.get(),
                  payers.get(next.get().payerId()),
                  encounter)
              .asOther());
    }
    return others;
  }
}

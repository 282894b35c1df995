package org.cleanclaim.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.cleanclaim.app.coverage.CoverageCorrections;
import org.cleanclaim.app.demo.Scenario.ChargeLine;
import org.cleanclaim.app.demo.Scenario.CodeDecision;
import org.cleanclaim.app.demo.Scenario.CoverageEntry;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.demo.Scenario.Rejection;
import org.cleanclaim.app.demo.Scenario.StayEntry;
import org.cleanclaim.app.demo.Scenario.Trouble;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedBillCodes;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.springframework.stereotype.Component;

/// The visits of the scenario, from the note to the claim, with the scripted coder's decisions and
/// the biller's fixes.
@Component
class DemoVisits {
  private final CoverageCorrections corrections;
  private final Encounters encounters;
  private final Charts charts;
  private final ChartDecisions decisions;
  private final ChartCodes chartCodes;
  private final ChartFinalizing finalizing;
  private final Charges charges;
  private final HospitalStays stays;
  private final FacilityCharges facilityCharges;
  private final Claims claims;

  DemoVisits(
      CoverageCorrections corrections,
      Encounters encounters,
      Charts charts,
      ChartDecisions decisions,
      ChartCodes chartCodes,
      ChartFinalizing finalizing,
      Charges charges,
      HospitalStays stays,
      FacilityCharges facilityCharges,
      Claims claims) {
    this.corrections = corrections;
    this.encounters = encounters;
    this.charts = charts;
    this.decisions = decisions;
    this.chartCodes = chartCodes;
    this.finalizing = finalizing;
    this.charges = charges;
    this.stays = stays;
    this.facilityCharges = facilityCharges;
    this.claims = claims;
  }

  void document(EncounterEntry entry) {
    encounters.document(find(entry).id(), "Visit note", ScenarioFiles.text(entry.note()));
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
      var coverage = DemoRegistration.person(scenario, entry).coverages().getFirst();
      if (status == ClaimStatus.REJECTED && coverage.rejectedMemberId() != null) {
        corrections.correctMemberId(
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
          corrections.correctMemberId(
              claim.coverageId(), new MemberId(coverage.memberId()), trouble.reason());
      case ACCIDENT -> {
        encounters.correctAccident(
            encounterId,
            java.util.Objects.requireNonNull(DemoRegistration.accident(entry)),
            trouble.reason());
        corrections.correctCasualtyNumber(
            claim.coverageId(),
            java.util.Objects.requireNonNull(coverage.casualtyNumber()),
            trouble.reason());
      }
      case AUTHORIZATION ->
          encounters.correctNumbers(
              encounterId,
              java.util.Objects.requireNonNull(entry.authorizationNumber()),
              null,
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
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.charge.FacilityCharge;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.charge.TypedFacilityCharges;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedBillCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Visits that a hospital bills: the stay, its charges, the claim.
@RestController
@RequestMapping("/api/v1/encounters/{id}")
class HospitalResources {

  /// A stay as it is entered.
  ///
  /// @param codes one a line: `occurrence 11 2026-03-01`, `value 80 3.00`, `condition 02`
  record StayBody(
      @Nullable String billType,
      @Nullable LocalDate servedFrom,
      @Nullable LocalDate servedThrough,
      @Nullable LocalDate admittedOn,
      @Nullable String admissionHour,
      @Nullable LocalDate dischargedOn,
      @Nullable String dischargeHour,
      @Nullable String admissionType,
      @Nullable String admissionSource,
      @Nullable String patientStatus,
      @Nullable String codes) {}

  /// Charges as they are entered.
  ///
  /// @param lines one a line: `0120 - 3 3600.00 2026-03-01 2026-03-03`
  record ChargesBody(@Nullable String lines) {}

  /// A corrected or late line.
  record CorrectedBody(@Nullable String line, @Nullable String reason) {}

  /// A stay with its charges.
  record StayResource(@Nullable HospitalStay stay, List<FacilityCharge> charges) {}

  /// What billing came to.
  ///
  /// @param claim null when the patient pays alone
  /// @param further the other parts, where one claim cannot carry all charges
  record Billed(
      @Nullable UUID claim, @Nullable String controlNumber, String status, List<UUID> further) {}

  private final Encounters encounters;
  private final HospitalStays stays;
  private final FacilityCharges charges;
  private final Claims claims;

  HospitalResources(
      Encounters encounters, HospitalStays stays, FacilityCharges charges, Claims claims) {
    this.encounters = encounters;
    this.stays = stays;
    this.charges = charges;
    this.claims = claims;
  }

  private Encounter encounter(UUID id) {
    return encounters.find(id).orElseThrow();
  }

  @GetMapping("/stay")
  StayResource stay(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var encounter = encounter(id).id();
    return new StayResource(stays.find(encounter).orElse(null), charges.ofEncounter(encounter));
  }

  /// Enters the stay or changes it.
  @PutMapping("/stay")
  StayResource enter(@PathVariable UUID id, @RequestBody StayBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var encounter = encounter(id);
    var from = body.servedFrom() == null ? encounter.servedOn() : body.servedFrom();
    stays.enter(
        new HospitalStay(
            encounter.id(),
            BodyFields.text(body.billType()),
            from,
            body.servedThrough() == null ? from : body.servedThrough(),
            body.admittedOn(),
            body.admissionHour(),
            body.dischargedOn(),
            body.dischargeHour(),
            body.admissionType(),
            body.admissionSource(),
            body.patientStatus(),
            TypedBillCodes.read(BodyFields.text(body.codes()))));
    return stay(id);
  }

  @PostMapping("/facility-charges")
  StayResource capture(@PathVariable UUID id, @RequestBody ChargesBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    charges.capture(encounter(id).id(), TypedFacilityCharges.read(BodyFields.text(body.lines())));
    return stay(id);
  }

  /// Adds a line that comes late.
  @PostMapping("/late-facility-charges")
  StayResource late(@PathVariable UUID id, @RequestBody CorrectedBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var typed = TypedFacilityCharges.read(BodyFields.text(body.line()));
    if (typed.size() != 1) throw new BadInput("line has to be one line.");
    charges.add(encounter(id).id(), typed.getFirst(), BodyFields.text(body.reason()));
    return stay(id);
  }

  /// Replaces one line.
  @PutMapping("/facility-charges/{line}")
  StayResource correct(
      @PathVariable UUID id, @PathVariable int line, @RequestBody CorrectedBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var typed = TypedFacilityCharges.read(BodyFields.text(body.line()));
    if (typed.size() != 1) throw new BadInput("line has to be one line.");
    charges.correct(encounter(id).id(), line, typed.getFirst(), BodyFields.text(body.reason()));
    return stay(id);
  }

  /// Makes the claim of the visit, once.
  @PostMapping("/claim")
  Billed bill(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return switch (claims.bill(encounter(id).id())) {
      case CreateResult.Created made -> {
        var claim = made.claim();
        yield new Billed(
            claim.publicId(),
            claim.controlNumber(),
            claim.status().name(),
            made.further().stream().map(BilledClaim::publicId).toList());
      }
      case CreateResult.SelfPay _ -> new Billed(null, null, "SELF_PAY", List.of());
      case CreateResult.NotBillable(String message) -> throw new IllegalStateException(message);
    };
  }
}

package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.charge.FacilityCharges;
import org.cleanclaim.app.charge.TypedFacilityCharges;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStay;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedBillCodes;
import org.cleanclaim.app.patient.Patients;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which a hospital bill is entered: the stay, its charges, and the claim from them.
@Controller
@RequestMapping("/encounters/{id}/hospital-bill")
class HospitalBillPages {
  private final Pages pages;
  private final Encounters encounters;
  private final Patients patients;
  private final HospitalStays stays;
  private final FacilityCharges charges;
  private final Claims claims;
  private final AuditTrail audit;

  HospitalBillPages(
      Pages pages,
      Encounters encounters,
      Patients patients,
      HospitalStays stays,
      FacilityCharges charges,
      Claims claims,
      AuditTrail audit) {
    this.pages = pages;
    this.encounters = encounters;
    this.patients = patients;
    this.stays = stays;
    this.charges = charges;
    this.claims = claims;
    this.audit = audit;
  }

  @GetMapping
  ResponseEntity<String> bill(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var encounter = encounters.find(id).orElseThrow();
    audit.read("hospital bill", encounter.visitNumber(), encounter.patientId().value());
    var stay = stays.find(encounter.id());
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", encounter);
    values.put("patient", patients.get(encounter.patientId()));
    values.put("stay", stay.orElseGet(() -> blank(encounter)));
    values.put("isEntered", stay.isPresent());
    values.put("codes", stay.map(s -> TypedBillCodes.written(s.codes())).orElse(""));
    values.put("charges", charges.ofEncounter(encounter.id()));
    values.put("claims", claims.ofVisit(encounter.id()));
    return pages.page(
        request,
        "claims",
        "Hospital bill of " + encounter.visitNumber(),
        "claim/hospital-bill.jte",
        values);
  }

  private static HospitalStay blank(Encounter encounter) {
    boolean isInpatient = encounter.setting().equals("INPATIENT");
    return new HospitalStay(
        encounter.id(),
        isInpatient ? "11" : "13",
        encounter.servedOn(),
        encounter.servedOn(),
        isInpatient ? encounter.servedOn() : null,
        null,
        null,
        null,
        null,
        null,
        null,
        java.util.List.of());
  }

  @PostMapping("/stay")
  ResponseEntity<String> enter(
      @PathVariable UUID id,
      @RequestParam String billType,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate servedFrom,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate servedThrough,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate admittedOn,
      @RequestParam(defaultValue = "") String admissionHour,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate dischargedOn,
      @RequestParam(defaultValue = "") String dischargeHour,
      @RequestParam(defaultValue = "") String admissionType,
      @RequestParam(defaultValue = "") String admissionSource,
      @RequestParam(defaultValue = "") String patientStatus,
      @RequestParam(defaultValue = "") String codes) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    stays.enter(
        new HospitalStay(
            encounters.find(id).orElseThrow().id(),
            billType.strip(),
            servedFrom,
            servedThrough,
            admittedOn,
            blankToNull(admissionHour),
            dischargedOn,
            blankToNull(dischargeHour),
            blankToNull(admissionType),
            blankToNull(admissionSource),
            blankToNull(patientStatus),
            TypedBillCodes.read(codes)));
    return to("/encounters/" + id + "/hospital-bill");
  }

  @PostMapping("/charges")
  ResponseEntity<String> capture(@PathVariable UUID id, @RequestParam String lines) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    charges.capture(encounters.find(id).orElseThrow().id(), TypedFacilityCharges.read(lines));
    return to("/encounters/" + id + "/hospital-bill");
  }

  /// Adds a line that comes late.
  @PostMapping("/late-charges")
  ResponseEntity<String> late(
      @PathVariable UUID id,
      @RequestParam String line,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var typed = TypedFacilityCharges.read(line);
    if (typed.size() != 1) throw new IllegalStateException("Type one late charge, in one line.");
    charges.add(encounters.find(id).orElseThrow().id(), typed.getFirst(), reason);
    return to("/encounters/" + id + "/hospital-bill");
  }

  @PostMapping("/claim")
  ResponseEntity<String> claim(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    return switch (claims.bill(encounters.find(id).orElseThrow().id())) {
      case CreateResult.Created made -> to("/claims/" + made.claim().publicId());
      case CreateResult.SelfPay _ -> to("/encounters/" + id + "/hospital-bill");
      case CreateResult.NotBillable(String message) -> throw new IllegalStateException(message);
    };
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}

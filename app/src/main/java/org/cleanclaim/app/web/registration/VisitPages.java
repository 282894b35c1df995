package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.TypedVisit;
import org.cleanclaim.app.encounter.VisitProviders;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.app.worklist.VisitList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The visits of days, and registering one.
@Controller
class VisitPages {
  private static final int DAYS_BACK = 7;

  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final VisitList list;
  private final Encounters encounters;
  private final VisitProviders providers;
  private final Patients patients;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  VisitPages(
      Pages pages,
      VisitList list,
      Encounters encounters,
      VisitProviders providers,
      Patients patients,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.list = list;
    this.encounters = encounters;
    this.providers = providers;
    this.patients = patients;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/visits")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String undocumented,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    LocalDate last = day(through, checks.today());
    var filter =
        new VisitList.Filter(
            day(from, last.minusDays(DAYS_BACK - 1L)), last, q, !undocumented.isEmpty());
    audit.record("listed", "visits", "page", null, null);
    return pages.page(
        request,
        "patients",
        "Visits",
        "registration/visits.jte",
        Map.of("page", list.of(filter, page), "filter", filter));
  }

  @GetMapping("/visits/new")
  ResponseEntity<String> blank(
      HttpServletRequest request, @RequestParam(required = false) @Nullable UUID patient) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    String account = patient == null ? "" : patients.find(patient).orElseThrow().accountNumber();
    return form(
        request,
        HttpStatus.OK,
        TypedVisit.blank(account, checks.today()),
        Map.of(),
        Optional.empty());
  }

  @PostMapping("/visits/check")
  ResponseEntity<String> check(@ModelAttribute TypedVisit typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return PagePart.of(
        switch (read(typed)) {
          case TypedVisit.Read.Faulty(var faults) -> new Checked(faults);
          case TypedVisit.Read.Whole w -> new Checked(Map.of());
        });
  }

  /// @param despite given when a second visit of the day to the same provider is meant
  @PostMapping("/visits")
  ResponseEntity<String> register(
      HttpServletRequest request,
      @ModelAttribute TypedVisit typed,
      @RequestParam(defaultValue = "") String despite) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return switch (read(typed)) {
      case TypedVisit.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, faults, Optional.empty());
      case TypedVisit.Read.Whole(var visit) -> {
        boolean isTaken =
            !visit.visitNumber().isEmpty() && encounters.numbered(visit.visitNumber()).isPresent();
        if (isTaken) {
          var taken = "This number is taken. Leave it empty to be given the next.";
          yield form(
              request, HttpStatus.CONFLICT, typed, Map.of("visitNumber", taken), Optional.empty());
        }
        var same = despite.isEmpty() ? sameDay(visit) : Optional.<Encounter>empty();
        yield same.isPresent()
            ? form(request, HttpStatus.CONFLICT, typed, Map.of(), same)
            : to("/visits/" + encounters.register(visit).publicId());
      }
    };
  }

  /// A visit of the patient to the same provider on the same day.
  private Optional<Encounter> sameDay(Encounter visit) {
    return encounters.ofPatient(visit.patientId()).stream()
        .filter(e -> e.servedOn().equals(visit.servedOn()))
        .filter(e -> Objects.equals(e.renderingProvider().npi(), visit.renderingProvider().npi()))
        .findFirst();
  }

  private TypedVisit.Read read(TypedVisit typed) {
    Optional<Patient> patient =
        patients.numbered(typed.account() == null ? "" : typed.account().strip());
    return typed.read(patient, providers.all(), checks.today());
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      TypedVisit typed,
      Map<String, String> faults,
      Optional<Encounter> same) {
    var values = new LinkedHashMap<String, Object>();
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("same", same);
    values.put("providers", providers.all());
    return pages.page(
        request, status, "patients", "Register a visit", "registration/visit-form.jte", values);
  }

  /// A day that nobody can read counts as none.
  private static LocalDate day(String text, LocalDate otherwise) {
    try {
      return text.isBlank() ? otherwise : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}

package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EstimatesGiven;
import org.cleanclaim.app.coverage.ExpectedPatients;
import org.cleanclaim.app.coverage.ExpectedPatients.Expected;
import org.cleanclaim.app.coverage.ExpectedPatients.Standing;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.encounter.TypedAppointment;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who is expected and how well their coverage is known; booking a day and taking it back.
@Controller
class AppointmentPages {
  private static final int DAYS_AHEAD = 7;

  /// What the page asks for while somebody types.
  record Checked(Map<String, String> faults) {}

  /// What is to be listed, as typed; empty is everything.
  record Filter(
      @Nullable String from,
      @Nullable String through,
      @Nullable String q,
      @Nullable String standing,
      @Nullable UUID patient,
      @Nullable Integer page) {}

  private final Pages pages;
  private final ExpectedPatients expected;
  private final Appointments appointments;
  private final EstimatesGiven estimates;
  private final Patients patients;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  AppointmentPages(
      Pages pages,
      ExpectedPatients expected,
      Appointments appointments,
      EstimatesGiven estimates,
      Patients patients,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.pages = pages;
    this.expected = expected;
    this.appointments = appointments;
    this.estimates = estimates;
    this.patients = patients;
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/appointments")
  ResponseEntity<String> list(HttpServletRequest request, @ModelAttribute Filter filter) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    String account =
        filter.patient() == null
            ? ""
            : patients.find(filter.patient()).orElseThrow().accountNumber();
    return page(request, HttpStatus.OK, filter, new TypedAppointment(account, "", ""), Map.of());
  }

  @GetMapping(value = "/appointments.csv", produces = "text/csv")
  ResponseEntity<String> csv(@ModelAttribute Filter filter) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var csv = new StringBuilder("day,account,patient,what,payer,plan,eligibility,next\n");
    for (Expected one : ListPage.whole(page -> rows(filter, page))) {
      csv.append(
              Csv.line(
                  one.on(),
                  one.accountNumber(),
                  one.patient(),
                  one.what(),
                  one.payer(),
                  one.plan(),
                  one.standing().title(),
                  one.standing().nextStep()))
          .append('\n');
    }
    audit.record("exported", "appointments", "csv", null, null);
    return CsvAnswer.of("appointments.csv", csv.toString());
  }

  @PostMapping("/appointments/check")
  ResponseEntity<String> check(@ModelAttribute TypedAppointment typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return PagePart.of(
        switch (typed.read(patient(typed), checks.today())) {
          case TypedAppointment.Read.Faulty(var faults) -> new Checked(faults);
          case TypedAppointment.Read.Whole w -> new Checked(Map.of());
        });
  }

  @PostMapping("/appointments")
  ResponseEntity<String> book(HttpServletRequest request, @ModelAttribute TypedAppointment typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return switch (typed.read(patient(typed), checks.today())) {
      case TypedAppointment.Read.Faulty(var faults) ->
          page(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              new Filter("", "", "", "", null, null),
              typed,
              faults);
      case TypedAppointment.Read.Whole(var patient, var on, var what) -> {
        appointments.book(patient.id(), on, what);
        yield to("/appointments?from=%s&through=%s".formatted(on, on));
      }
    };
  }

  @PostMapping("/patients/{id}/appointments/{appointment}/cancel")
  ResponseEntity<String> cancel(@PathVariable UUID id, @PathVariable UUID appointment) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    appointments.cancel(patients.find(id).orElseThrow().id(), appointment);
    return to("/appointments");
  }

  @PostMapping("/patients/{id}/appointments/{appointment}/estimate")
  ResponseEntity<String> estimateGiven(
      @PathVariable UUID id, @PathVariable UUID appointment, @RequestParam String how) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    estimates.given(patients.find(id).orElseThrow().id(), appointment, checks.today(), how);
    return to("/appointments?patient=" + id);
  }

  private Optional<Patient> patient(TypedAppointment typed) {
    return patients.numbered(typed.account() == null ? "" : typed.account().strip());
  }

  private ListPage<Expected> rows(Filter filter, int page) {
    var first = day(filter.from(), checks.today());
    boolean isOfOne = filter.patient() != null;
    return expected.list(
        first,
        day(filter.through(), first.plusDays(isOfOne ? 730 : DAYS_AHEAD - 1L)),
        filter.patient(),
        filter.q() == null ? "" : filter.q(),
        standing(filter.standing()),
        page);
  }

  /// A day that nobody can read counts as none.
  private static LocalDate day(@Nullable String text, LocalDate otherwise) {
    try {
      return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }

  private static @Nullable Standing standing(@Nullable String word) {
    for (Standing one : Standing.values()) {
      if (one.name().equals(word)) return one;
    }
    return null;
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Filter filter,
      TypedAppointment typed,
      Map<String, String> faults) {
    var page = rows(filter, filter.page() == null ? 1 : filter.page());
    var first = day(filter.from(), checks.today());
    audit.record("listed", "appointments", "page", null, null);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", page);
    values.put("patient", filter.patient() == null ? "" : filter.patient().toString());
    values.put("from", first);
    values.put("through", day(filter.through(), first.plusDays(DAYS_AHEAD - 1L)));
    values.put("query", filter.q() == null ? "" : filter.q());
    values.put("standing", filter.standing() == null ? "" : filter.standing());
    values.put("typed", typed);
    values.put("faults", faults);
    return pages.page(
        request, status, "patients", "Appointments", "registration/appointments.jte", values);
  }

  private static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }
}

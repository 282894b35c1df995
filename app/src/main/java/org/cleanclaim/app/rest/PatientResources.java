package org.cleanclaim.app.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.coverage.EstimatesGiven;
import org.cleanclaim.app.encounter.Appointments;
import org.cleanclaim.app.encounter.TypedAppointment;
import org.cleanclaim.app.patient.Guarantor;
import org.cleanclaim.app.patient.GuarantorRelation;
import org.cleanclaim.app.patient.Guarantors;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.PatientMerges;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.patient.Registration;
import org.cleanclaim.app.patient.TypedGuarantor;
import org.cleanclaim.app.patient.TypedPatient;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Registration of patients, who answers for their bills, appointments and merging.
@RestController
@RequestMapping("/api/v1/patients")
class PatientResources {
  /// @param faults a sentence for each field that cannot be read
  record Checked(Map<String, String> faults, List<Alike> alike) {}

  /// @param points as `Likeness` counts
  /// @param verdict likely or possible
  record Alike(
      UUID id,
      String accountNumber,
      String name,
      LocalDate bornOn,
      int points,
      String verdict,
      List<String> reasons) {}

  record Registered(
      UUID id, String accountNumber, int version, TypedPatient patient, List<Alike> alike) {}

  record Change(
      @Nullable Integer version, @Nullable String reason, @Nullable TypedPatient patient) {}

  record BeforeResource(
      int version,
      String name,
      LocalDate bornOn,
      Registration facts,
      Instant until,
      String by,
      String reason) {}

  record Detail(
      UUID id,
      String accountNumber,
      int version,
      TypedPatient patient,
      List<BeforeResource> before,
      List<PatientMerges.Merged> merged,
      List<GuarantorResource> guarantors) {}

  record GuarantorResource(
      UUID id,
      String name,
      GuarantorRelation relationship,
      LocalDate from,
      @Nullable LocalDate through) {}

  record AppointmentResource(UUID publicId, LocalDate on, String what) {}

  record GuarantorEnd(@Nullable String through) {}

  record AppointmentBody(@Nullable String on, @Nullable String what) {}

  /// @param on the day on which the patient got it; today when missing
  record EstimateBody(@Nullable String on, @Nullable String how) {}

  /// @param confirm account number of the record that goes, where the two are not alike
  record MergeBody(@Nullable UUID gone, @Nullable String reason, @Nullable String confirm) {}

  private final Patients patients;
  private final Guarantors guarantors;
  private final PatientMerges merges;
  private final Appointments appointments;
  private final EstimatesGiven estimates;
  private final EligibilityChecks checks;
  private final AuditTrail audit;

  PatientResources(
      Patients patients,
      Guarantors guarantors,
      PatientMerges merges,
      Appointments appointments,
      EstimatesGiven estimates,
      EligibilityChecks checks,
      AuditTrail audit) {
    this.patients = patients;
    this.guarantors = guarantors;
    this.merges = merges;
    this.appointments = appointments;
    this.estimates = estimates;
    this.checks = checks;
    this.audit = audit;
  }

  @PostMapping("/check")
  Checked check(@RequestBody TypedPatient typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    return switch (typed.read(checks.today())) {
      case TypedPatient.Read.Faulty(var faults) -> new Checked(faults, List.of());
      case TypedPatient.Read.Whole(var registration) ->
          new Checked(Map.of(), alike(registration, null));
    };
  }

  /// @param despite true to register although somebody on file is most likely the same person
  @PostMapping
  ResponseEntity<Registered> register(
      @RequestBody TypedPatient typed, @RequestParam(defaultValue = "false") String despite) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var registration = registration(typed);
    var alike = alike(registration, null);
    if (alike.stream().anyMatch(a -> a.verdict().equals("likely")) && !despite.equals("true")) {
      var first = alike.getFirst();
      throw new IllegalStateException(
          "Account %s, %s, born %s is most likely the same person: %s. Use it, or send despite=true."
              .formatted(
                  first.accountNumber(),
                  first.name(),
                  first.bornOn(),
                  String.join(", ", first.reasons())));
    }
    boolean isTaken =
        !registration.accountNumber().isEmpty()
            && patients.numbered(registration.accountNumber()).isPresent();
    if (isTaken) {
      throw new IllegalStateException(
          "The account number %s is taken. Choose another, or leave it empty to be given the next."
              .formatted(registration.accountNumber()));
    }
    var patient = patients.register(registration);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new Registered(
                patient.publicId(),
                patient.accountNumber(),
                patient.version(),
                TypedPatient.of(patient),
                alike));
  }

  @GetMapping("/{id}/registration")
  Detail detail(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var patient = patients.find(id).orElseThrow();
    audit.read("patient", patient.id(), patient.id().value());
    return new Detail(
        patient.publicId(),
        patient.accountNumber(),
        patient.version(),
        TypedPatient.of(patient),
        patients.before(patient.id()).stream()
            .map(b ->
                new BeforeResource(
                    b.version(),
                    b.facts().name().display(),
                    b.facts().bornOn(),
                    b.facts(),
                    b.replacedAt(),
                    b.replacedBy(),
                    b.reason()))
            .toList(),
        merges.into(patient.id()),
        guarantors.ofPatient(patient.id()).stream().map(PatientResources::resource).toList());
  }

  @PutMapping("/{id}/registration")
  Registered change(@PathVariable UUID id, @RequestBody Change change) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    if (change.version() == null || change.patient() == null) {
      throw new BadInput("The fields version and patient are needed.");
    }
    String reason = BodyFields.text(change.reason()).strip();
    if (reason.length() < 5) {
      throw new BadInput("A change needs a reason of at least five characters.");
    }
    var patient = patients.find(id).orElseThrow();
    var registration = registration(change.patient());
    var changed = patients.change(patient.id(), change.version(), registration, reason);
    return new Registered(
        changed.publicId(),
        changed.accountNumber(),
        changed.version(),
        TypedPatient.of(changed),
        alike(registration, changed));
  }

  @PostMapping("/{id}/guarantors")
  GuarantorResource guarantor(@PathVariable UUID id, @RequestBody TypedGuarantor typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    return switch (typed.read(patient.id())) {
      case TypedGuarantor.Read.Whole(var from, var guarantor) ->
          resource(guarantors.from(from, patient.id(), guarantor));
      case TypedGuarantor.Read.Faulty(var faults) -> {
        refuse(faults);
        throw new IllegalStateException("faults without a fault");
      }
    };
  }

  /// After a day the patient answers for their own bill again.
  @PostMapping("/{id}/guarantors/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endGuarantor(@PathVariable UUID id, @RequestBody GuarantorEnd end) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    guarantors.end(BodyFields.day("through", end.through()), patients.find(id).orElseThrow().id());
  }

  @PostMapping("/{id}/appointments")
  @ResponseStatus(HttpStatus.CREATED)
  AppointmentResource appointment(@PathVariable UUID id, @RequestBody AppointmentBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var patient = patients.find(id).orElseThrow();
    var typed = new TypedAppointment(patient.accountNumber(), body.on(), body.what());
    return switch (typed.read(Optional.of(patient), checks.today())) {
      case TypedAppointment.Read.Whole(var who, var on, var what) -> {
        var booked = appointments.book(who.id(), on, what);
        yield new AppointmentResource(booked.publicId(), booked.on(), booked.what());
      }
      case TypedAppointment.Read.Faulty(var faults) -> {
        refuse(faults);
        throw new IllegalStateException("faults without a fault");
      }
    };
  }

  @PostMapping("/{id}/appointments/{appointment}/cancel")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable UUID id, @PathVariable UUID appointment) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    appointments.cancel(patients.find(id).orElseThrow().id(), appointment);
  }

  @PostMapping("/{id}/appointments/{appointment}/estimate")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void estimateGiven(
      @PathVariable UUID id, @PathVariable UUID appointment, @RequestBody EstimateBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var on = body.on() == null ? checks.today() : BodyFields.day("on", body.on());
    estimates.given(
        patients.find(id).orElseThrow().id(), appointment, on, BodyFields.text(body.how()));
  }

  @PostMapping("/{id}/merge")
  Detail merge(@PathVariable UUID id, @RequestBody MergeBody body) {
    AccessDeniedForActor.unless(Permission.MERGE_PATIENT);
    if (body.gone() == null) {
      throw new BadInput("The field gone is missing: the id of the record that goes.");
    }
    merges.merge(id, body.gone(), BodyFields.text(body.reason()), BodyFields.text(body.confirm()));
    return detail(id);
  }

  private List<Alike> alike(Registration registration, @Nullable Patient besides) {
    return patients.alike(registration, besides == null ? null : besides.id()).stream()
        .map(c ->
            new Alike(
                c.patient().publicId(),
                c.patient().accountNumber(),
                c.patient().name().display(),
                c.patient().bornOn(),
                c.likeness().points(),
                c.likeness().isLikely() ? "likely" : "possible",
                c.likeness().reasons()))
        .toList();
  }

  private Registration registration(TypedPatient typed) {
    return switch (typed.read(checks.today())) {
      case TypedPatient.Read.Whole(var registration) -> registration;
      case TypedPatient.Read.Faulty(var faults) -> {
        refuse(faults);
        throw new IllegalStateException("faults without a fault");
      }
    };
  }

  static void refuse(Map<String, String> faults) {
    if (faults.isEmpty()) return;
    throw new BadInput(
        faults.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(fault -> fault.getKey() + ": " + fault.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static GuarantorResource resource(Guarantor one) {
    var until = one.period().until();
    return new GuarantorResource(
        one.publicId(),
        one.name().display(),
        one.relationship(),
        one.period().from(),
        until == null ? null : until.minusDays(1));
  }
}

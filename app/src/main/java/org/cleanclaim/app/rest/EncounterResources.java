package org.cleanclaim.app.rest;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.coverage.EligibilityChecks;
import org.cleanclaim.app.encounter.DocumentFiling;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.TypedAccident;
import org.cleanclaim.app.encounter.TypedVisit;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.coding.source.DocumentFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Visits and their documents as other systems bring them in. A visit is known by the practice's
/// own number and a document by its text, so that both may be sent again.
@RestController
@RequestMapping("/api/v1/encounters")
class EncounterResources {

  record ProviderBody(
      @Nullable String lastName,
      @Nullable String firstName,
      @Nullable String npi,
      @Nullable String taxonomy) {}

  /// @param patient the public id
  /// @param setting OUTPATIENT, EMERGENCY or INPATIENT
  record VisitBody(
      @Nullable String visitNumber,
      @Nullable UUID patient,
      @Nullable String servedOn,
      @Nullable String setting,
      @Nullable String specialty,
      @Nullable String placeOfService,
      @Nullable ProviderBody provider) {}

  /// @param causes of AUTO, EMPLOYMENT and OTHER; none when the visit is about no accident
  record AccidentBody(
      @Nullable List<String> causes,
      @Nullable String happenedOn,
      @Nullable String state,
      @Nullable String reason) {}

  record VisitResource(UUID id, String visitNumber, LocalDate servedOn, String setting) {
    static VisitResource of(Encounter encounter) {
      return new VisitResource(
          encounter.publicId(), encounter.visitNumber(), encounter.servedOn(), encounter.setting());
    }
  }

  /// @param text of any kind that documents are read from: plain text, HTML, C-CDA, FHIR as JSON
  record DocumentBody(@Nullable String name, @Nullable String text) {}

  /// @param documents how many the visit has now
  /// @param format what the document was
  /// @param remarks what a reader of the document should know
  record Filed(UUID encounter, int documents, DocumentFormat format, List<String> remarks) {}

  private final Encounters encounters;
  private final DocumentFiling filing;
  private final Patients patients;
  private final EligibilityChecks checks;

  EncounterResources(
      Encounters encounters, DocumentFiling filing, Patients patients, EligibilityChecks checks) {
    this.encounters = encounters;
    this.filing = filing;
    this.patients = patients;
    this.checks = checks;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  VisitResource register(@RequestBody VisitBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    BodyFields.required("visitNumber", body.visitNumber());
    UUID id = body.patient();
    if (id == null) throw new BadInput("The field patient is missing.");
    var patient =
        patients
            .find(id)
            .orElseThrow(() ->
                new BadInput("There is no patient with that id. Register the patient first."));
    return switch (typed(body).read(Optional.of(patient), List.of(), checks.today())) {
      case TypedVisit.Read.Faulty(var faults) -> {
        PatientResources.refuse(faults);
        throw new IllegalStateException("faults without a fault");
      }
      case TypedVisit.Read.Whole(var visit) -> VisitResource.of(registered(visit));
    };
  }

  private Encounter registered(Encounter wanted) {
    var encounter = encounters.register(wanted);
    if (!encounter.patientId().equals(wanted.patientId())
        || !encounter.servedOn().equals(wanted.servedOn())) {
      throw new IllegalStateException(
          "Visit %s is registered already, for another patient or day. Give this one a number of its own."
              .formatted(encounter.visitNumber()));
    }
    return encounter;
  }

  private static TypedVisit typed(VisitBody body) {
    var provider = body.provider();
    if (provider == null) throw new BadInput("The field provider is missing.");
    return new TypedVisit(
        null,
        body.visitNumber(),
        body.servedOn(),
        body.setting(),
        body.placeOfService(),
        null,
        provider.lastName(),
        provider.firstName(),
        provider.npi(),
        provider.taxonomy(),
        body.specialty());
  }

  /// Files a document of a visit: opens its chart for coding; a chart that was final is opened
  /// again.
  @PostMapping("/{id}/documents")
  @ResponseStatus(HttpStatus.CREATED)
  Filed document(@PathVariable UUID id, @RequestBody DocumentBody body) {
    AccessDeniedForActor.unlessEither(Permission.REGISTER_PATIENT, Permission.CODE_CHART);
    String name = BodyFields.required("name", body.name());
    byte[] content = BodyFields.required("text", body.text()).getBytes(StandardCharsets.UTF_8);
    var encounter = encounters.find(id).orElseThrow();
    return switch (filing.file(encounter, name, content)) {
      case DocumentFiling.Filing.Refused(var sentence) -> throw new BadInput(sentence);
      case DocumentFiling.Filing.Filed filed ->
          new Filed(
              encounter.publicId(),
              encounters.documents(encounter.id()).size(),
              filed.format(),
              filed.remarks());
    };
  }

  /// Enters the accident behind the visit, or that there is none.
  @PostMapping("/{id}/accident")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void accident(@PathVariable UUID id, @RequestBody AccidentBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var visit = encounters.find(id).orElseThrow();
    String reason = BodyFields.howKnown(body.reason());
    var causes = body.causes() == null ? List.<String>of() : body.causes();
    if (causes.isEmpty()) {
      encounters.correctAccident(visit.id(), null, reason);
      return;
    }
    var typed =
        new TypedAccident(
            causes.contains("AUTO"),
            causes.contains("EMPLOYMENT"),
            causes.contains("OTHER"),
            body.happenedOn(),
            body.state());
    switch (typed.read(visit.servedOn())) {
      case TypedAccident.Read.Faulty(var faults) -> PatientResources.refuse(faults);
      case TypedAccident.Read.Whole(var accident) ->
          encounters.correctAccident(visit.id(), accident, reason);
    }
  }
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
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

  record VisitResource(UUID id, String visitNumber, LocalDate servedOn, String setting) {
    static VisitResource of(Encounter encounter) {
      return new VisitResource(
          encounter.publicId(), encounter.visitNumber(), encounter.servedOn(), encounter.setting());
    }
  }

  record DocumentBody(@Nullable String name, @Nullable String text) {}

  /// @param documents how many the visit has now
  record Filed(UUID encounter, int documents) {}

  private final Encounters encounters;
  private final Patients patients;

  EncounterResources(Encounters encounters, Patients patients) {
    this.encounters = encounters;
    this.patients = patients;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  VisitResource register(@RequestBody VisitBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var wanted = visit(body);
    var encounter = encounters.register(wanted);
    if (!encounter.patientId().equals(wanted.patientId())
        || !encounter.servedOn().equals(wanted.servedOn())) {
      throw new IllegalStateException(
          "Visit %s is registered already, for another patient or day. Give this one a number of its own."
              .formatted(encounter.visitNumber()));
    }
    return VisitResource.of(encounter);
  }

  private Encounter visit(VisitBody body) {
    UUID patient = body.patient();
    if (patient == null) throw new BadInput("The field patient is missing.");
    return new Encounter(
        new EncounterId(0),
        new UUID(0, 0),
        BodyFields.required("visitNumber", body.visitNumber()).strip(),
        patients
            .find(patient)
            .orElseThrow(
                () -> new BadInput("There is no patient with that id. Register the patient first."))
            .id(),
        provider(body.provider()),
        BodyFields.required("specialty", body.specialty()).strip(),
        BodyFields.one(EncounterSetting.values(), "setting", body.setting()).name(),
        PlaceOfService.parse(BodyFields.text(body.placeOfService()))
            .orElseThrow(() -> new BadInput("placeOfService has to be two digits, such as 11.")),
        BodyFields.day("servedOn", body.servedOn()),
        null,
        null);
  }

  private static Provider provider(@Nullable ProviderBody body) {
    if (body == null) throw new BadInput("The field provider is missing.");
    return new Provider(
        ProviderRole.RENDERING,
        new PersonName(
            BodyFields.required("provider.lastName", body.lastName()).strip(),
            BodyFields.required("provider.firstName", body.firstName()).strip()),
        Npi.parse(BodyFields.text(body.npi()))
            .orElseThrow(() ->
                new BadInput("provider.npi has to be ten digits with the right check digit.")),
        Taxonomy.parse(BodyFields.text(body.taxonomy()))
            .orElseThrow(() ->
                new BadInput("provider.taxonomy has to be ten characters, such as 207Q00000X.")),
        null,
        null,
        null,
        List.of());
  }

  /// Files a document of a visit: opens its chart for coding; a chart that was final is opened
  /// again.
  @PostMapping("/{id}/documents")
  @ResponseStatus(HttpStatus.CREATED)
  Filed document(@PathVariable UUID id, @RequestBody DocumentBody body) {
    AccessDeniedForActor.unlessEither(Permission.REGISTER_PATIENT, Permission.CODE_CHART);
    String name = BodyFields.required("name", body.name()).strip();
    String text = BodyFields.required("text", body.text());
    if (text.indexOf('\0') >= 0) {
      throw new BadInput("The text holds bytes that are no text. Send the words of the document.");
    }
    var encounter = encounters.find(id).orElseThrow();
    encounters.document(encounter.id(), name, text);
    return new Filed(encounter.publicId(), encounters.documents(encounter.id()).size());
  }
}

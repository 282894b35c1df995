package org.cleanclaim.app.rest;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedProviders;
import org.cleanclaim.app.patient.TypedFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who had a part in a visit beside the one who rendered it, and under which numbers the payer
/// allowed it.
@RestController
@RequestMapping("/api/v1/encounters/{id}")
class EncounterProviderResources {

  /// @param role REFERRING, ORDERING, SUPERVISING or OPERATING
  record NamedProvider(
      @Nullable String role,
      @Nullable String lastName,
      @Nullable String firstName,
      @Nullable String npi) {}

  /// @param providers all of them; who was named before and is not here goes
  record ProvidersBody(@Nullable List<NamedProvider> providers, @Nullable String reason) {}

  record NumbersBody(
      @Nullable String authorization, @Nullable String referral, @Nullable String reason) {}

  private final Encounters encounters;
  private final HospitalStays stays;

  EncounterProviderResources(Encounters encounters, HospitalStays stays) {
    this.encounters = encounters;
    this.stays = stays;
  }

  @PostMapping("/providers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void providers(@PathVariable UUID id, @RequestBody ProvidersBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var visit = encounters.find(id).orElseThrow();
    String reason = BodyFields.howKnown(body.reason());
    if (body.providers() == null) throw new BadInput("The field providers is missing.");
    var typed =
        new TypedProviders(
            body.providers().stream()
                .map(p -> new TypedProviders.Typed(p.role(), p.lastName(), p.firstName(), p.npi()))
                .toList());
    switch (typed.read(visit, stays.find(visit.id()))) {
      case TypedProviders.Read.Faulty(var faults) -> PatientResources.refuse(faults);
      case TypedProviders.Read.Whole(var others) ->
          encounters.correctProviders(visit.id(), others, reason);
    }
  }

  @PostMapping("/numbers")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void numbers(@PathVariable UUID id, @RequestBody NumbersBody body) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var visit = encounters.find(id).orElseThrow();
    String reason = BodyFields.howKnown(body.reason());
    var fields = new TypedFields();
    String authorization = fields.payersNumber("authorization", body.authorization());
    String referral = fields.payersNumber("referral", body.referral());
    PatientResources.refuse(fields.faults());
    encounters.correctNumbers(visit.id(), authorization, referral, reason);
  }
}

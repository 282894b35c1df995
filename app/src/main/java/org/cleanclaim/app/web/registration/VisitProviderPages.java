package org.cleanclaim.app.web.registration;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedProviders;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.party.ProviderRole;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who had a part in a visit beside the one who rendered it, and under which numbers the payer
/// allowed it.
@Controller
class VisitProviderPages {
  private final Encounters encounters;
  private final HospitalStays stays;

  VisitProviderPages(Encounters encounters, HospitalStays stays) {
    this.encounters = encounters;
    this.stays = stays;
  }

  /// @param typed `ROLE.lastName` and so on, and the reason
  @PostMapping("/visits/{id}/providers")
  ResponseEntity<String> providers(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    String reason = howKnown(typed.getOrDefault("reason", ""));
    var visit = encounters.find(id).orElseThrow();
    var all =
        Arrays.stream(ProviderRole.values())
            .map(role ->
                new TypedProviders.Typed(
                    role.name(),
                    typed.get(role + ".lastName"),
                    typed.get(role + ".firstName"),
                    typed.get(role + ".npi")))
            .toList();
    switch (new TypedProviders(all).read(visit, stays.find(visit.id()))) {
      case TypedProviders.Read.Faulty(var faults) -> throw unsaved(faults);
      case TypedProviders.Read.Whole(var others) ->
          encounters.correctProviders(visit.id(), others, reason);
    }
    return to(id);
  }

  @PostMapping("/visits/{id}/numbers")
  ResponseEntity<String> numbers(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String authorization,
      @RequestParam(defaultValue = "") String referral,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    String known = howKnown(reason);
    var visit = encounters.find(id).orElseThrow();
    var fields = new TypedFields();
    String readAuthorization = fields.payersNumber("authorization", authorization);
    String readReferral = fields.payersNumber("referral", referral);
    if (!fields.faults().isEmpty()) throw unsaved(fields.faults());
    encounters.correctNumbers(visit.id(), readAuthorization, readReferral, known);
    return to(id);
  }

  private static String howKnown(String reason) {
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say in at least five characters how you know.");
    }
    return reason.strip();
  }

  private static IllegalStateException unsaved(Map<String, String> faults) {
    return new IllegalStateException("Nothing was saved. " + String.join(" ", faults.values()));
  }

  private static ResponseEntity<String> to(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/visits/" + id))
        .build();
  }
}

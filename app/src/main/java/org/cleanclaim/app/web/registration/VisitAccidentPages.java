package org.cleanclaim.app.web.registration;

import java.net.URI;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.TypedAccident;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The accident behind a visit.
@Controller
class VisitAccidentPages {
  private final Encounters encounters;

  VisitAccidentPages(Encounters encounters) {
    this.encounters = encounters;
  }

  /// @param none given when the visit is about no accident after all
  @PostMapping("/visits/{id}/accident")
  ResponseEntity<String> enter(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String none,
      @RequestParam(defaultValue = "") String auto,
      @RequestParam(defaultValue = "") String employment,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(defaultValue = "") String happenedOn,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say in at least five characters how you know.");
    }
    var visit = encounters.find(id).orElseThrow();
    if (!none.isEmpty()) {
      encounters.correctAccident(visit.id(), null, reason.strip());
      return to(id);
    }
    var typed =
        new TypedAccident(
            !auto.isEmpty(), !employment.isEmpty(), !other.isEmpty(), happenedOn, state);
    switch (typed.read(visit.servedOn())) {
      case TypedAccident.Read.Faulty(var faults) ->
          throw new IllegalStateException(
              "Nothing was saved. " + String.join(" ", faults.values()));
      case TypedAccident.Read.Whole(var accident) ->
          encounters.correctAccident(visit.id(), accident, reason.strip());
    }
    return to(id);
  }

  private static ResponseEntity<String> to(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/visits/" + id))
        .build();
  }
}

package org.cleanclaim.app.web.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.authorization.Authorization;
import org.cleanclaim.app.authorization.AuthorizationRefusal;
import org.cleanclaim.app.authorization.AuthorizationRequests;
import org.cleanclaim.app.authorization.AuthorizationUses;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.authorization.TypedAuthorization;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.patient.Patients;
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

/// One authorization with what claims used of it, and the form to record one.
@Controller
class AuthorizationPages {
  private final Pages pages;
  private final Authorizations authorizations;
  private final AuthorizationUses uses;
  private final AuthorizationRequests requests;
  private final Patients patients;
  private final Coverages coverages;
  private final Payers payers;
  private final AuditTrail audit;

  AuthorizationPages(
      Pages pages,
      Authorizations authorizations,
      AuthorizationUses uses,
      AuthorizationRequests requests,
      Patients patients,
      Coverages coverages,
      Payers payers,
      AuditTrail audit) {
    this.pages = pages;
    this.authorizations = authorizations;
    this.uses = uses;
    this.requests = requests;
    this.patients = patients;
    this.coverages = coverages;
    this.payers = payers;
    this.audit = audit;
  }

  @GetMapping("/authorizations/{id}")
  ResponseEntity<String> one(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var authorization = authorizations.find(id).orElseThrow();
    audit.read("authorization", id, authorization.patientId().value());
    var values = new LinkedHashMap<String, Object>();
    values.put("authorization", authorization);
    values.put("uses", uses.of(authorization));
    values.put("requests", requests.of(authorization));
    values.put("together", authorizations.together(authorization));
    values.put("today", authorizations.today());
    return pages.page(
        request,
        "authorizations",
        authorization.entry().kind().title(),
        "authorization/authorization.jte",
        values);
  }

  @GetMapping("/authorizations/new")
  ResponseEntity<String> blank(HttpServletRequest request, @RequestParam UUID patient) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var found = patients.find(patient).orElseThrow();
    String slug =
        coverages.primary(found.id(), authorizations.today()).stream()
            .map(coverage -> payers.get(coverage.payerId()).slug())
            .findFirst()
            .orElse("");
    return form(
        request, HttpStatus.OK, found, null, slug, TypedAuthorization.blank(), Map.of(), "");
  }

  @PostMapping("/authorizations")
  ResponseEntity<String> add(
      HttpServletRequest request,
      @RequestParam UUID patient,
      @RequestParam(defaultValue = "") String payer,
      @ModelAttribute TypedAuthorization typed) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var found = patients.find(patient).orElseThrow();
    var chosen = payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst();
    if (chosen.isEmpty()) {
      return form(
          request,
          HttpStatus.UNPROCESSABLE_CONTENT,
          found,
          null,
          payer,
          typed,
          Map.of("payer", "Choose one of the list."),
          "");
    }
    return switch (typed.read()) {
      case TypedAuthorization.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, found, null, payer, typed, faults, "");
      case TypedAuthorization.Read.Whole(var entry) -> {
        try {
          yield to(authorizations.add(found.id(), chosen.get().id(), entry).publicId());
        } catch (AuthorizationRefusal refusal) {
          yield form(
              request,
              HttpStatus.CONFLICT,
              found,
              null,
              payer,
              typed,
              Map.of(),
              String.valueOf(refusal.getMessage()));
        }
      }
    };
  }

  @GetMapping("/authorizations/{id}/edit")
  ResponseEntity<String> edit(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var one = authorizations.find(id).orElseThrow();
    audit.read("authorization", id, one.patientId().value());
    return form(
        request,
        HttpStatus.OK,
        patients.get(one.patientId()),
        one,
        payer(one).slug(),
        TypedAuthorization.of(one.entry()),
        Map.of(),
        "");
  }

  @PostMapping("/authorizations/{id}")
  ResponseEntity<String> change(
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String reason,
      @ModelAttribute TypedAuthorization typed) {
    AccessDeniedForActor.unless(Permission.KEEP_AUTHORIZATION);
    var one = authorizations.find(id).orElseThrow();
    var patient = patients.get(one.patientId());
    String slug = payer(one).slug();
    return switch (typed.read()) {
      case TypedAuthorization.Read.Faulty(var faults) ->
          form(request, HttpStatus.UNPROCESSABLE_CONTENT, patient, one, slug, typed, faults, "");
      case TypedAuthorization.Read.Whole(var entry) -> {
        try {
          yield to(authorizations.change(id, version, entry, reason.strip()).publicId());
        } catch (AuthorizationRefusal refusal) {
          yield form(
              request,
              HttpStatus.CONFLICT,
              patient,
              one,
              slug,
              typed,
              Map.of(),
              String.valueOf(refusal.getMessage()));
        }
      }
    };
  }

  private Payer payer(Authorization one) {
    return payers.get(one.payerId());
  }

  private ResponseEntity<String> form(
      HttpServletRequest request,
      HttpStatus status,
      Patient patient,
      @Nullable Authorization authorization,
      String payer,
      TypedAuthorization typed,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", patient);
    if (authorization != null) values.put("authorization", authorization);
    values.put("payer", payer);
    values.put("payers", payers.all());
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("refusal", refusal);
    var page =
        pages.page(
            request,
            "authorizations",
            authorization == null ? "Record an authorization" : "Change an authorization",
            "authorization/form.jte",
            values);
    return ResponseEntity.status(status).contentType(Pages.HTML).body(page.getBody());
  }

  private static ResponseEntity<String> to(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/authorizations/" + id))
        .build();
  }
}

package org.cleanclaim.app.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.encounter.DocumentFiling;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.encounter.HospitalStays;
import org.cleanclaim.app.encounter.TypedProviders;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.app.web.SentDocument;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// One visit and its documents, which are named here and read on its chart.
@Controller
class VisitDocumentPages {
  private final Pages pages;
  private final Encounters encounters;
  private final HospitalStays stays;
  private final DocumentFiling filing;
  private final Patients patients;
  private final Organizations organizations;
  private final AuditTrail audit;

  VisitDocumentPages(
      Pages pages,
      Encounters encounters,
      HospitalStays stays,
      DocumentFiling filing,
      Patients patients,
      Organizations organizations,
      AuditTrail audit) {
    this.pages = pages;
    this.encounters = encounters;
    this.stays = stays;
    this.filing = filing;
    this.patients = patients;
    this.organizations = organizations;
    this.audit = audit;
  }

  @GetMapping("/visits/{id}")
  ResponseEntity<String> visit(HttpServletRequest request, @PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_PATIENT);
    var visit = encounters.find(id).orElseThrow();
    audit.read("encounter", visit.id(), visit.patientId().value());
    return page(request, HttpStatus.OK, visit, "", "", List.of(), "");
  }

  @PostMapping("/visits/{id}/documents")
  ResponseEntity<String> file(
      HttpServletRequest request, @PathVariable UUID id, @ModelAttribute SentDocument sent)
      throws IOException {
    AccessDeniedForActor.unless(Permission.REGISTER_PATIENT);
    var visit = encounters.find(id).orElseThrow();
    return switch (filing.file(visit, sent.called(), sent.content())) {
      case DocumentFiling.Filing.Refused(var sentence) ->
          page(
              request,
              HttpStatus.UNPROCESSABLE_CONTENT,
              visit,
              sent.called(),
              sent.words(),
              List.of(),
              sentence);
      case DocumentFiling.Filing.Filed filed when filed.isNew() && filed.remarks().isEmpty() ->
          ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/visits/" + id)).build();
      case DocumentFiling.Filing.Filed filed ->
          page(
              request,
              HttpStatus.OK,
              visit,
              "",
              "",
              filed.remarks(),
              filed.isNew() ? "" : "This visit had a document with these words already.");
    };
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Encounter visit,
      String name,
      String text,
      List<String> remarks,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("visit", visit);
    values.put("patient", patients.get(visit.patientId()));
    values.put("documents", encounters.documents(visit.id()));
    values.put("zone", ZoneId.of(organizations.current().timeZone()));
    values.put("name", name);
    values.put("text", text);
    values.put("remarks", remarks);
    values.put("refusal", refusal);
    values.put("roles", TypedProviders.roles(stays.find(visit.id())));
    return pages.page(
        request,
        status,
        "patients",
        "Visit " + visit.visitNumber(),
        "registration/visit.jte",
        values);
  }
}

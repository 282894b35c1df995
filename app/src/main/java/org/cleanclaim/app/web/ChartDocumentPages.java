package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.DocumentFiling;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The documents of a chart: one that a coder adds, and the file that a text was taken from.
@Controller
@RequestMapping("/charts/{encounterId}/documents")
class ChartDocumentPages {
  private static final SentDocument NOTHING_SENT = new SentDocument(null, null, null);

  private final Pages pages;
  private final Encounters encounters;
  private final DocumentFiling filing;
  private final AuditedCharts audited;
  private final AuditTrail audit;

  ChartDocumentPages(
      Pages pages,
      Encounters encounters,
      DocumentFiling filing,
      AuditedCharts audited,
      AuditTrail audit) {
    this.pages = pages;
    this.encounters = encounters;
    this.filing = filing;
    this.audited = audited;
    this.audit = audit;
  }

  /// A document that came on another way than an interface's, such as a letter. One that is refused
  /// keeps what was typed; what a reader of one that was filed should know is told before the chart
  /// is shown.
  @PostMapping
  ResponseEntity<String> add(
      HttpServletRequest request, @PathVariable UUID encounterId, @ModelAttribute SentDocument sent)
      throws IOException {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    var visit = encounters.find(encounterId).orElseThrow();
    return switch (filing.file(visit, sent.called(), sent.content())) {
      case DocumentFiling.Filing.Refused(var sentence) ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, visit, sent, List.of(), sentence);
      case DocumentFiling.Filing.Filed filed when !filed.isNew() ->
          page(
              request,
              HttpStatus.OK,
              visit,
              NOTHING_SENT,
              filed.remarks(),
              "This visit had a document with these words already.");
      case DocumentFiling.Filing.Filed filed when !filed.remarks().isEmpty() -> {
        var told = new ArrayList<>(List.of("“" + sent.called() + "” is filed."));
        told.addAll(filed.remarks());
        yield page(request, HttpStatus.OK, visit, NOTHING_SENT, told, "");
      }
      case DocumentFiling.Filing.Filed _ ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/charts/" + encounterId))
              .build();
    };
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      Encounter visit,
      SentDocument sent,
      List<String> remarks,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("encounter", visit);
    values.put("name", sent.called());
    values.put("text", sent.words());
    values.put("remarks", remarks);
    values.put("refusal", refusal);
    return pages.page(
        request,
        status,
        "charts",
        "Document for chart " + visit.visitNumber(),
        "chart/document.jte",
        values);
  }

  /// The file as it came.
  @GetMapping("/{document}/file")
  ResponseEntity<byte[]> file(@PathVariable UUID encounterId, @PathVariable long document) {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    var visit = encounters.find(encounterId).orElseThrow();
    audited.requireSight(visit.id());
    var file = encounters.file(visit.id(), document).orElseThrow();
    audit.read("document", document, visit.patientId().value());
    String ending =
        switch (file.format()) {
          case CDA -> "xml";
          case FHIR -> "json";
          case HTML -> "html";
          case PLAIN_TEXT, REFUSED -> "txt";
        };
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"%s-%d.%s\""
                .formatted(visit.visitNumber().replaceAll("[^\\w.-]", "_"), document, ending))
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(file.content());
  }
}

package org.cleanclaim.app.web;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.encounter.DocumentFiling;
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
  private final Encounters encounters;
  private final DocumentFiling filing;
  private final AuditedCharts audited;
  private final AuditTrail audit;

  ChartDocumentPages(
      Encounters encounters, DocumentFiling filing, AuditedCharts audited, AuditTrail audit) {
    this.encounters = encounters;
    this.filing = filing;
    this.audited = audited;
    this.audit = audit;
  }

  /// A document that came on another way than an interface's, such as a letter.
  @PostMapping
  ResponseEntity<String> add(@PathVariable UUID encounterId, @ModelAttribute SentDocument sent)
      throws IOException {
    AccessDeniedForActor.unless(Permission.CODE_CHART);
    var visit = encounters.find(encounterId).orElseThrow();
    var filed = filing.file(visit, sent.called(), sent.content());
    if (filed instanceof DocumentFiling.Filing.Refused(var sentence)) {
      throw new IllegalStateException(sentence);
    }
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/charts/" + encounterId))
        .build();
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

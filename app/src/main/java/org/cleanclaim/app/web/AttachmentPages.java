package org.cleanclaim.app.web;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimAttachments;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.NewAttachment;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.submission.RecordSending;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// What is done with documents on a claim's page.
@Controller
@RequestMapping("/claims/{id}")
class AttachmentPages {
  private final Claims claims;
  private final ClaimAttachments attachments;
  private final RecordRequests requests;
  private final RecordSending sending;
  private final AuditTrail audit;

  AttachmentPages(
      Claims claims,
      ClaimAttachments attachments,
      RecordRequests requests,
      RecordSending sending,
      AuditTrail audit) {
    this.claims = claims;
    this.attachments = attachments;
    this.requests = requests;
    this.sending = sending;
    this.audit = audit;
  }

  @PostMapping("/attachments")
  ResponseEntity<String> attach(
      @PathVariable UUID id,
      @RequestParam MultipartFile file,
      @RequestParam String type,
      @RequestParam String transmission,
      @RequestParam(required = false) @Nullable Integer line)
      throws IOException {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    attachments.attach(
        id,
        new NewAttachment(
            line,
            type,
            transmission,
            Objects.requireNonNullElse(file.getOriginalFilename(), "document"),
            Objects.requireNonNullElse(file.getContentType(), ""),
            file.getBytes()));
    return back(id);
  }

  @GetMapping("/attachments/{attachment}")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID attachment) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    var found =
        attachments.find(attachment).filter(a -> a.claimId() == claim.id().value()).orElseThrow();
    audit.read("document", found.controlNumber(), claim.patientId().value());
    return ResponseEntity.ok()
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + found.fileName().replaceAll("[^\\w.-]", "_") + "\"")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(attachments.content(found));
  }

  @PostMapping("/attachments/{attachment}/withdraw")
  ResponseEntity<String> withdraw(
      @PathVariable UUID id,
      @PathVariable UUID attachment,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    attachments.withdraw(attachment, reason);
    return back(id);
  }

  @PostMapping("/send-records")
  ResponseEntity<String> send(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    sending.sendNow(id);
    return back(id);
  }

  @PostMapping("/record-requests")
  ResponseEntity<String> ask(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String payerReference,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate askedOn) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    requests.typed(id, what, payerReference, askedOn);
    return back(id);
  }

  @PostMapping("/record-requests/{request}/close")
  ResponseEntity<String> close(
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    requests.close(request, reason);
    return back(id);
  }

  private static ResponseEntity<String> back(UUID id) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/claims/" + id + "#documents"))
        .build();
  }
}

package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimAttachment;
import org.cleanclaim.app.claim.ClaimAttachments;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.NewAttachment;
import org.cleanclaim.app.claim.RecordRequest;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.submission.RecordSending;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Documents of claims, what payers ask for, and their sending.
@RestController
@RequestMapping("/api/v1/claims/{id}")
class AttachmentResources {
  record ReasonBody(@Nullable String reason) {}

  record RequestBodyText(
      @Nullable String what, @Nullable String payerReference, @Nullable LocalDate askedOn) {}

  /// The documents of a claim and what the payer asked for.
  record Records(List<ClaimAttachment> attachments, List<RecordRequest> requests) {}

  private final Claims claims;
  private final ClaimAttachments attachments;
  private final RecordRequests requests;
  private final RecordSending sending;
  private final AuditTrail audit;

  AttachmentResources(
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

  @GetMapping("/attachments")
  Records list(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    BilledClaim claim = claims.find(id).orElseThrow();
    return new Records(attachments.of(claim.id()), requests.of(claim.id()));
  }

  /// Adds a document: the body is the file.
  @PostMapping(value = "/attachments", consumes = MediaType.ALL_VALUE)
  ClaimAttachment attach(
      @PathVariable UUID id,
      @RequestParam String type,
      @RequestParam(defaultValue = "EL") String transmission,
      @RequestParam(required = false) @Nullable Integer line,
      @RequestParam(defaultValue = "document") String name,
      @RequestHeader("Content-Type") String mediaType,
      @RequestBody byte[] content) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var media = MediaType.parseMediaType(mediaType);
    return attachments.attach(
        id,
        new NewAttachment(
            line, type, transmission, name, media.getType() + "/" + media.getSubtype(), content));
  }

  @GetMapping("/attachments/{attachment}/file")
  ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID attachment) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var claim = claims.find(id).orElseThrow();
    var found = found(claim, attachment);
    audit.read("document", found.controlNumber(), claim.patientId().value());
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(found.mediaType()))
        .body(attachments.content(found));
  }

  private ClaimAttachment found(BilledClaim claim, UUID attachment) {
    return attachments
        .find(attachment)
        .filter(a -> a.claimId() == claim.id().value())
        .orElseThrow();
  }

  @PostMapping("/attachments/{attachment}/withdraw")
  Records withdraw(
      @PathVariable UUID id, @PathVariable UUID attachment, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var found = found(claims.find(id).orElseThrow(), attachment);
    attachments.withdraw(found.publicId(), BodyFields.text(body.reason()));
    return list(id);
  }

  /// Sends what was not sent, as the answer to a request where one waits.
  @PostMapping("/send-records")
  Records send(@PathVariable UUID id) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    sending.sendNow(id);
    return list(id);
  }

  /// Keeps a request that came by letter or telephone.
  @PostMapping("/record-requests")
  Records ask(@PathVariable UUID id, @RequestBody RequestBodyText body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    if (body.askedOn() == null) throw new BadInput("askedOn has to be a day.");
    requests.typed(
        id, BodyFields.text(body.what()), BodyFields.text(body.payerReference()), body.askedOn());
    return list(id);
  }

  @PostMapping("/record-requests/{request}/close")
  Records close(@PathVariable UUID id, @PathVariable UUID request, @RequestBody ReasonBody body) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = claims.find(id).orElseThrow();
    boolean isOwn = requests.of(claim.id()).stream().anyMatch(r -> r.publicId().equals(request));
    if (!isOwn) throw new NoSuchElementException("no such request");
    requests.close(request, BodyFields.text(body.reason()));
    return list(id);
  }
}

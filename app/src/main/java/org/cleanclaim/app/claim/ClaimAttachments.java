package org.cleanclaim.app.claim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.kernel.claim.Claim;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The documents of claims. While no payer has a claim, it announces them; one that is added later
/// answers a payer's request, or comes unasked.
@Component
@Transactional
public class ClaimAttachments {
  /// Our control numbers begin with it.
  static final String PREFIX = "AT";

  private static final int MOST_BYTES = 10_000_000;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final AttachmentRecords attachments;
  private final ClaimScrubbing scrubbing;
  private final FileExchange files;
  private final AuditTrail audit;

  ClaimAttachments(
      ClaimRecords records,
      ClaimUpdates updates,
      AttachmentRecords attachments,
      ClaimScrubbing scrubbing,
      FileExchange files,
      AuditTrail audit) {
    this.records = records;
    this.updates = updates;
    this.attachments = attachments;
    this.scrubbing = scrubbing;
    this.files = files;
    this.audit = audit;
  }

  /// Adds a document to a claim.
  ///
  /// @throws IllegalStateException saying what is wrong with it
  public ClaimAttachment attach(UUID claimId, NewAttachment added) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(claimId).orElseThrow();
    problem(claim, added)
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
    String number = PREFIX + "%06d".formatted(files.nextNumber("attachment"));
    boolean isAnnounced = claim.status().isChangeable();
    var kept = attachments.insert(claim.id(), added, number, isAnnounced);
    if (isAnnounced) announce(claim);
    updates.note(
        claim.id(),
        "Document added",
        "%s %s, %s, %s"
            .formatted(
                number,
                added.reportType(),
                added.serviceLine() == null ? "whole claim" : "line " + added.serviceLine(),
                AttachmentCodes.transmissions()
                    .getOrDefault(added.transmission(), added.transmission())
                    .toLowerCase(Locale.ROOT)),
        null,
        null);
    audit.record("added a document", "claim", claim.id(), claim.patientId().value(), number);
    if (isAnnounced) scrubbing.scrub(claim.id());
    return kept;
  }

  private Optional<String> problem(BilledClaim claim, NewAttachment added) {
    if (claim.status() == ClaimStatus.VOIDED || claim.status() == ClaimStatus.REPLACED) {
      return Optional.of("The claim does not stand any more: add it to the one in its place.");
    }
    if (!AttachmentCodes.isReportType(added.reportType())) {
      return Optional.of(
          "%s is no kind of document (PWK01); there are %s."
              .formatted(added.reportType(), String.join(", ", AttachmentCodes.reportTypes())));
    }
    if (!AttachmentCodes.transmissions().containsKey(added.transmission())) {
      return Optional.of(
          "%s is no way to send documents (PWK02); there are %s."
              .formatted(
                  added.transmission(),
                  String.join(", ", AttachmentCodes.transmissions().keySet())));
    }
    if (added.content().length == 0 || added.content().length > MOST_BYTES) {
      return Optional.of("A document has at least one byte and at most 10 million.");
    }
    var form = DocumentForm.ofMediaType(added.mediaType());
    if (form.isEmpty()) {
      return Optional.of(
          "Documents are PDF, JPEG, PNG, TIFF, plain text or XML, not " + added.mediaType() + ".");
    }
    if (!form.get().fits(added.content())) {
      return Optional.of(
          "The file is not %s, as it is said to be, or it is damaged: the payer could not open it. Choose the right file, or save it anew."
              .formatted(form.get().title()));
    }
    Integer line = added.serviceLine();
    if (line != null
        && claim.snapshot().lines().stream().noneMatch(l -> l.number() == line.intValue())) {
      return Optional.of("The claim has no line " + line + ".");
    }
    long beside =
        of(claim.id()).stream().filter(a -> Objects.equals(a.serviceLine(), line)).count();
    return beside >= AnnouncedRecords.MOST_NOTICES
        ? Optional.of("A claim or line announces ten documents at most (PWK).")
        : Optional.empty();
  }

  /// Takes a document back that was not sent.
  ///
  /// @throws IllegalStateException when it was sent or announced to a payer, or the reason is
  ///   missing
  public void withdraw(UUID attachmentId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var attachment = attachments.find(attachmentId).orElseThrow();
    var id = new ClaimId(attachment.claimId());
    var claim = records.lock(records.find(id).orElseThrow().publicId()).orElseThrow();
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say why, in at least five characters.");
    }
    boolean isOut =
        attachment.sending() != null
            || (attachment.isAnnounced() && !claim.status().isChangeable());
    if (isOut) throw new IllegalStateException("The payer knows of it, so that it stays.");
    attachments.withdraw(attachment.id(), reason.strip());
    updates.note(
        id, "Document taken back", attachment.controlNumber() + ": " + reason.strip(), null, null);
    audit.record("took a document back", "claim", id, claim.patientId().value(), reason.strip());
    if (claim.status().isChangeable()) {
      announce(claim);
      scrubbing.scrub(id);
    }
  }

  private void announce(BilledClaim claim) {
    var snapshot = onto(claim.id(), claim.snapshot());
    var draft = records.draft(claim.id()).map(d -> AnnouncedRecords.on(d, announced(claim.id())));
    updates.revise(
        claim, snapshot, draft.orElse(null), claim.payerId(), claim.coverageId(), claim.fileBy());
  }

  /// A snapshot with notices of the claim's documents.
  Claim onto(ClaimId id, Claim snapshot) {
    return AnnouncedRecords.on(snapshot, announced(id));
  }

  private List<ClaimAttachment> announced(ClaimId id) {
    return of(id).stream().filter(ClaimAttachment::isAnnounced).toList();
  }

  /// The documents of a claim that were not taken back.
  @Transactional(readOnly = true)
  public List<ClaimAttachment> of(ClaimId claim) {
    return attachments.of(List.of(claim));
  }

  /// The documents of claims that are still to be sent as 275; a claim without any is left out.
  @Transactional(readOnly = true)
  public Map<ClaimId, List<ClaimAttachment>> toBeSent(Collection<ClaimId> claims) {
    return attachments.of(claims).stream()
        .filter(ClaimAttachment::isToBeSent)
        .collect(Collectors.groupingBy(one -> new ClaimId(one.claimId())));
  }

  @Transactional(readOnly = true)
  public Optional<ClaimAttachment> find(UUID id) {
    return attachments.find(id);
  }

  /// The file as it was given.
  @Transactional(readOnly = true)
  public byte[] content(ClaimAttachment attachment) {
    return attachments.content(attachment.id());
  }
}

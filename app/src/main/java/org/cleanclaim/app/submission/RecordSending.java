package org.cleanclaim.app.submission;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimAttachment;
import org.cleanclaim.app.claim.ClaimAttachments;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.claim.RecordRequest;
import org.cleanclaim.app.claim.RecordRequests;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.attachment.RecordsSent;
import org.cleanclaim.kernel.attachment.RecordsSent.Occasion;
import org.cleanclaim.kernel.attachment.SentRecord;
import org.cleanclaim.kernel.attachment.SentRecord.Format;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.x12.Written;
import org.cleanclaim.x12.X12Writer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends the documents of claims to payers (275), each claim's in a file of its own, and follows
/// what comes back: TA1 and 999.
@Component
@Transactional
public class RecordSending {
  private record Sent(long id, long claimId, @Nullable Long requestId) {}

  private final JdbcClient jdbc;
  private final Claims claims;
  private final ClaimAttachments attachments;
  private final RecordRequests requests;
  private final Organizations organizations;
  private final Payers payers;
  private final Interchanges interchanges;
  private final Routes routes;
  private final Deliveries deliveries;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final Clock clock;

  RecordSending(
      JdbcClient jdbc,
      Claims claims,
      ClaimAttachments attachments,
      RecordRequests requests,
      Organizations organizations,
      Payers payers,
      Interchanges interchanges,
      Routes routes,
      Deliveries deliveries,
      Deadlines deadlines,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.attachments = attachments;
    this.requests = requests;
    this.organizations = organizations;
    this.payers = payers;
    this.interchanges = interchanges;
    this.routes = routes;
    this.deliveries = deliveries;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sends the documents that go electronically of claims that have just been sent; none follow a
  /// test.
  void follow(List<BilledClaim> sent) {
    var due = attachments.toBeSent(sent.stream().map(BilledClaim::id).toList());
    for (BilledClaim claim : sent) {
      var documents = due.get(claim.id());
      if (documents != null && claims.get(claim.id()).status() == ClaimStatus.SENT) {
        send(claim, documents, null);
      }
    }
  }

  /// Sends the documents of a claim that were not sent yet: as the answer to the payer's request
  /// where one waits, else unasked. A request is answered too when the documents take another way.
  ///
  /// @return the 275; empty when all documents take another way
  /// @throws IllegalStateException when there is none to send, or the payer has no claim yet
  public Optional<ExchangedFile> sendNow(UUID claimId) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = claims.find(claimId).orElseThrow();
    if (claim.status().isChangeable() && claim.firstSentAt() == null) {
      throw new IllegalStateException(
          "The claim was not sent: its documents go out with it, and it announces them.");
    }
    var request = requests.open(claim.id()).orElse(null);
    var due = attachments.toBeSent(List.of(claim.id())).get(claim.id());
    if (due != null) return Optional.of(send(claim, due, request));
    var other = attachments.of(claim.id()).stream().filter(a -> !a.isAnnounced()).toList();
    if (request == null || other.stream().allMatch(a -> a.sending() != null)) {
      throw new IllegalStateException("There is no document to send. Add it first.");
    }
    requests.answered(
        request,
        "Sent by hand: "
            + String.join(", ", other.stream().map(ClaimAttachment::controlNumber).toList()));
    claims.note(claim.id(), "Records sent", "By another way than 275");
    return Optional.empty();
  }

  private ExchangedFile send(
      BilledClaim claim, List<ClaimAttachment> due, @Nullable RecordRequest request) {
    Payer payer = payers.get(claim.payerId());
    var envelope = routes.envelope(payer, "275");
    String group = interchanges.groupNumber(envelope);
    var records = records(claim, due, request, envelope.controlNumber());
    byte[] bytes =
        switch (X12Writer.complete(X12Writer.records(envelope, group, List.of(records)))) {
          case Written.Complete complete -> complete.bytes();
          case Written.Refused refused ->
              throw new IllegalStateException(
                  "The records cannot be written: " + refused.findings().getFirst().message());
        };
    var file = deliveries.send(payer, "275", envelope, bytes);
    long id =
        jdbc.sql(
                """
                insert into record_sending (claim_id, record_request_id, interchange_control_number,
                  group_control_number, exchanged_file_id, status, sent_by, sent_at)
                values (:claim, :request, :interchange, :group, :file, 'SENT', :by, :now)
                returning record_sending_id
                """)
            .param("claim", claim.id().value())
            .param("request", request == null ? null : request.id(), java.sql.Types.BIGINT)
            .param("interchange", envelope.controlNumber())
            .param("group", group)
            .param("file", file.id())
            .param("by", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    for (ClaimAttachment one : due) {
      jdbc.sql(
              """
              insert into record_sending_attachment (record_sending_id, claim_attachment_id)
              values (:sending, :attachment)
              """)
          .param("sending", id)
          .param("attachment", one.id())
          .update();
    }
    String what =
        "%d document%s in interchange %s"
            .formatted(due.size(), due.size() == 1 ? "" : "s", envelope.controlNumber());
    claims.note(claim.id(), "Records sent", what);
    if (request != null) requests.answered(request, "275, " + what);
    audit.record("sent records", "claim", claim.id(), claim.patientId().value(), what);
    return file;
  }

  private RecordsSent records(
      BilledClaim claim,
      List<ClaimAttachment> due,
      @Nullable RecordRequest request,
      String reference) {
    var practice = organizations.current();
    var snapshot = claim.snapshot();
    var member = snapshot.subscriber().memberId();
    var billing = snapshot.billingProvider();
    var name =
        switch (snapshot.patient().name()) {
          case PersonName person -> person;
          case OrganizationName organization ->
              new PersonName(organization.name(), null, null, null);
        };
    return new RecordsSent(
        request == null ? Occasion.UNASKED : Occasion.ASKED,
        reference,
        deadlines.today(),
        snapshot.payer().name(),
        snapshot.payer().id().value(),
        practice.name(),
        practice.npi().value(),
        billing.name().display(),
        billing.npi() == null ? null : billing.npi().value(),
        name,
        member == null ? null : member.value(),
        claim.controlNumber(),
        snapshot.servedFrom().orElse(claim.servedFrom()),
        snapshot.servedThrough().orElse(claim.servedFrom()),
        due.stream().map(one -> record(one, request)).toList());
  }

  private SentRecord record(ClaimAttachment one, @Nullable RecordRequest request) {
    String asked =
        request != null && request.source() == RecordRequest.Source.STATUS
            ? request.codes().split(" ", 2)[0]
            : null;
    String number =
        request != null && request.payerReference() != null
            ? request.payerReference()
            : one.controlNumber();
    return new SentRecord(
        number,
        asked,
        one.serviceLine() == null ? null : one.serviceLine().toString(),
        deadlines.today(),
        format(one.mediaType()),
        Base64.getEncoder().encodeToString(attachments.content(one)));
  }

  private static Format format(String mediaType) {
    return switch (mediaType) {
      case "text/xml", "application/xml" -> Format.HL7;
      case "text/plain" -> Format.TEXT;
      default -> Format.IMAGE;
    };
  }

  /// TA1 for a 275.
  ///
  /// @return false when no such interchange was sent
  boolean receive(InterchangeAcknowledgment acknowledgment, long fileId) {
    var sent = find("interchange_control_number", acknowledgment.controlNumber());
    if (sent.isEmpty()) return false;
    if (acknowledgment.isRejected()) {
      refused(
          sent.get(),
          "The TA1 refuses them, " + InterchangeNote.inWords(acknowledgment.noteCode()),
          fileId);
    }
    return true;
  }

  /// 999 for a 275: the payer has the documents, or they have to be sent again.
  ///
  /// @return false when no such group was sent
  boolean receive(FunctionalAcknowledgment acknowledgment, long fileId) {
    if (!acknowledgment.functionalId().equals("PI")) return false;
    var sent = find("group_control_number", acknowledgment.groupControlNumber());
    if (sent.isEmpty()) return false;
    boolean isAccepted = acknowledgment.code().equals("A") || acknowledgment.code().equals("E");
    if (isAccepted) {
      keep(sent.get(), "ACCEPTED", "999, code " + acknowledgment.code());
      claims.answered(
          new ClaimId(sent.get().claimId()), "Records received", "The 999 accepts them", fileId);
    } else {
      refused(sent.get(), "The 999 refuses them, code " + acknowledgment.code(), fileId);
    }
    return true;
  }

  private void refused(Sent sent, String why, long fileId) {
    keep(sent, "REJECTED", why);
    claims.answered(
        new ClaimId(sent.claimId()), "Records refused", why + ". Send them again", fileId);
    Long request = sent.requestId();
    if (request != null) requests.again(request, why);
  }

  private void keep(Sent sent, String status, String answer) {
    jdbc.sql(
            """
            update record_sending set status = :status, answer = :answer where record_sending_id = :id
            """)
        .param("status", status)
        .param("answer", answer)
        .param("id", sent.id())
        .update();
  }

  private Optional<Sent> find(String column, String number) {
    return jdbc.sql(
            """
            select record_sending_id, claim_id, record_request_id
            from record_sending
            where ltrim(%s, '0') = ltrim(:number, '0')
            order by record_sending_id desc
            limit 1
            """
                .formatted(column))
        .param("number", number.strip())
        .query((row, n) ->
            new Sent(
                row.getLong("record_sending_id"),
                row.getLong("claim_id"),
                row.getObject("record_request_id", Long.class)))
        .optional();
  }
}

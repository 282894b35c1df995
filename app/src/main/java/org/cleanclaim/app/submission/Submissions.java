package org.cleanclaim.app.submission;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.transport.Deliveries;
import org.cleanclaim.app.transport.Routes;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.x12.ClaimsWritten;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.SentClaims;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Writer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sends ready claims in one 837 file per payer and type, and their documents behind it, and
/// follows what comes back for whole files: TA1, 999.
@Component
@Transactional
public class Submissions {

  /// What came of sending.
  public sealed interface SubmitResult {
    /// The files lie in the outbox: one for each type of claim.
    ///
    /// @param held ready claims that could not be written and are held, a sentence each
    record Submitted(List<ExchangedFile> files, List<BilledClaim> claims, List<String> held)
        implements SubmitResult {
      public Submitted {
        files = List.copyOf(files);
        claims = List.copyOf(claims);
        held = List.copyOf(held);
      }

      /// The first file, the only one unless a payer gets claims of two types.
      public ExchangedFile file() {
        return files.getFirst();
      }
    }

    /// The payer has no claim that is ready.
    ///
    /// @param held ready claims that could not be written and are held, a sentence each
    record NothingReady(List<String> held) implements SubmitResult {
      public NothingReady {
        held = List.copyOf(held);
      }
    }
  }

  private static final int MARKED_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final Claims claims;
  private final Organizations organizations;
  private final FileExchange files;
  private final Interchanges interchanges;
  private final Routes routes;
  private final Deliveries deliveries;
  private final SentFiles sendings;
  private final Receipts receipts;
  private final RecordSending records;
  private final AuditTrail audit;
  private final Clock clock;

  Submissions(
      JdbcClient jdbc,
      Claims claims,
      Organizations organizations,
      FileExchange files,
      Interchanges interchanges,
      Routes routes,
      Deliveries deliveries,
      SentFiles sendings,
      Receipts receipts,
      RecordSending records,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.claims = claims;
    this.organizations = organizations;
    this.files = files;
    this.interchanges = interchanges;
    this.routes = routes;
    this.deliveries = deliveries;
    this.sendings = sendings;
    this.receipts = receipts;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sends all ready claims of a payer. Held claims stay behind and hold up nobody.
  public SubmitResult submit(Payer payer) {
    var sentFiles = new ArrayList<ExchangedFile>();
    var sentClaims = new ArrayList<BilledClaim>();
    var held = new ArrayList<String>();
    var waiting = claims.ready(payer.id());
    for (ClaimType type : List.of(ClaimType.PROFESSIONAL, ClaimType.INSTITUTIONAL)) {
      var ready =
          new ArrayList<>(waiting.stream().filter(c -> c.snapshot().type() == type).toList());
      var file = submit(payer, type == ClaimType.PROFESSIONAL ? "837P" : "837I", ready, held);
      if (file.isEmpty()) continue;
      sentFiles.add(file.get());
      records.follow(ready);
      sentClaims.addAll(ready);
    }
    return sentFiles.isEmpty()
        ? new SubmitResult.NothingReady(held)
        : new SubmitResult.Submitted(sentFiles, sentClaims, held);
  }

  /// @param ready claims of one type; those that cannot be written are taken out
  /// @param held gets what those lack, a sentence each
  private Optional<ExchangedFile> submit(
      Payer payer, String kind, List<BilledClaim> ready, List<String> held) {
    if (ready.isEmpty()) return Optional.empty();
    var envelope = routes.envelope(payer, kind);
    String group = interchanges.groupNumber(envelope);
    var written = X12Writer.completeClaims(envelope, group, batch(payer, kind, envelope, ready));
    if (written instanceof ClaimsWritten.Refused refused) {
      held.addAll(hold(ready, refused));
      if (ready.isEmpty()) return Optional.empty();
      written = X12Writer.completeClaims(envelope, group, batch(payer, kind, envelope, ready));
    }
    byte[] bytes =
        switch (written) {
          case ClaimsWritten.Written file -> file.bytes();
          case ClaimsWritten.Refused refused ->
              throw new IllegalStateException(
                  "claims without an error of their own are refused: " + refused.errorsByClaim());
        };
    var file = deliveries.send(payer, kind, envelope, bytes);
    long submissionId =
        jdbc.sql(
                """
                insert into submission (payer_id, interchange_control_number, group_control_number, exchanged_file_id,
                  status, sent_at)
                values (:payer, :interchange, :group, :file, 'SENT', :now)
                returning submission_id
                """)
            .param("payer", payer.id())
            .param("interchange", envelope.controlNumber())
            .param("group", group)
            .param("file", file.id())
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    for (int from = 0; from < ready.size(); from += MARKED_AT_ONCE) {
      var some = ready.subList(from, Math.min(from + MARKED_AT_ONCE, ready.size()));
      keep(submissionId, some);
      claims.sent(some, file.id(), envelope.controlNumber());
    }
    audit.record("sent " + ready.size() + " claims", "submission", submissionId, null, null);
    return Optional.of(file);
  }

  private void keep(long submissionId, List<BilledClaim> sent) {
    jdbc.sql(
            """
            insert into submission_claim (submission_id, claim_id, revision)
            select :submission, claim, revision
            from unnest(:claims::bigint[], :revisions::int[]) as s (claim, revision)
            """)
        .param("submission", submissionId)
        .param("claims", sent.stream().map(c -> c.id().value()).toArray(Long[]::new))
        .param("revisions", sent.stream().map(BilledClaim::revision).toArray(Integer[]::new))
        .update();
  }

  private Transaction.ClaimBatch batch(
      Payer payer, String kind, Envelope envelope, List<BilledClaim> ready) {
    var practice = organizations.current();
    var number = routes.payerNumber(payer, kind);
    return Transaction.ClaimBatch.of(
        practice.name(),
        practice.npi().value(),
        new Contact("Billing office", practice.phone(), null),
        payer.name(),
        number.value(),
        envelope.controlNumber(),
        ready.stream().map(claim -> NamedPayer.of(claim.snapshot(), number)).toList());
  }

  // An incomplete claim is held with what it lacks; the others go on.
  private List<String> hold(List<BilledClaim> ready, ClaimsWritten.Refused refused) {
    var held = new ArrayList<String>();
    for (BilledClaim claim : List.copyOf(ready)) {
      var errors = refused.errorsByClaim().get(claim.controlNumber());
      if (errors == null) continue;
      String why = "It cannot be written: " + String.join(" ", errors);
      claims.refused(claim.id(), why);
      held.add(claim.controlNumber() + ": " + why);
      ready.remove(claim);
    }
    return held;
  }

  /// TA1: a rejected interchange sends all its claims back.
  ///
  /// @return false when no such interchange was sent
  public boolean receive(InterchangeAcknowledgment acknowledgment, long fileId) {
    var sent = sendings.ofInterchange(acknowledgment.controlNumber());
    if (sent.isEmpty()) return records.receive(acknowledgment, fileId);
    receipts.keep(
        sent.get().submissionId(),
        null,
        "TA1",
        acknowledgment.isRejected()
            ? "refused, note " + acknowledgment.noteCode()
            : "interchange accepted",
        fileId);
    if (acknowledgment.isRejected()) {
      sendings.setStatus(sent.get(), "INTERCHANGE_REJECTED");
      String why =
          "The TA1 refuses the interchange, " + InterchangeNote.inWords(acknowledgment.noteCode());
      sendings.claims(sent.get()).forEach(id -> claims.rejected(id, why, fileId));
    }
    return true;
  }

  /// 999: an accepted group moves its claims on, a rejected one sends them back, each with the
  /// errors that are about it. One may be accepted with errors (AK901 or IK501 is E).
  ///
  /// @return false when no such group was sent
  public boolean receive(FunctionalAcknowledgment acknowledgment, long fileId) {
    if (records.receive(acknowledgment, fileId)) return true;
    var sent = sendings.ofGroup(acknowledgment.groupControlNumber());
    if (sent.isEmpty()) return false;
    boolean isAccepted = acknowledgment.code().equals("A") || acknowledgment.code().equals("E");
    sendings.setStatus(sent.get(), isAccepted ? "ACCEPTED" : "GROUP_REJECTED");
    receipts.keep(
        sent.get().submissionId(),
        null,
        "999",
        (isAccepted ? "group accepted, code " : "group refused, code ") + acknowledgment.code(),
        fileId);
    var errors = errors(sent.get(), acknowledgment);
    for (ClaimId id : sendings.claims(sent.get())) {
      String number = claims.get(id).controlNumber();
      if (isAccepted) {
        var own = errors.getOrDefault(number, List.of());
        if (!own.isEmpty()) {
          receipts.keep(
              sent.get().submissionId(),
              id.value(),
              "999",
              "accepted with errors: " + String.join(" ", own),
              fileId);
        }
        claims.fileAccepted(id, own, fileId);
      } else {
        claims.rejected(id, why(acknowledgment, errors, number), fileId);
      }
    }
    return true;
  }

  private Map<String, List<String>> errors(
      SentFiles.Sent sent, FunctionalAcknowledgment acknowledgment) {
    if (acknowledgment.transactions().stream().allMatch(t -> t.errors().isEmpty())) return Map.of();
    return files
        .find(sent.fileId())
        .map(file -> SentClaims.of(files.content(file)).errorsByClaim(acknowledgment))
        .orElse(Map.of());
  }

  private static String why(
      FunctionalAcknowledgment acknowledgment,
      Map<String, List<String>> errors,
      String claimNumber) {
    var own = errors.get(claimNumber);
    boolean isWhole = acknowledgment.transactions().isEmpty();
    if (own == null && isWhole) {
      return "The 999 refuses the whole group, %s. Its file has to be mended, not the claim."
          .formatted(GroupCodes.inWords(acknowledgment));
    }
    return own == null
        ? "The 999 refuses the transaction for an error of another claim in it. Send it again."
        : "The 999 refuses the transaction: " + String.join(" ", own);
  }
}

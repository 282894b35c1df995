package org.cleanclaim.app.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers ask for to decide on claims, each with a clock until the records are on their way.
@Component
@Transactional
public class RecordRequests {
  private static final String SELECT =
      """
      select record_request_id, public_id, claim_id, source, codes, payer_reference, what, asked_on, status
      from record_request
      """;

  private final JdbcClient jdbc;
  private final ClaimRecords records;
  private final ClaimUpdates updates;
  private final Deadlines deadlines;
  private final AuditTrail audit;
  private final Clock clock;

  RecordRequests(
      JdbcClient jdbc,
      ClaimRecords records,
      ClaimUpdates updates,
      Deadlines deadlines,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.records = records;
    this.updates = updates;
    this.deadlines = deadlines;
    this.audit = audit;
    this.clock = clock;
  }

  /// Keeps a request; the same one may come twice.
  ///
  /// @param respondBy the payer's own last day; null when it names none
  public void ask(
      ClaimId id,
      RecordRequest.Source source,
      String codes,
      @Nullable String payerReference,
      String what,
      LocalDate askedOn,
      @Nullable LocalDate respondBy) {
    var request =
        jdbc.sql(
                """
                insert into record_request (claim_id, source, codes, payer_reference, what, asked_on, status)
                values (:claim, :source, :codes, :reference, :what, :on, 'OPEN')
                on conflict (claim_id, source, codes, asked_on) do nothing
                returning record_request_id
                """)
            .param("claim", id.value())
            .param("source", source.name())
            .param("codes", codes)
            .param("reference", payerReference)
            .param("what", what)
            .param("on", askedOn)
            .query(Long.class)
            .optional();
    if (request.isEmpty()) return;
    var claim = records.find(id).orElseThrow();
    var due =
        deadlines
            .run(
                ClockStart.of(
                        ClockKind.RECORDS,
                        subject(request.get()),
                        rule(askedOn, respondBy),
                        askedOn)
                    .ofClaim(id.value(), claim.payerId(), "/claims/" + claim.publicId()))
            .dueOn();
    updates.note(id, "Records asked for", what, "Send the records by " + due, null);
  }

  private static ClockRule rule(LocalDate askedOn, @Nullable LocalDate respondBy) {
    if (respondBy == null) return LegalClocks.RECORDS;
    long days = Math.max(0, ChronoUnit.DAYS.between(askedOn, respondBy));
    return ClockRule.days(Math.toIntExact(days), "the payer's request names its last day");
  }

  /// Keeps a request that came by letter or telephone.
  ///
  /// @throws IllegalStateException when it does not say what is asked
  public void typed(UUID claimId, String what, String payerReference, LocalDate askedOn) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var claim = records.lock(claimId).orElseThrow();
    if (what.strip().length() < 5) {
      throw new IllegalStateException("Say what the payer asks for, in at least five characters.");
    }
    if (askedOn.isAfter(deadlines.today())) {
      throw new IllegalStateException("The payer cannot have asked on a day to come.");
    }
    ask(
        claim.id(),
        RecordRequest.Source.LETTER,
        payerReference.isBlank() ? "letter" : payerReference.strip(),
        payerReference.isBlank() ? null : payerReference.strip(),
        what.strip(),
        askedOn,
        null);
    audit.record(
        "kept a request for records", "claim", claim.id(), claim.patientId().value(), what.strip());
  }

  /// The requests of a claim, the first first.
  @Transactional(readOnly = true)
  public List<RecordRequest> of(ClaimId claim) {
    return jdbc.sql(SELECT + "where claim_id = :claim order by record_request_id")
        .param("claim", claim.value())
        .query(this::request)
        .list();
  }

  /// The oldest request of a claim that waits.
  @Transactional(readOnly = true)
  public Optional<RecordRequest> open(ClaimId claim) {
    return of(claim).stream().filter(r -> r.status() == RecordRequest.Status.OPEN).findFirst();
  }

  /// The records are on their way.
  public void answered(RecordRequest request, String evidence) {
    end(request, RecordRequest.Status.ANSWERED, evidence);
    deadlines.met(ClockKind.RECORDS, subject(request.id()), 1, deadlines.today(), evidence);
  }

  /// What was sent did not arrive: the request stands again, with its clock.
  public void again(long requestId, String why) {
    jdbc.sql(
            """
            update record_request set status = 'OPEN', ended_why = null, ended_at = null where record_request_id = :id
            """)
        .param("id", requestId)
        .update();
    deadlines.restart(ClockKind.RECORDS, subject(requestId), 1, why);
  }

  /// The payment with which the payer asked is another claim's: nothing is asked of this one.
  public void withdraw(ClaimId claim, String codes, String why) {
    for (RecordRequest request : denied(claim, codes, false)) {
      if (request.status() != RecordRequest.Status.OPEN) continue;
      end(request, RecordRequest.Status.CLOSED, why);
      setWithdrawn(request, true);
      deadlines.ended(ClockKind.RECORDS, subject(request.id()), why);
    }
  }

  /// The payment is this claim's after all.
  public void askedAgain(ClaimId claim, String codes, String why) {
    for (RecordRequest request : denied(claim, codes, true)) {
      setWithdrawn(request, false);
      again(request.id(), why);
    }
  }

  private List<RecordRequest> denied(ClaimId claim, String codes, boolean withdrawn) {
    return jdbc.sql(
            SELECT
                + """
                where claim_id = :claim and source = 'DENIAL' and codes = :codes and is_withdrawn = :withdrawn
                order by record_request_id
                """)
        .param("claim", claim.value())
        .param("codes", codes)
        .param("withdrawn", withdrawn)
        .query(this::request)
        .list();
  }

  private void setWithdrawn(RecordRequest request, boolean withdrawn) {
    jdbc.sql("update record_request set is_withdrawn = :withdrawn where record_request_id = :id")
        .param("withdrawn", withdrawn)
        .param("id", request.id())
        .update();
  }

  /// No records are sent.
  ///
  /// @throws IllegalStateException when it is not open or the reason is missing
  public void close(UUID requestId, String reason) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var request =
        jdbc.sql(SELECT + "where public_id = :id for update")
            .param("id", requestId)
            .query(this::request)
            .optional()
            .orElseThrow();
    if (request.status() != RecordRequest.Status.OPEN) {
      throw new IllegalStateException("The request is not open any more.");
    }
    if (reason.strip().length() < 5) {
      throw new IllegalStateException("Say why no records are sent, in at least five characters.");
    }
    end(request, RecordRequest.Status.CLOSED, reason.strip());
    deadlines.ended(ClockKind.RECORDS, subject(request.id()), reason.strip());
    var claim = records.find(new ClaimId(request.claimId())).orElseThrow();
    updates.note(claim.id(), "Request closed", reason.strip(), claim.status().nextStep(), null);
    audit.record(
        "closed a request for records",
        "claim",
        claim.id(),
        claim.patientId().value(),
        reason.strip());
  }

  private void end(RecordRequest request, RecordRequest.Status status, String why) {
    jdbc.sql(
            """
            update record_request set status = :status, ended_why = :why, ended_at = :now where record_request_id = :id
            """)
        .param("status", status.name())
        .param("why", why)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", request.id())
        .update();
  }

  private static String subject(long request) {
    return "records " + request;
  }

  private RecordRequest request(ResultSet row, int n) throws SQLException {
    var askedOn = row.getObject("asked_on", LocalDate.class);
    long id = row.getLong("record_request_id");
    return new RecordRequest(
        id,
        row.getObject("public_id", UUID.class),
        row.getLong("claim_id"),
        RecordRequest.Source.valueOf(row.getString("source")),
        row.getString("codes"),
        row.getString("payer_reference"),
        row.getString("what"),
        askedOn,
        deadlines
            .find(ClockKind.RECORDS, subject(id), 1)
            .map(org.cleanclaim.app.deadline.Clock::dueOn)
            .orElse(askedOn),
        RecordRequest.Status.valueOf(row.getString("status")));
  }
}

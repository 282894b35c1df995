package org.cleanclaim.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Amounts the practice gives up, with a reason. Up to the limit of the role it is posted at once;
/// above it waits for a second person. What somebody gave up alone for the same account before
/// counts too: a large amount cut into small ones stays large.
@Component
@Transactional
public class WriteOffs {
  /// How many days earlier write-offs of one person count against the limit.
  private static final int DAYS_THAT_COUNT = 30;

  /// Why an amount is given up.
  public enum Reason {
    SMALL_BALANCE("Small balance"),
    BAD_DEBT("Bad debt"),
    TIMELY_FILING("Filed too late"),
    NOT_AUTHORIZED("Not authorized"),
    CHARITY("Financial assistance"),
    COURTESY("Courtesy"),
    CONTRACT("Contract"),
    OTHER("Other");

    private final String title;

    Reason(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /// Where a write-off stands.
  public enum Status {
    WAITING,
    POSTED,
    REFUSED
  }

  /// What is asked for.
  ///
  /// @param claimId of the claim; for a patient's balance the patient is named instead
  public record Request(
      Account account,
      long patientId,
      @Nullable Long claimId,
      Reason reason,
      String note,
      Money amount) {}

  /// A write-off as it is kept.
  public record WriteOff(
      UUID id,
      Account account,
      UUID patientId,
      String patient,
      @Nullable UUID claimId,
      @Nullable String claim,
      Reason reason,
      String note,
      Money amount,
      Status status,
      String requestedBy,
      Instant requestedAt,
      @Nullable String decidedBy) {}

  private record Waiting(
      long id,
      Account account,
      long patientId,
      @Nullable Long claimId,
      Reason reason,
      Money amount,
      String requestedBy,
      Status status) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final OpenVisits visits;
  private final WriteOffLimits limits;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Organizations organizations;
  private final Clock clock;

  WriteOffs(
      JdbcClient jdbc,
      Ledger ledger,
      OpenVisits visits,
      WriteOffLimits limits,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.visits = visits;
    this.limits = limits;
    this.audit = audit;
    this.events = events;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// Asks for a write-off; within the limit it is posted at once.
  ///
  /// @throws LedgerRefusal when more is given up than is owed
  public WriteOff request(Request request) {
    AccessDeniedForActor.unless(Permission.WRITE_OFF);
    lock(request.patientId());
    Money owed = owed(request.account(), request.patientId(), request.claimId());
    if (!request.amount().isPositive() || request.amount().compareTo(owed) > 0) {
      throw new LedgerRefusal(
          "%s cannot be written off: %s is owed.".formatted(request.amount(), owed));
    }
    if (request.note().isBlank())
      throw new LedgerRefusal("A write-off needs a note that says why.");
    boolean isAlone = request.amount().plus(givenUpAlone(request)).compareTo(limits.ofActor()) <= 0;
    UUID id =
        jdbc.sql(
                """
                insert into write_off (account, patient_id, claim_id, reason, note, amount, status, requested_by,
                  requested_at)
                values (:account, :patient, :claim, :reason, :note, :amount, 'WAITING', :actor, :now)
                returning public_id
                """)
            .param("account", request.account().name())
            .param("patient", request.patientId())
            .param("claim", request.claimId())
            .param("reason", request.reason().name())
            .param("note", request.note().strip())
            .param("amount", request.amount().toBigDecimal())
            .param("actor", Acting.actor().name())
            .param("now", now())
            .query(UUID.class)
            .single();
    audit.record("asked for write-off", "write-off", id, request.patientId(), request.note());
    if (isAlone) post(waiting(id), id);
    return get(id);
  }

  /// A second person agrees: it is posted.
  public WriteOff approve(UUID id) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    var waiting = stillWaiting(id);
    if (waiting.requestedBy().equals(Acting.actor().name())) {
      throw new LedgerRefusal("Nobody approves what they have asked for themselves.");
    }
    lock(waiting.patientId());
    Money owed = owed(waiting.account(), waiting.patientId(), waiting.claimId());
    if (waiting.amount().compareTo(owed) > 0) {
      throw new LedgerRefusal(
          "Only %s is owed by now, not %s: refuse it and ask anew."
              .formatted(owed, waiting.amount()));
    }
    post(waiting, id);
    return get(id);
  }

  /// A second person does not agree: nothing is posted.
  public WriteOff refuse(UUID id, String why) {
    AccessDeniedForActor.unless(Permission.APPROVE_WRITE_OFF);
    var waiting = stillWaiting(id);
    if (why.isBlank()) {
      throw new LedgerRefusal("Say why it is refused: whoever asked for it will want to know.");
    }
    decide(id, Status.REFUSED);
    audit.record("refused write-off", "write-off", id, waiting.patientId(), why.strip());
    return get(id);
  }

  /// Two write-offs of one account at a time would both see all that is owed.
  private void lock(long patientId) {
    jdbc.sql("select patient_id from patient where patient_id = :id for update")
        .param("id", patientId)
        .query(Long.class)
        .single();
  }

  private Money givenUpAlone(Request request) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) as amount
            from write_off
            where patient_id = :patient and account = :account and claim_id is not distinct from :claim::bigint
              and status = 'POSTED' and requested_by = :actor and decided_by = :actor and requested_at > :since
            """)
        .param("patient", request.patientId())
        .param("account", request.account().name())
        .param("claim", request.claimId())
        .param("actor", Acting.actor().name())
        .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(DAYS_THAT_COUNT))))
        .query((row, n) -> money(row))
        .single();
  }

  /// A page of those that wait for a second person, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<WriteOff> waiting(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "where w.status = 'WAITING' order by w.requested_at, w.write_off_id"
                + ListPage.PART),
        WriteOffs::writeOff,
        page);
  }

  /// A page: the waiting ones first, then the latest.
  @Transactional(readOnly = true)
  public ListPage<WriteOff> list(int page) {
    return ListPage.of(
        jdbc.sql(SELECT + "order by w.status <> 'WAITING', w.write_off_id desc" + ListPage.PART),
        WriteOffs::writeOff,
        page);
  }

  private static final String SELECT =
      """
      select w.public_id, w.account, p.public_id as patient_public, p.last_name || ', ' || p.first_name as patient,
        c.public_id as claim_public, c.control_number, w.reason, w.note, w.amount, w.status, w.requested_by, w.requested_at, w.decided_by
      from write_off w
      join patient p using (patient_id)
      left join claim c using (claim_id)
      """;

  @Transactional(readOnly = true)
  public Optional<WriteOff> find(UUID id) {
    return jdbc.sql(SELECT + "where w.public_id = :id")
        .param("id", id)
        .query(WriteOffs::writeOff)
        .optional();
  }

  private WriteOff get(UUID id) {
    return find(id).orElseThrow();
  }

  private void post(Waiting waiting, UUID id) {
    decide(id, Status.POSTED);
    String why = waiting.reason().title();
    Long claimId = waiting.claimId();
    var draft =
        PostingDraft.of(
            "WRITE_OFF",
            why,
            "write-off " + waiting.id(),
            "write-off-" + id,
            organizations.today());
    for (OpenVisits.Part part : parts(waiting)) {
      draft
          .about(part.patientId(), part.encounterId(), claimId, payer(claimId))
          .debit(Account.WRITE_OFF, part.amount(), null, why)
          .credit(waiting.account(), part.amount(), null, why);
    }
    ledger.post(draft.build());
    audit.record("wrote off", "write-off", id, waiting.patientId(), why);
    if (claimId != null) {
      events.publishEvent(new ClaimWrittenOff(claimId, ledger.claimBalance(claimId)));
    }
  }

  private List<OpenVisits.Part> parts(Waiting waiting) {
    return waiting.account() == Account.PATIENT_RECEIVABLE
        ? visits.parts(waiting.patientId(), waiting.amount())
        : List.of(new OpenVisits.Part(waiting.patientId(), null, waiting.amount()));
  }

  private @Nullable Long payer(@Nullable Long claimId) {
    if (claimId == null) return null;
    return jdbc.sql("select payer_id from claim where claim_id = :id")
        .param("id", claimId)
        .query(Long.class)
        .single();
  }

  private void decide(UUID id, Status status) {
    jdbc.sql(
            """
            update write_off
            set status = :status, decided_by = :actor, decided_at = :now
            where public_id = :id
            """)
        .param("status", status.name())
        .param("actor", Acting.actor().name())
        .param("now", now())
        .param("id", id)
        .update();
  }

  private Waiting stillWaiting(UUID id) {
    var waiting = waiting(id);
    if (waiting.status() != Status.WAITING) throw new LedgerRefusal("This was decided already.");
    return waiting;
  }

  private Waiting waiting(UUID id) {
    return jdbc.sql(
            """
            select write_off_id, account, patient_id, claim_id, reason, amount, requested_by, status
            from write_off
            where public_id = :id
            for update
            """)
        .param("id", id)
        .query((row, n) ->
            new Waiting(
                row.getLong("write_off_id"),
                Account.valueOf(row.getString("account")),
                row.getLong("patient_id"),
                row.getObject("claim_id", Long.class),
                Reason.valueOf(row.getString("reason")),
                money(row),
                row.getString("requested_by"),
                Status.valueOf(row.getString("status"))))
        .optional()
        .orElseThrow(() -> new LedgerRefusal("There is no such write-off."));
  }

  private Money owed(Account account, long patientId, @Nullable Long claimId) {
    return switch (account) {
      case INSURANCE_RECEIVABLE -> {
        if (claimId == null) throw new LedgerRefusal("A claim is needed for what a payer owes.");
        yield ledger.claimBalance(claimId);
      }
      case PATIENT_RECEIVABLE -> ledger.accountBalance(account, patientId);
      case CHARGES,
          UNBILLED,
          CONTRACTUAL_ADJUSTMENT,
          WRITE_OFF,
          DEPOSIT_IN_TRANSIT,
          BANK,
          UNAPPLIED_CASH,
          REFUND,
          PROVIDER_ADJUSTMENT,
          INTEREST ->
          throw new LedgerRefusal("Only what somebody owes can be written off.");
    };
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static WriteOff writeOff(ResultSet row, int n) throws SQLException {
    return new WriteOff(
        row.getObject("public_id", UUID.class),
        Account.valueOf(row.getString("account")),
        row.getObject("patient_public", UUID.class),
        row.getString("patient"),
        row.getObject("claim_public", UUID.class),
        row.getString("control_number"),
        Reason.valueOf(row.getString("reason")),
        row.getString("note"),
        money(row),
        Status.valueOf(row.getString("status")),
        row.getString("requested_by"),
        row.getTimestamp("requested_at").toInstant(),
        row.getString("decided_by"));
  }

  private static Money money(ResultSet row) throws SQLException {
    return Money.of(row.getBigDecimal("amount").toPlainString());
  }
}

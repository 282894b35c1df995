package org.cleanclaim.app.denial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of cases and their events.
@Component
class DenialRecords {
  static final String SELECT =
      """
      select d.denial_case_id, d.public_id, d.claim_id, c.public_id as claim_public_id, c.control_number,
        p.name as payer_name, d.line, d.procedure, d.adjustment_group, d.reason_code, d.remarks, d.amount, d.cause,
        d.proposed_action, d.status, d.act_by, d.root_cause, d.owner, d.is_preventable, d.guidance, d.action,
        d.recovered, d.prevented_by, d.correction_claim_id
      from denial_case d
      join claim c using (claim_id)
      join payer p on p.payer_id = d.payer_id
      """;

  private final JdbcClient jdbc;
  private final CodeSets codeSets;
  private final Clock clock;

  DenialRecords(JdbcClient jdbc, CodeSets codeSets, Clock clock) {
    this.jdbc = jdbc;
    this.codeSets = codeSets;
    this.clock = clock;
  }

  List<DenialCase> list(DenialFilter filter, int limit) {
    return fitting(filter).param("rows", limit).param("skipped", 0).query(this::denial).list();
  }

  ListPage<DenialCase> page(DenialFilter filter, int page) {
    return ListPage.of(fitting(filter), this::denial, page);
  }

  private JdbcClient.StatementSpec fitting(DenialFilter filter) {
    return jdbc.sql(
            SELECT
                + """
                where d.denial_case_id in (
                  select d.denial_case_id
                  from denial_case d
                  where %s
                    and (:cause::text is null or d.cause = :cause)
                    and (:payer::text is null or d.payer_id = (select payer_id from payer where slug = :payer))
                    and (:owner::text is null or d.owner = :owner)
                    and (:owned::text[] is null or d.owner = any (:owned))
                  order by d.act_by, d.amount desc, d.denial_case_id
                  limit :rows offset :skipped)
                order by d.act_by, d.amount desc, d.denial_case_id
                """
                    .formatted(DenialFilter.condition(filter.state())))
        .param("state", filter.state())
        .param("cause", filter.cause())
        .param("payer", filter.payer())
        .param("owner", filter.owner())
        .param("owned", Acting.actor().ownersUnless(Permission.SEE_CLAIM), Types.ARRAY);
  }

  List<DenialCase> ofClaim(long claimId) {
    return jdbc.sql(SELECT + "where d.claim_id = :id order by d.line, d.denial_case_id")
        .param("id", claimId)
        .query(this::denial)
        .list();
  }

  /// The cases of what one payment refuses of a claim.
  List<DenialCase> ofPayment(long claimPaymentId, long claimId) {
    return jdbc.sql(
            SELECT
                + """
                where d.claim_payment_id = :payment and d.claim_id = :claim
                order by d.denial_case_id
                """)
        .param("payment", claimPaymentId)
        .param("claim", claimId)
        .query(this::denial)
        .list();
  }

  /// The withdrawn cases of payments of a remittance that are matched to their claims by now.
  List<DenialCase> withdrawn(long remittanceId) {
    return jdbc.sql(
            SELECT
                + """
                join claim_payment m on m.claim_payment_id = d.claim_payment_id and m.claim_id = d.claim_id
                where m.remittance_id = :remittance and d.withdrawn_from is not null
                order by d.denial_case_id
                """)
        .param("remittance", remittanceId)
        .query(this::denial)
        .list();
  }

  /// The number of a claim of which no payment refuses anything.
  Optional<String> withoutDenial(long claimId) {
    return jdbc.sql(
            """
            select c.control_number
            from claim c
            where c.claim_id = :claim and not exists (
              select from denial_case d where d.claim_id = c.claim_id and d.withdrawn_from is null)
            """)
        .param("claim", claimId)
        .query(String.class)
        .optional();
  }

  /// Cases with work waiting whose corrected claims are among the given ones, each with that claim.
  Map<DenialCase, Long> correctedBy(List<Long> claimIds) {
    var corrected = new LinkedHashMap<DenialCase, Long>();
    jdbc.sql(
            SELECT
                + """
                where d.correction_claim_id = any (:ids) and d.status in ('NEW', 'IN_WORK')
                order by d.correction_claim_id, d.denial_case_id
                """)
        .param("ids", claimIds.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row -> corrected.put(denial(row, 0), row.getLong("correction_claim_id")));
    return corrected;
  }

  /// The cases of claims that have been appealed, but those of the given payments.
  List<DenialCase> appealed(List<Long> claimIds, List<Long> paymentIds) {
    return jdbc.sql(
            SELECT
                + """
                join claim_payment own on own.claim_payment_id = d.claim_payment_id and own.claim_id = d.claim_id
                where d.claim_id = any (:ids) and d.claim_payment_id <> all (:payments)
                  and exists (select from denial_appeal a
                    where a.denial_case_id = d.denial_case_id and a.sent_on is not null)
                order by d.denial_case_id
                """)
        .param("ids", claimIds.toArray(Long[]::new))
        .param("payments", paymentIds.toArray(Long[]::new))
        .query(this::denial)
        .list();
  }

  /// The cases with no appeal before the payer, of claims that a remittance decides, whose refusal
  /// it takes back or decides anew.
  List<DenialCase> superseded(long remittanceId, List<Long> claimIds) {
    return jdbc.sql(
            SELECT
                + """
                where d.claim_id = any (:ids) and d.correction_claim_id is null
                  and (d.status in ('NEW', 'IN_WORK') or d.status in ('PART_WON', 'LOST') and d.action = 'APPEAL')
                  and not exists (select from claim_payment own
                    where own.claim_payment_id = d.claim_payment_id and own.remittance_id = :remittance)
                  and (exists (select from claim_payment r
                      where r.remittance_id = :remittance and r.reverses_claim_payment_id = d.claim_payment_id)
                    or exists (select from claim_payment n
                      join line_adjudication l using (claim_payment_id)
                      where n.remittance_id = :remittance and n.claim_id = d.claim_id and l.outcome <> 'REVERSED'
                        and (l.allowed > 0 or l.outcome = 'CAPITATED') and (l.line = d.line or d.line is null)))
                order by d.denial_case_id
                """)
        .param("remittance", remittanceId)
        .param("ids", claimIds.toArray(Long[]::new))
        .query(this::denial)
        .list();
  }

  DenialCase get(long id) {
    return jdbc.sql(SELECT + "where d.denial_case_id = :id")
        .param("id", id)
        .query(this::denial)
        .single();
  }

  Optional<DenialCase> find(UUID publicId) {
    return jdbc.sql(SELECT + "where d.public_id = :id")
        .param("id", publicId)
        .query(this::denial)
        .optional();
  }

  /// The case, held for the rest of the transaction.
  DenialCase lock(UUID publicId) {
    return jdbc.sql(SELECT + "where d.public_id = :id for update of d")
        .param("id", publicId)
        .query(this::denial)
        .optional()
        .orElseThrow();
  }

  /// Moves a case and writes why.
  ///
  /// @param action what was decided, null to leave it
  void move(DenialCase denial, Status status, @Nullable Action action, String what, String why) {
    boolean isOver = status == Status.CLOSED || status == Status.WON;
    var now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update denial_case
            set status = :status, action = coalesce(:action, action), version = version + 1,
              closed_at = case when :over then coalesce(closed_at, :now::timestamptz) else closed_at end,
              closing_note = case when :over then :why else closing_note end
            where denial_case_id = :id
            """)
        .param("status", status.name())
        .param("action", action == null ? null : action.name())
        .param("over", isOver)
        .param("now", now)
        .param("why", why)
        .param("id", denial.id())
        .update();
    note(denial.id(), what, why);
  }

  /// It is no denial of its claim; how it stood is kept.
  void withdraw(DenialCase denial, String why) {
    jdbc.sql(
            """
            update denial_case
            set withdrawn_from = coalesce(withdrawn_from, status), status = 'CLOSED', version = version + 1,
              closed_at = coalesce(closed_at, :now), closing_note = coalesce(closing_note, :why)
            where denial_case_id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("why", why)
        .param("id", denial.id())
        .update();
    note(denial.id(), "Withdrawn", why);
  }

  /// One that was withdrawn stands as it did.
  void again(DenialCase denial, String why) {
    jdbc.sql(
            """
            update denial_case
            set status = withdrawn_from, withdrawn_from = null, version = version + 1,
              closed_at = case when withdrawn_from in ('WON', 'CLOSED') then closed_at end,
              closing_note = case when withdrawn_from in ('WON', 'CLOSED') then closing_note end
            where denial_case_id = :id and withdrawn_from is not null
            """)
        .param("id", denial.id())
        .update();
    note(denial.id(), "Opened again", why);
  }

  /// What settled a case turned out not to be about it.
  ///
  /// @param action what had been decided before; null for nothing
  void reopen(DenialCase denial, Status status, @Nullable Action action, String why) {
    jdbc.sql(
            """
            update denial_case
            set status = :status, action = :action, version = version + 1, closed_at = null, closing_note = null
            where denial_case_id = :id
            """)
        .param("status", status.name())
        .param("action", action == null ? null : action.name())
        .param("id", denial.id())
        .update();
    note(denial.id(), "Opened again", why);
  }

  void recover(DenialCase denial, Money recovered) {
    set(denial, "recovered", recovered.toBigDecimal());
  }

  void correctWith(DenialCase denial, long claimId) {
    set(denial, "correction_claim_id", claimId);
  }

  void preventBy(DenialCase denial, String ruleId) {
    set(denial, "prevented_by", ruleId);
  }

  void assign(DenialCase denial, String owner) {
    set(denial, "owner", owner);
  }

  void actBy(UUID publicId, LocalDate day) {
    jdbc.sql("update denial_case set act_by = :day where public_id = :id")
        .param("day", day)
        .param("id", publicId)
        .update();
  }

  private void set(DenialCase denial, String column, Object value) {
    jdbc.sql(
            "update denial_case set %s = :value, version = version + 1 where denial_case_id = :id"
                .formatted(column))
        .param("value", value)
        .param("id", denial.id())
        .update();
  }

  void note(long caseId, String what, String why) {
    jdbc.sql(
            """
            insert into denial_event (denial_case_id, happened_at, actor, what, why)
            values (:id, :now, :actor, :what, :why)
            """)
        .param("id", caseId)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", Acting.actor().name())
        .param("what", what)
        .param("why", why)
        .update();
  }

  List<CaseEvent> events(long caseId) {
    return jdbc.sql(
            "select happened_at, actor, what, why from denial_event where denial_case_id = :id"
                + " order by denial_event_id")
        .param("id", caseId)
        .query((row, n) ->
            new CaseEvent(
                row.getTimestamp("happened_at").toInstant(),
                row.getString("actor"),
                row.getString("what"),
                row.getString("why")))
        .list();
  }

  private DenialCase denial(ResultSet row, int n) throws SQLException {
    String reason = row.getString("reason_code");
    LocalDate actBy = row.getObject("act_by", LocalDate.class);
    String action = row.getString("action");
    return new DenialCase(
        row.getLong("denial_case_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("claim_id"),
        row.getObject("claim_public_id", UUID.class),
        row.getString("control_number"),
        row.getString("payer_name"),
        row.getObject("line", Integer.class),
        row.getString("procedure"),
        row.getString("adjustment_group") + "-" + reason,
        codeSets.label(CodeSystem.CARC, reason, actBy),
        Arrays.asList((String[]) row.getArray("remarks").getArray()),
        money(row, "amount"),
        row.getString("cause"),
        Action.valueOf(row.getString("proposed_action")),
        Status.valueOf(row.getString("status")),
        actBy,
        RootCause.valueOf(row.getString("root_cause")),
        row.getString("owner"),
        row.getBoolean("is_preventable"),
        row.getString("guidance"),
        action == null ? null : Action.valueOf(action),
        money(row, "recovered"),
        row.getString("prevented_by"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(row.getBigDecimal(column).toPlainString());
  }
}

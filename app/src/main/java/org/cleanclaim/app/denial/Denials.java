package org.cleanclaim.app.denial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.denial.DenialCase.Action;
import org.cleanclaim.app.denial.DenialCase.Status;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.remittance.RefusedLine;
import org.cleanclaim.app.remittance.Remittances;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens a case for each refused line and closes cases with a reason. A case never moves money by
/// itself.
@Component
@Transactional
public class Denials {
  // Days to act from the payer's decision, until the contract states its own.
  private static final int DAYS_TO_ACT = 90;

  private final JdbcClient jdbc;
  private final Remittances remittances;
  private final Ledger ledger;
  private final CodeSets codeSets;
  private final AuditTrail audit;
  private final Clock clock;

  Denials(
      JdbcClient jdbc,
      Remittances remittances,
      Ledger ledger,
      CodeSets codeSets,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.remittances = remittances;
    this.ledger = ledger;
    this.codeSets = codeSets;
    this.audit = audit;
    this.clock = clock;
  }

  /// Opens a case for each amount that the remittance refuses; a case that is open stays as it is.
  public void openCases(long remittanceId) {
    remittances.refusedLines(remittanceId).forEach(this::open);
  }

  private void open(RefusedLine refused) {
    var adjustment = refused.adjustment();
    String cause =
        codeSets
            .find(CodeSystem.CARC, adjustment.reason().value(), refused.paidOn())
            .map(e -> e.attributes().getOrDefault("class", "other"))
            .orElse("other");
    jdbc.sql(
            """
            insert into denial_case (claim_id, claim_payment_id, line, procedure, adjustment_group, reason_code,
              remarks, amount, cause, proposed_action, status, act_by, opened_at)
            values (:claim, :payment, :line, :procedure, :group, :reason, :remarks, :amount, :cause, :action, 'NEW',
              :actBy, :now)
            on conflict (claim_payment_id, line, adjustment_group, reason_code) do nothing
            """)
        .param("claim", refused.claimId())
        .param("payment", refused.claimPaymentId())
        .param("line", refused.line())
        .param("procedure", refused.procedure())
        .param("group", adjustment.group().name())
        .param("reason", adjustment.reason().value())
        .param("remarks", refused.remarks().toArray(String[]::new))
        .param("amount", adjustment.amount().toBigDecimal())
        .param("cause", cause)
        .param("action", DenialGuide.propose(adjustment.group(), cause, refused.remarks()).name())
        .param("actBy", refused.paidOn().plusDays(DAYS_TO_ACT))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Gives a denied amount up, for a reason: it is written off and the case closed.
  public void writeOff(UUID publicId, String reason) {
    var denial = find(publicId).orElseThrow();
    var claim =
        jdbc.sql(
                "select patient_id, encounter_id, payer_id, served_from from claim where claim_id = :id")
            .param("id", denial.claimId())
            .query()
            .singleRow();
    ledger.post(
        PostingDraft.of(
                "WRITE_OFF",
                reason,
                "denial " + denial.id(),
                "write-off-denial-" + denial.id(),
                LocalDate.now(clock))
            .about(
                (Long) claim.get("patient_id"),
                (Long) claim.get("encounter_id"),
                denial.claimId(),
                (Long) claim.get("payer_id"))
            .debit(Account.WRITE_OFF, denial.amount(), denial.line(), denial.reasonCode())
            .credit(
                Account.INSURANCE_RECEIVABLE, denial.amount(), denial.line(), denial.reasonCode())
            .build());
    jdbc.sql(
            """
            update denial_case
            set status = 'CLOSED', closed_at = :now, closing_note = :note, version = version + 1
            where denial_case_id = :id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("note", reason)
        .param("id", denial.id())
        .update();
    audit.record("wrote off", "denial case", denial.id(), (Long) claim.get("patient_id"), reason);
  }

  /// Cases, the nearest deadline first; open ones only when asked.
  @Transactional(readOnly = true)
  public List<DenialCase> list(boolean openOnly) {
    return jdbc.sql(
            SELECT
                + """
                where not :openOnly or d.status in ('NEW', 'IN_WORK', 'APPEALED')
                order by d.act_by, d.amount desc, d.denial_case_id
                """)
        .param("openOnly", openOnly)
        .query(this::denial)
        .list();
  }

  @Transactional(readOnly = true)
  public List<DenialCase> ofClaim(long claimId) {
    return jdbc.sql(SELECT + "where d.claim_id = :id order by d.line")
        .param("id", claimId)
        .query(this::denial)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<DenialCase> find(UUID publicId) {
    return jdbc.sql(SELECT + "where d.public_id = :id")
        .param("id", publicId)
        .query(this::denial)
        .optional();
  }

  private static final String SELECT =
      """
      select d.denial_case_id, d.public_id, d.claim_id, c.public_id as claim_public_id, c.control_number,
        p.name as payer_name, d.line, d.procedure, d.adjustment_group, d.reason_code, d.remarks, d.amount, d.cause,
        d.proposed_action, d.status, d.act_by
      from denial_case d
      join claim c using (claim_id)
      join payer p on p.payer_id = c.payer_id
      """;

  private DenialCase denial(ResultSet row, int n) throws SQLException {
    String reason = row.getString("reason_code");
    LocalDate actBy = row.getObject("act_by", LocalDate.class);
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
        Money.of(row.getBigDecimal("amount").toPlainString()),
        row.getString("cause"),
        Action.valueOf(row.getString("proposed_action")),
        Status.valueOf(row.getString("status")),
        actBy);
  }
}

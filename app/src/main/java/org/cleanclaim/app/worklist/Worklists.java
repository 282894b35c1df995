package org.cleanclaim.app.worklist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What waits for whom. Each list is one query over several domains' tables, read only.
@Component
@Transactional(readOnly = true)
public class Worklists {

  /// A claim in the biller's list.
  public record ListedClaim(
      UUID claimId,
      String controlNumber,
      String patient,
      String payer,
      LocalDate servedFrom,
      String status,
      int errors,
      Money billed,
      Money balance,
      LocalDate fileBy) {
    /// What somebody does next about it.
    public String next() {
      if (!status.equals(ClaimStatus.ADJUDICATED.name())) {
        return ClaimStatus.valueOf(status).nextStep();
      }
      return balance.isZero() ? "Nothing: the payer's part is settled" : "See why it is still open";
    }
  }

  /// A remittance in the list.
  public record ListedRemittance(
      UUID remittanceId,
      String trace,
      String payer,
      LocalDate paidOn,
      Money paid,
      String status,
      int claims,
      int unmatched) {}

  /// A payment that found no claim.
  public record UnmatchedPayment(
      UUID remittanceId,
      String trace,
      String payer,
      String controlNumber,
      Money charged,
      Money paid,
      String reason) {}

  /// The numbers of the first page.
  ///
  /// @param authorizationsAsked that payers have not answered
  /// @param refundsWaiting to be agreed to, or to be paid
  /// @param patientsWaiting disputes without an answer, and applications for assistance
  public record Today(
      int claimsHeld,
      int claimsReady,
      int claimsRejected,
      int claimsAtPayer,
      int denialsOpen,
      int deadlinesSoon,
      int deadlinesLate,
      int unmatchedPayments,
      int remittancesOutOfBalance,
      int remittanceExceptions,
      int underpaymentsOpen,
      int authorizationsAsked,
      int refundsWaiting,
      int patientsWaiting,
      int writeOffsWaiting,
      Money insuranceOpen,
      Money patientOpen) {}

  /// @param status null for all
  /// @param payer slug, null for all
  /// @param text begins a patient's name or a claim number, null for all
  public record ClaimFilter(
      @Nullable String status, @Nullable String payer, @Nullable String text) {}

  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  Worklists(JdbcClient jdbc, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
  }

  public Today today() {
    return jdbc.sql(
            """
            select
              (select count(*) from claim where status = 'HELD') as held,
              (select count(*) from claim where status = 'READY') as ready,
              (select count(*) from claim where status = 'REJECTED') as rejected,
              (select count(*) from claim where status in ('SENT', 'ACCEPTED', 'AT_PAYER')) as at_payer,
              (select count(*) from denial_case where status in ('NEW', 'IN_WORK', 'APPEALED')) as denials,
              (select count(*) from deadline_clock where state in ('RUNNING', 'SUSPENDED')
                and due_on between :today and :today + 7) as soon,
              (select count(*) from deadline_clock where state in ('RUNNING', 'SUSPENDED') and due_on < :today) as late,
              (select count(*) from claim_payment where match = 'UNMATCHED') as unmatched,
              (select count(*) from remittance where status = 'OUT_OF_BALANCE') as out_of_balance,
              (select count(*) from remittance_exception where closed_at is null) as exceptions,
              (select count(*) from underpayment where state = 'OPEN') as underpaid,
              (select count(*) from payer_authorization where status = 'REQUESTED') as asked,
              (select count(*) from refund_request where status in ('REQUESTED', 'APPROVED')) as refunds,
              (select count(*) from billing_dispute where status = 'OPEN')
                + (select count(*) from assistance_application where status = 'RECEIVED') as patients_waiting,
              (select count(*) from write_off where status = 'WAITING') as write_offs,
              (select coalesce(sum(amount), 0) from entry where account = 'INSURANCE_RECEIVABLE') as insurance,
              (select coalesce(sum(amount), 0) from entry
                where account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH')) as patients
            """)
        .param("today", deadlines.today(), java.sql.Types.DATE)
        .query((row, n) ->
            new Today(
                row.getInt("held"),
                row.getInt("ready"),
                row.getInt("rejected"),
                row.getInt("at_payer"),
                row.getInt("denials"),
                row.getInt("soon"),
                row.getInt("late"),
                row.getInt("unmatched"),
                row.getInt("out_of_balance"),
                row.getInt("exceptions"),
                row.getInt("underpaid"),
                row.getInt("asked"),
                row.getInt("refunds"),
                row.getInt("patients_waiting"),
                row.getInt("write_offs"),
                money(row, "insurance"),
                money(row, "patients")))
        .single();
  }

  /// Claims that fit a filter, the latest service first.
  public List<ListedClaim> claims(ClaimFilter filter, int limit) {
    return jdbc.sql(
            """
            select c.public_id, c.control_number, p.last_name || ', ' || p.first_name as patient, y.name as payer,
              c.served_from, c.status, c.total_charge, c.file_by,
              (select count(*) from claim_finding f
                where f.claim_id = c.claim_id and f.revision = c.revision and f.severity = 'ERROR') as errors,
              (select coalesce(sum(e.amount), 0) from entry e
                where e.claim_id = c.claim_id and e.account = 'INSURANCE_RECEIVABLE') as balance
            from claim c
            join patient p using (patient_id)
            join payer y using (payer_id)
            where (:status::text is null or c.status = :status)
              and (:payer::text is null or y.slug = :payer)
              and (:text::text is null or lower(p.last_name) like :text or lower(c.control_number) like :text)
            order by c.served_from desc, c.claim_id desc
            limit :limit
            """)
        .param("status", filter.status())
        .param("payer", filter.payer())
        .param("text", filter.text() == null ? null : likeStart(filter.text()))
        .param("limit", limit)
        .query((row, n) ->
            new ListedClaim(
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getString("patient"),
                row.getString("payer"),
                row.getObject("served_from", LocalDate.class),
                row.getString("status"),
                row.getInt("errors"),
                money(row, "total_charge"),
                money(row, "balance"),
                row.getObject("file_by", LocalDate.class)))
        .list();
  }

  public List<ListedRemittance> remittances(int limit) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, r.payer_name, r.paid_on, r.paid, r.status,
              count(p.claim_payment_id) as claims,
              count(p.claim_payment_id) filter (where p.match = 'UNMATCHED') as unmatched
            from remittance r
            left join claim_payment p using (remittance_id)
            group by r.remittance_id
            order by r.paid_on desc, r.remittance_id desc
            limit :limit
            """)
        .param("limit", limit)
        .query((row, n) ->
            new ListedRemittance(
                row.getObject("public_id", UUID.class),
                row.getString("trace"),
                row.getString("payer_name"),
                row.getObject("paid_on", LocalDate.class),
                money(row, "paid"),
                row.getString("status"),
                row.getInt("claims"),
                row.getInt("unmatched")))
        .list();
  }

  public List<UnmatchedPayment> unmatched(int limit) {
    return jdbc.sql(
            """
            select r.public_id, r.trace, r.payer_name, p.claim_control_number, p.charged, p.paid, p.unmatched_reason
            from claim_payment p
            join remittance r using (remittance_id)
            where p.match = 'UNMATCHED'
            order by p.claim_payment_id
            limit :limit
            """)
        .param("limit", limit)
        .query((row, n) ->
            new UnmatchedPayment(
                row.getObject("public_id", UUID.class),
                row.getString("trace"),
                row.getString("payer_name"),
                row.getString("claim_control_number"),
                money(row, "charged"),
                money(row, "paid"),
                row.getString("unmatched_reason")))
        .list();
  }

  private static String likeStart(String text) {
    return text.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[%_\\\\]", "\\\\$0") + "%";
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return Money.of(amount.toPlainString());
  }
}

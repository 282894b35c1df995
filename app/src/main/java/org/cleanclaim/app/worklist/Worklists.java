package org.cleanclaim.app.worklist;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.ClaimHold;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.denial.DenialFilter;
import org.cleanclaim.app.remittance.ExceptionQueue.Shown;
import org.cleanclaim.app.storage.ListPage;
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
  ///
  /// @param isDenied a denial of it is not decided
  /// @param isTakenBackBefore the payer before has taken its decision back and not decided anew
  /// @param isOnHold somebody holds it
  /// @param isUndelivered it is sent, and its file has not arrived yet
  /// @param why what brought a held or rejected claim there; null for the others
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
      LocalDate fileBy,
      boolean isDenied,
      boolean isTakenBackBefore,
      boolean isOnHold,
      boolean isUndelivered,
      @Nullable String why) {
    /// The status as it is shown: nobody waits for the answer to a file that has not arrived.
    public String shownStatus() {
      return isUndelivered ? "UNDELIVERED" : status;
    }

    /// Whether it is made anew and scrubbed again when somebody has mended what was wrong.
    public boolean mayBeRemade() {
      return status.equals(ClaimStatus.HELD.name()) || status.equals(ClaimStatus.REJECTED.name());
    }

    /// What somebody does next about it.
    public String next() {
      if (isUndelivered) return "Its file has not arrived: see Connections";
      if (isOnHold && errors == 0 && !isTakenBackBefore) return ClaimHold.NEXT_STEP;
      if (!status.equals(ClaimStatus.ADJUDICATED.name())) {
        return ClaimStatus.valueOf(status).nextStep(isTakenBackBefore);
      }
      if (isDenied) return "Work its denial";
      return balance.isZero()
          ? "Nothing: the payer's part is settled"
          : "Ask the payer about what is still open";
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

  /// The numbers of the first page.
  ///
  /// @param openBalances decided claims of which something is open with the payer, undenied
  /// @param sentOn decided claims that their payer has sent on to a plan that is not on file
  /// @param recordsAsked requests of payers for records that nobody has answered
  /// @param authorizationsAsked that payers have not answered
  /// @param frontDeskDeadlines of the front desk's own, late or due within seven days
  /// @param unmatchedPayments of posted remittances, for which no claim was found
  /// @param remittancesStopped that are not posted until somebody decides
  /// @param paymentsToSettle posted as the payer said, and to be looked into
  /// @param filesUntaken received files of which something found nobody
  /// @param depositsOpen at the bank, which no remittance explains
  /// @param depositsMissing of posted remittances, which the bank has not shown
  /// @param refundsWaiting to be agreed to, or to be paid
  /// @param instalmentsMissed of payment plans, about which nobody has talked with the household
  /// @param patientCredits that go back to the patient or are applied, as nothing stands against
  ///   them
  /// @param patientsWaiting disputes without an answer, and applications for assistance
  public record Today(
      int claimsHeld,
      int claimsReady,
      int claimsRejected,
      int claimsAtPayer,
      int denialsOpen,
      int openBalances,
      int sentOn,
      int recordsAsked,
      int deadlinesSoon,
      int deadlinesLate,
      int frontDeskDeadlines,
      int unmatchedPayments,
      int remittancesStopped,
      int paymentsToSettle,
      int filesUntaken,
      int depositsOpen,
      int depositsMissing,
      int underpaymentsOpen,
      int authorizationsAsked,
      int refundsWaiting,
      int instalmentsMissed,
      int patientCredits,
      int patientsWaiting,
      int writeOffsWaiting,
      Money insuranceOpen,
      Money patientOpen) {}

  /// @param status a claim's status, or [#AT_PAYERS]; null for all
  /// @param payer slug, null for all
  /// @param text begins a patient's name or a claim number, null for all
  /// @param trait null for all
  /// @param after the claim after which the list goes on, null to begin with the first
  public record ClaimFilter(
      @Nullable String status,
      @Nullable String payer,
      @Nullable String text,
      @Nullable ClaimTrait trait,
      ClaimOrder order,
      @Nullable UUID after) {
    /// Claims that were sent and are not decided, whatever was acknowledged so far.
    public static final String AT_PAYERS = "AT_PAYERS";

    static final List<ClaimStatus> AT_PAYERS_STATUSES =
        List.of(ClaimStatus.SENT, ClaimStatus.ACCEPTED, ClaimStatus.AT_PAYER);

    public static ClaimFilter of(
        @Nullable String status, @Nullable String payer, @Nullable String text) {
      return new ClaimFilter(status, payer, text, null, ClaimOrder.NEWEST, null);
    }

    @Nullable String oneStatus() {
      return AT_PAYERS.equals(status) ? null : status;
    }
  }

  /// By the day of service, and of one day by when the claim was made.
  public enum ClaimOrder {
    NEWEST("newest first", "desc", "<"),
    OLDEST("oldest first", "asc", ">");

    private final String title;
    final String direction;
    final String beyond;

    ClaimOrder(String title, String direction, String beyond) {
      this.title = title;
      this.direction = direction;
      this.beyond = beyond;
    }

    public String title() {
      return title;
    }
  }

  private final JdbcClient jdbc;
  private final Deadlines deadlines;

  Worklists(JdbcClient jdbc, Deadlines deadlines) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
  }

  /// What waits; of denials and deadlines those of the user alone who may not see all.
  public Today today() {
    String[] owned = Acting.actor().ownersUnless(Permission.SEE_CLAIM);
    return jdbc.sql(
            """
            select
              (select count(*) from claim where status = 'HELD') as held,
              (select count(*) from claim where status = 'READY') as ready,
              (select count(*) from claim where status = 'REJECTED') as rejected,
              (select count(*) from claim where status in ('SENT', 'ACCEPTED', 'AT_PAYER')) as at_payer,
              (select count(*) from denial_case d where %1$s%2$s) as denials,
              (select count(*) from record_request where status = 'OPEN') as records,
              c.open_balances, c.sent_on, c.instalments, c.credits,
              (select count(*) from deadline_clock where state in ('RUNNING', 'SUSPENDED')
                and due_on between :today and :today + 7%2$s) as soon,
              (select count(*) from deadline_clock where state in ('RUNNING', 'SUSPENDED')
                and due_on < :today%2$s) as late,
              (select count(*) from deadline_clock where state in ('RUNNING', 'SUSPENDED')
                and owner = :frontDesk and due_on <= :today + 7) as front_desk,
              (select count(*) from untaken_file where settled_at is null) as untaken,
              x.unmatched, x.stopped, x.to_settle,
              (select count(*) from bank_deposit where match is null and put_aside_at is null) as deposits,
              (select count(*) from remittance
                where status = 'POSTED' and bank_deposit_id is null and no_deposit_at is null and paid <> 0) as missing,
              (select count(*) from underpayment where state = 'OPEN') as underpaid,
              (select count(*) from payer_authorization where status = 'REQUESTED') as asked,
              (select count(*) from refund_request where status in ('REQUESTED', 'APPROVED')) as refunds,
              (select count(*) from billing_dispute where status = 'OPEN')
                + (select count(*) from assistance_application where status = 'RECEIVED') as patients_waiting,
              (select count(*) from write_off where status = 'WAITING') as write_offs,
              (select coalesce(sum(debits - credits), 0) from ledger_day
                where account = 'INSURANCE_RECEIVABLE') as insurance,
              (select coalesce(sum(debits - credits), 0) from ledger_day
                where account in ('PATIENT_RECEIVABLE', 'UNAPPLIED_CASH')) as patients
            from (
              select count(*) filter (where kind = any (:unmatched)) as unmatched,
                count(*) filter (where kind = any (:stopped)) as stopped,
                count(*) filter (where kind = any (:toSettle)) as to_settle
              from remittance_exception
              where closed_at is null) x
            cross join (
              select count(*) filter (where kind = 'OPEN_BALANCE') as open_balances,
                count(*) filter (where kind = 'SENT_ON_CLAIM') as sent_on,
                count(*) filter (where kind = 'MISSED_INSTALMENT') as instalments,
                count(*) filter (where kind = 'PATIENT_CREDIT') as credits
              from deadline_clock
              where state = 'RUNNING') c
            """
                .formatted(DenialFilter.OPEN, owned == null ? "" : " and owner = any (:owned)"))
        .param("owned", owned, Types.ARRAY)
        .param("frontDesk", Role.FRONT_DESK.name())
        .param("unmatched", Shown.UNMATCHED.kinds())
        .param("stopped", Shown.STOPPED.kinds())
        .param("toSettle", Shown.POSTED.kinds())
        .param("today", deadlines.today(), Types.DATE)
        .query((row, n) ->
            new Today(
                row.getInt("held"),
                row.getInt("ready"),
                row.getInt("rejected"),
                row.getInt("at_payer"),
                row.getInt("denials"),
                row.getInt("open_balances"),
                row.getInt("sent_on"),
                row.getInt("records"),
                row.getInt("soon"),
                row.getInt("late"),
                row.getInt("front_desk"),
                row.getInt("unmatched"),
                row.getInt("stopped"),
                row.getInt("to_settle"),
                row.getInt("untaken"),
                row.getInt("deposits"),
                row.getInt("missing"),
                row.getInt("underpaid"),
                row.getInt("asked"),
                row.getInt("refunds"),
                row.getInt("instalments"),
                row.getInt("credits"),
                row.getInt("patients_waiting"),
                row.getInt("write_offs"),
                money(row, "insurance"),
                money(row, "patients")))
        .single();
  }

  /// Claims that fit a filter, in its order, from the claim on that it names.
  public List<ListedClaim> claims(ClaimFilter filter, int limit) {
    return fitting(filter).param("limit", limit).query(Worklists::listed).list();
  }

  /// Hands over all claims that fit a filter, in its order, as they are read.
  public void each(ClaimFilter filter, Consumer<ListedClaim> to) {
    fitting(filter)
        .param("limit", null, Types.BIGINT)
        .withFetchSize(1_000)
        .query(row -> {
          to.accept(listed(row, row.getRow()));
        });
  }

  private JdbcClient.StatementSpec fitting(ClaimFilter filter) {
    var sql = jdbc.sql(ClaimListSql.of(filter));
    String text = filter.text();
    if (filter.oneStatus() != null) sql = sql.param("status", filter.oneStatus());
    if (filter.payer() != null) sql = sql.param("payer", filter.payer());
    if (filter.after() != null) sql = sql.param("after", filter.after());
    if (text != null) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      String number = text.strip().toUpperCase(Locale.ROOT);
      sql =
          sql.param("name", name)
              .param("nameEnd", name + ClaimListSql.LAST_CHARACTER)
              .param("number", number)
              .param("numberEnd", number + ClaimListSql.LAST_CHARACTER);
    }
    return sql;
  }

  private static ListedClaim listed(ResultSet row, int n) throws SQLException {
    return new ListedClaim(
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        row.getString("patient"),
        row.getString("payer"),
        row.getObject("served_from", LocalDate.class),
        row.getString("status"),
        row.getInt("errors"),
        money(row, "total_charge"),
        money(row, "balance"),
        row.getObject("file_by", LocalDate.class),
        row.getBoolean("denied"),
        row.getBoolean("is_taken_back"),
        row.getBoolean("on_hold"),
        row.getBoolean("undelivered"),
        row.getString("why"));
  }

  /// A page of the remittances, the latest first.
  public ListPage<ListedRemittance> remittances(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            select r.public_id, r.trace, r.payer_name, r.paid_on, r.paid, r.status, p.claims, p.unmatched
            from (select * from remittance order by paid_on desc, remittance_id desc
              limit :rows offset :skipped) r
            cross join lateral (
              select count(*) as claims, count(*) filter (where match = 'UNMATCHED') as unmatched
              from claim_payment where remittance_id = r.remittance_id) p
            order by r.paid_on desc, r.remittance_id desc
            """),
        Worklists::remittance,
        page);
  }

  private static ListedRemittance remittance(ResultSet row, int n) throws SQLException {
    return new ListedRemittance(
        row.getObject("public_id", UUID.class),
        row.getString("trace"),
        row.getString("payer_name"),
        row.getObject("paid_on", LocalDate.class),
        money(row, "paid"),
        row.getString("status"),
        row.getInt("claims"),
        row.getInt("unmatched"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return Money.of(amount.toPlainString());
  }
}

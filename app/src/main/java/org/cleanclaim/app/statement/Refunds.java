package org.cleanclaim.app.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Money that goes back: asked for, agreed to by another person (then it is owed as a refund), and
/// paid (then it leaves the bank).
@Component
@Transactional
public class Refunds {
  /// Where a refund stands.
  public enum Status {
    REQUESTED("Another person has to agree"),
    APPROVED("Pay it and note the check or the transfer"),
    REFUSED("Nothing"),
    PAID("Nothing");

    private final String nextStep;

    Status(String nextStep) {
      this.nextStep = nextStep;
    }

    public String nextStep() {
      return nextStep;
    }
  }

  /// A refund as it is kept.
  ///
  /// @param claim our number, for a refund to a payer; null for one to the patient
  public record Refund(
      UUID id,
      long patientId,
      UUID patient,
      String name,
      @Nullable Long claimId,
      @Nullable String claim,
      @Nullable Long payerId,
      @Nullable String payer,
      Money amount,
      String cause,
      Status status,
      String requestedBy,
      LocalDate requestedOn,
      @Nullable String decidedBy,
      @Nullable LocalDate paidOn,
      @Nullable String payMethod,
      @Nullable String payReference) {}

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Households households;
  private final CashApplication application;
  private final CreditClocks clocks;
  private final PatientCreditClocks patientClocks;
  private final AuditTrail audit;

  Refunds(
      JdbcClient jdbc,
      Ledger ledger,
      Households households,
      CashApplication application,
      CreditClocks clocks,
      PatientCreditClocks patientClocks,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.households = households;
    this.application = application;
    this.clocks = clocks;
    this.patientClocks = patientClocks;
    this.audit = audit;
  }

  /// Asks for a refund of no more than there is as credit and is not asked for already.
  ///
  /// @param claimId of the claim a payer overpaid; null for a refund to the patient
  public Refund request(
      PatientId patientId, @Nullable Long claimId, Money amount, String cause, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.POST_REMITTANCE);
    if (!amount.isPositive()) throw new BillingRefusal("A refund is more than zero.");
    if (cause.isBlank()) throw new BillingRefusal("Say why the money goes back.");
    var household = households.of(patientId);
    application.lock(household);
    if (claimId == null) application.settle(household, null, "refund-" + on, on);
    Money free = credit(patientId.value(), claimId).minus(asked(patientId.value(), claimId));
    if (amount.compareTo(free) > 0) {
      throw new BillingRefusal(
          "%s cannot go back: the credit that is free is %s."
              .formatted(amount, free.max(Money.ZERO)));
    }
    UUID id =
        jdbc.sql(
                """
                insert into refund_request (patient_id, claim_id, amount, cause, status, requested_by, requested_on)
                values (:patient, :claim, :amount, :cause, 'REQUESTED', :actor, :on)
                returning public_id
                """)
            .param("patient", patientId.value())
            .param("claim", claimId)
            .param("amount", amount.toBigDecimal())
            .param("cause", cause.strip())
            .param("actor", Acting.actor().name())
            .param("on", on)
            .query(UUID.class)
            .single();
    audit.record("asked for refund", "refund", id, patientId.value(), cause);
    return find(id).orElseThrow();
  }

  /// Another person agrees: the credit becomes a refund that is owed.
  public Refund approve(UUID id, LocalDate on) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    var refund = find(id).orElseThrow();
    notOneself(refund);
    application.lock(households.of(new PatientId(refund.patientId())));
    Money credit = credit(refund.patientId(), refund.claimId());
    if (refund.amount().compareTo(credit) > 0) {
      throw new BillingRefusal(
          "The credit is %s by now, not %s: refuse this and ask anew."
              .formatted(credit, refund.amount()));
    }
    move(refund, Status.REQUESTED, Status.APPROVED, null, on);
    var from = refund.claimId() == null ? Account.UNAPPLIED_CASH : Account.INSURANCE_RECEIVABLE;
    ledger.post(
        PostingDraft.of("REFUND", refund.cause(), "refund " + id, "refund-" + id, on)
            .about(refund.patientId(), null, refund.claimId(), refund.payerId())
            .debit(from, refund.amount(), null, "refund")
            .credit(Account.REFUND, refund.amount(), null, "refund")
            .build());
    audit.record("approved refund", "refund", id, refund.patientId(), null);
    return find(id).orElseThrow();
  }

  /// Another person does not agree: nothing moves.
  public Refund refuse(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    var refund = find(id).orElseThrow();
    notOneself(refund);
    move(refund, Status.REQUESTED, Status.REFUSED, why, on);
    audit.record("refused refund", "refund", id, refund.patientId(), why);
    return find(id).orElseThrow();
  }

  /// The money has left the bank.
  ///
  /// @param method check, transfer, or back to the card at the terminal
  /// @param reference the check's number or the terminal's
  public Refund pay(UUID id, String method, String reference, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    var refund = find(id).orElseThrow();
    if (method.isBlank() || reference.isBlank()) {
      throw new BillingRefusal("Note how it was paid, and its number.");
    }
    if (refund.status() != Status.APPROVED) {
      throw new BillingRefusal("Only an approved refund is paid, once.");
    }
    int paid =
        jdbc.sql(
                """
                update refund_request
                set status = 'PAID', paid_on = :on, paid_by = :actor, pay_method = :method, pay_reference = :reference
                where public_id = :id and status = 'APPROVED'
                """)
            .param("on", on)
            .param("actor", Acting.actor().name())
            .param("method", method.strip())
            .param("reference", reference.strip())
            .param("id", id)
            .update();
    if (paid == 0) throw new BillingRefusal("Only an approved refund is paid, once.");
    ledger.post(
        PostingDraft.of(
                "REFUND_PAID",
                "Refund paid by " + method.strip(),
                "refund " + id,
                "refund-paid-" + id,
                on)
            .about(refund.patientId(), null, refund.claimId(), refund.payerId())
            .debit(Account.REFUND, refund.amount(), null, reference.strip())
            .credit(Account.BANK, refund.amount(), null, reference.strip())
            .build());
    String evidence = "Refund by %s, %s".formatted(method.strip(), reference.strip());
    if (refund.claim() == null) patientClocks.returned(refund.patientId(), on, evidence);
    else clocks.returned(refund.claim(), on, evidence);
    audit.record("paid refund", "refund", id, refund.patientId(), null);
    return find(id).orElseThrow();
  }

  private static void notOneself(Refund refund) {
    if (refund.requestedBy().equals(Acting.actor().name())) {
      throw new BillingRefusal("Nobody decides on what they have asked for themselves.");
    }
    if (refund.status() != Status.REQUESTED) throw new BillingRefusal("This was decided already.");
  }

  private void move(Refund refund, Status from, Status to, @Nullable String note, LocalDate on) {
    int moved =
        jdbc.sql(
                """
                update refund_request
                set status = :to, decided_by = :actor, decided_on = :on, decision_note = :note
                where public_id = :id and status = :from
                """)
            .param("to", to.name())
            .param("actor", Acting.actor().name())
            .param("on", on)
            .param("note", note)
            .param("id", refund.id())
            .param("from", from.name())
            .update();
    if (moved == 0) throw new BillingRefusal("This was decided already.");
  }

  private Money credit(long patientId, @Nullable Long claimId) {
    if (claimId != null) return ledger.claimBalance(claimId).negated();
    Money cash = ledger.accountBalance(Account.UNAPPLIED_CASH, patientId).negated();
    return cash.min(ledger.patientBalance(patientId).negated());
  }

  private Money asked(long patientId, @Nullable Long claimId) {
    return jdbc.sql(
            """
            select coalesce(sum(amount), 0) as asked
            from refund_request
            where patient_id = :patient and claim_id is not distinct from :claim::bigint and status = 'REQUESTED'
            """)
        .param("patient", patientId)
        .param("claim", claimId)
        .query((row, n) -> Rows.money(row, "asked"))
        .single();
  }

  /// A page of those that wait to be agreed to or paid, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<Refund> open(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "where r.status in ('REQUESTED', 'APPROVED') order by r.refund_request_id"
                + ListPage.PART),
        Refunds::refund,
        page);
  }

  /// A page of all of them; those that need something done come first.
  @Transactional(readOnly = true)
  public ListPage<Refund> list(int page) {
    return ListPage.of(
        jdbc.sql(
            SELECT
                + "order by array_position(array['REQUESTED', 'APPROVED'], r.status) nulls last,"
                + " r.refund_request_id desc"
                + ListPage.PART),
        Refunds::refund,
        page);
  }

  @Transactional(readOnly = true)
  public List<Refund> of(Household household) {
    return jdbc.sql(
            SELECT + "where r.patient_id = any (:patients) order by r.refund_request_id desc")
        .param("patients", household.recordIds())
        .query(Refunds::refund)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Refund> find(UUID id) {
    return jdbc.sql(SELECT + "where r.public_id = :id")
        .param("id", id)
        .query(Refunds::refund)
        .optional();
  }

  private static final String SELECT =
      """
      select r.*, p.public_id as patient_public, p.last_name || ', ' || p.first_name as name, c.control_number,
        c.payer_id, y.name as payer
      from refund_request r
      join patient p on p.patient_id = r.patient_id
      left join claim c on c.claim_id = r.claim_id
      left join payer y on y.payer_id = c.payer_id
      """;

  private static Refund refund(ResultSet row, int n) throws SQLException {
    return new Refund(
        row.getObject("public_id", UUID.class),
        row.getLong("patient_id"),
        row.getObject("patient_public", UUID.class),
        row.getString("name"),
        row.getObject("claim_id", Long.class),
        row.getString("control_number"),
        row.getObject("payer_id", Long.class),
        row.getString("payer"),
        Rows.money(row, "amount"),
        row.getString("cause"),
        Status.valueOf(row.getString("status")),
        row.getString("requested_by"),
        row.getObject("requested_on", LocalDate.class),
        row.getString("decided_by"),
        Rows.day(row, "paid_on"),
        row.getString("pay_method"),
        row.getString("pay_reference"));
  }
}

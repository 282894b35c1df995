package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.PostingDraft;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.remittance.ManualMatch;
import org.cleanclaim.app.statement.Refund.Status;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Money that goes back: asked for, agreed to by another person (then it is owed as a refund), and
/// paid (then it leaves the bank). What was agreed to and has not left can be cancelled.
@Component
@Transactional
public class Refunds {
  private final JdbcClient jdbc;
  private final RefundLists lists;
  private final Ledger ledger;
  private final Households households;
  private final CashApplication application;
  private final BillingDay days;
  private final MisdirectedPayments misdirected;
  private final ManualMatch matching;
  private final RefundCredit credit;
  private final CreditWaits waits;
  private final CreditClocks clocks;
  private final PatientCreditClocks patientClocks;
  private final AuditTrail audit;

  Refunds(
      JdbcClient jdbc,
      RefundLists lists,
      Ledger ledger,
      Households households,
      CashApplication application,
      BillingDay days,
      MisdirectedPayments misdirected,
      ManualMatch matching,
      RefundCredit credit,
      CreditWaits waits,
      CreditClocks clocks,
      PatientCreditClocks patientClocks,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.ledger = ledger;
    this.households = households;
    this.application = application;
    this.days = days;
    this.misdirected = misdirected;
    this.matching = matching;
    this.credit = credit;
    this.waits = waits;
    this.clocks = clocks;
    this.patientClocks = patientClocks;
    this.audit = audit;
  }

  /// Asks for a refund of no more than there is as credit, was paid in and is not asked for
  /// already.
  ///
  /// @param claimId of the claim a payer overpaid; null for a refund to the patient
  /// @param despite why a patient's credit goes back that waits for something; empty when it does
  ///   not
  public Refund request(
      PatientId patientId,
      @Nullable Long claimId,
      Money amount,
      String cause,
      String despite,
      LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.POST_REMITTANCE);
    if (!amount.isPositive()) throw new BillingRefusal("A refund is more than zero.");
    days.requireCome(on, "A refund");
    requireCause(cause);
    var household = households.of(patientId);
    application.lock(household);
    if (claimId == null) application.settle(household, null, "refund-" + on, on);
    if (claimId != null) waits.requireDecided(claimId);
    Money free = credit.free(patientId.value(), claimId);
    if (claimId == null && amount.compareTo(free) > 0) {
      free = free.plus(credit.bring(household, patientId.value(), amount.minus(free), despite, on));
    }
    if (amount.compareTo(free) > 0) {
      throw new BillingRefusal(
          "%s cannot go back: the credit that is free is %s."
              .formatted(amount, free.max(Money.ZERO)));
    }
    boolean isInSpite = claimId == null && waits.requireReason(patientId.value(), despite);
    return ask(
        patientId.value(), claimId, null, amount, cause, isInSpite ? despite.strip() : null, on);
  }

  /// Asks that a payment marked as not ours goes back to the payer that sent it, all that is left
  /// of it.
  ///
  /// @param payment its entry in the queue of remittances
  public Refund requestMisdirected(UUID payment, String cause, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.POST_REMITTANCE);
    requireCause(cause);
    days.requireCome(on, "A refund");
    misdirected.lock(payment);
    var found =
        misdirected
            .find(payment)
            .orElseThrow(() ->
                new BillingRefusal(
                    "Only a payment that is marked as not ours goes back. Look at it among the"
                        + " remittances."));
    if (!found.free().isPositive()) {
      throw new BillingRefusal(
          "Nothing of it is left to return: a refund of it was asked for, or the payer took it back"
              + " by itself.");
    }
    return ask(null, null, found.claimPaymentId(), found.free(), cause, null, on);
  }

  private static void requireCause(String cause) {
    if (cause.isBlank()) throw new BillingRefusal("Say why the money goes back.");
  }

  private Refund ask(
      @Nullable Long patientId,
      @Nullable Long claimId,
      @Nullable Long claimPaymentId,
      Money amount,
      String cause,
      @Nullable String despite,
      LocalDate on) {
    UUID id =
        jdbc.sql(
                """
                insert into refund_request (patient_id, claim_id, claim_payment_id, amount, cause, despite, status,
                  requested_by, requested_on)
                values (:patient, :claim, :payment, :amount, :cause, :despite, 'REQUESTED', :actor, :on)
                returning public_id
                """)
            .param("patient", patientId)
            .param("claim", claimId)
            .param("payment", claimPaymentId)
            .param("amount", amount.toBigDecimal())
            .param("cause", cause.strip())
            .param("despite", despite)
            .param("actor", Acting.actor().name())
            .param("on", on)
            .query(UUID.class)
            .single();
    audit.record("asked for refund", "refund", id, patientId, cause);
    return lists.find(id).orElseThrow();
  }

  /// Another person agrees: the credit becomes a refund that is owed.
  ///
  /// @param why needed for a credit that waits for something, else as wished
  public Refund approve(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    var refund = lists.find(id).orElseThrow();
    notOneself(refund);
    requireAfter(refund.requestedOn(), on, "It was asked for");
    if (refund.claimId() != null) waits.requireDecided(refund.claimId());
    Money there = credit.locked(refund);
    if (refund.amount().compareTo(there) > 0) {
      throw new BillingRefusal(
          "The credit is %s by now, not %s: refuse this and ask anew."
              .formatted(there, refund.amount()));
    }
    if (refund.payment() == null && refund.claim() == null) {
      waits.requireReason(refund.ofPatient(), why);
    }
    move(refund, Status.REQUESTED, Status.APPROVED, why.isBlank() ? null : why.strip(), on);
    ledger.post(
        PostingDraft.of("REFUND", refund.cause(), "refund " + id, "refund-" + id, on)
            .about(refund.patientId(), null, refund.claimId(), refund.payerId())
            .debit(creditAccount(refund), refund.amount(), null, "refund")
            .credit(Account.REFUND, refund.amount(), null, "refund")
            .build());
    audit.record(
        "approved refund", "refund", id, refund.patientId(), why.isBlank() ? null : why.strip());
    return lists.find(id).orElseThrow();
  }

  /// Another person does not agree: nothing moves. A payment that was taken for somebody else's
  /// waits for its claim again.
  public Refund refuse(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    var refund = lists.find(id).orElseThrow();
    notOneself(refund);
    requireAfter(refund.requestedOn(), on, "It was asked for");
    move(refund, Status.REQUESTED, Status.REFUSED, why, on);
    if (refund.payment() != null) {
      matching.waitsAgain(refund.payment().id(), "The refund was refused. " + why);
    }
    audit.record("refused refund", "refund", id, refund.patientId(), why);
    return lists.find(id).orElseThrow();
  }

  /// Who asked for it does not want it any more: nothing moves.
  public Refund withdraw(UUID id, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.POST_REMITTANCE);
    var refund = lists.find(id).orElseThrow();
    if (!refund.requestedBy().equals(Acting.actor().name())) {
      throw new BillingRefusal("Who has asked for it withdraws it; anybody else refuses it.");
    }
    requireAfter(refund.requestedOn(), on, "It was asked for");
    int withdrawn =
        jdbc.sql(
                "update refund_request set status = 'WITHDRAWN' where public_id = :id and status ="
                    + " 'REQUESTED'")
            .param("id", id)
            .update();
    if (withdrawn == 0) throw new BillingRefusal("This was decided already.");
    if (refund.payment() != null) {
      matching.waitsAgain(refund.payment().id(), "The refund was withdrawn.");
    }
    audit.record("withdrew refund", "refund", id, refund.patientId(), null);
    return lists.find(id).orElseThrow();
  }

  /// The money has left the bank.
  ///
  /// @param method check, transfer, or back to the card at the terminal
  /// @param reference the check's number or the terminal's
  public Refund pay(UUID id, String method, String reference, LocalDate on) {
    AccessDeniedForActor.unless(Permission.BILL_PATIENT);
    var refund = lists.find(id).orElseThrow();
    if (method.isBlank() || reference.isBlank()) {
      throw new BillingRefusal("Note how it was paid, and its number.");
    }
    CardNumber.refuse(method, reference);
    if (refund.status() != Status.APPROVED) {
      throw new BillingRefusal("Only an approved refund is paid, once.");
    }
    requireAfter(approvedOn(refund), on, "It was approved");
    if (refund.isTakenBack()) {
      throw new BillingRefusal(
          "%s has taken the money back by itself since it was agreed to: cancel the refund."
              .formatted(refund.payer()));
    }
    if (refund.claimId() != null) waits.requireDecided(refund.claimId());
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
    close(refund, on, evidence);
    audit.record("paid refund", "refund", id, refund.patientId(), null);
    return lists.find(id).orElseThrow();
  }

  /// It does not go out after all: the credit is there again.
  public Refund cancel(UUID id, String why, LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.BILL_PATIENT, Permission.APPROVE_REFUND);
    if (why.isBlank()) throw new BillingRefusal("Say why it is cancelled.");
    var refund = lists.find(id).orElseThrow();
    requireAfter(refund.requestedOn(), on, "It was asked for");
    int cancelled =
        jdbc.sql(
                """
                update refund_request
                set status = 'CANCELLED', cancelled_on = :on, cancelled_by = :actor, cancelled_why = :why
                where public_id = :id and status = 'APPROVED'
                """)
            .param("on", on)
            .param("actor", Acting.actor().name())
            .param("why", why.strip())
            .param("id", id)
            .update();
    if (cancelled == 0) {
      throw new BillingRefusal("Only a refund that is approved and not paid is cancelled.");
    }
    ledger.post(
        PostingDraft.of(
                "REFUND_CANCELLED", why.strip(), "refund " + id, "refund-cancelled-" + id, on)
            .about(refund.patientId(), null, refund.claimId(), refund.payerId())
            .debit(Account.REFUND, refund.amount(), null, "refund")
            .credit(creditAccount(refund), refund.amount(), null, "refund")
            .build());
    lookAtClock(refund);
    audit.record("cancelled refund", "refund", id, refund.patientId(), why.strip());
    return lists.find(id).orElseThrow();
  }

  private void lookAtClock(Refund refund) {
    if (refund.payment() != null) {
      clocks.lookAtMisdirected(refund.payment().id());
    } else if (refund.claimId() != null) {
      clocks.lookAtClaim(refund.claimId());
    } else {
      patientClocks.look(List.of(refund.ofPatient()));
    }
  }

  /// What is done about a refund has a day that has come, and none before the step that it follows.
  private void requireAfter(LocalDate before, LocalDate on, String step) {
    days.requireCome(on, "A refund");
    if (on.isBefore(before)) {
      throw new BillingRefusal("%s on %s: nothing of it is dated before.".formatted(step, before));
    }
  }

  private LocalDate approvedOn(Refund refund) {
    return jdbc.sql("select decided_on from refund_request where public_id = :id")
        .param("id", refund.id())
        .query(LocalDate.class)
        .single();
  }

  private static Account creditAccount(Refund refund) {
    return refund.claim() == null ? Account.UNAPPLIED_CASH : Account.INSURANCE_RECEIVABLE;
  }

  private void close(Refund refund, LocalDate on, String evidence) {
    if (refund.payment() != null) {
      clocks.returned(refund.payment(), on, evidence);
      matching.returned(refund.payment().id(), evidence + ", on " + on);
    } else if (refund.claim() != null) {
      clocks.returned(refund.claim(), Objects.requireNonNull(refund.claimId()), on, evidence);
    } else {
      patientClocks.returned(refund.ofPatient(), on, evidence);
    }
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
}

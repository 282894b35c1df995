package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.statement.CreditBalances;
import org.cleanclaim.app.statement.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.cleanclaim.app.statement.Receipt;
import org.cleanclaim.app.statement.ReceiptLists;
import org.cleanclaim.app.statement.ReceiptPdf;
import org.cleanclaim.app.statement.Refund;
import org.cleanclaim.app.statement.RefundLists;
import org.cleanclaim.app.statement.Refunds;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.BillingCsv;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Money of patients that comes in and goes back.
@RestController
@RequestMapping("/api/v1/billing")
class BillingMoneyResources {
  /// A payment.
  ///
  /// @param reversedOn null while it stands
  record PaymentResource(
      UUID id,
      String patient,
      String receipt,
      String method,
      Purpose purpose,
      Money amount,
      LocalDate receivedOn,
      String receivedBy,
      @Nullable String reference,
      String drawer,
      @Nullable LocalDate reversedOn,
      @Nullable ReversalCause reversedFor) {
    static PaymentResource of(Receipt r) {
      return new PaymentResource(
          r.id(),
          r.patient(),
          r.receiptNumber(),
          r.method(),
          r.purpose(),
          r.amount(),
          r.receivedOn(),
          r.receivedBy(),
          r.reference(),
          r.drawer(),
          r.reversedOn(),
          r.reversedFor());
    }
  }

  /// @param visit the one that is paid first; null for the oldest
  /// @param reference of the terminal or the check; never a card number
  /// @param another why it is not the payment with the same reference, amount and day
  record PaymentBody(
      @Nullable UUID patient,
      @Nullable UUID visit,
      @Nullable String receipt,
      @Nullable String method,
      @Nullable String purpose,
      @Nullable String amount,
      @Nullable LocalDate receivedOn,
      @Nullable String reference,
      @Nullable String drawer,
      @Nullable String another) {}

  /// @param cause BOUNCED, CHARGED_BACK or ENTERED_WRONGLY
  record ReversalBody(@Nullable String cause, @Nullable String note, @Nullable LocalDate on) {}

  /// A refund with what comes next.
  ///
  /// @param claim our number, for the credit of a claim
  /// @param payment the misdirected payment that goes back, with its remittance
  /// @param cancelled when and why it was cancelled after it had been agreed to, else null
  /// @param payReference number of the check or the transfer by which it was paid
  record RefundResource(
      UUID id,
      @Nullable UUID patient,
      @Nullable String claim,
      Refund.@Nullable OfPayment payment,
      @Nullable String payer,
      Money amount,
      String cause,
      @Nullable String despite,
      Refund.Status status,
      String nextAction,
      Refund.@Nullable Cancelled cancelled,
      String requestedBy,
      LocalDate requestedOn,
      @Nullable String decidedBy,
      @Nullable LocalDate paidOn,
      @Nullable String payReference) {
    static RefundResource of(Refund r) {
      return new RefundResource(
          r.id(),
          r.patient(),
          r.claim(),
          r.payment(),
          r.payer(),
          r.amount(),
          r.cause(),
          r.despite(),
          r.status(),
          r.nextStep(),
          r.cancelled(),
          r.requestedBy(),
          r.requestedOn(),
          r.decidedBy(),
          r.paidOn(),
          r.payReference());
    }
  }

  /// @param claim our number, for the credit of a claim
  /// @param payment a misdirected payment by its entry in the queue of remittances: all that is
  ///   left of it goes back, so that no amount is named
  /// @param despite why a credit goes back that waits for something
  record RefundBody(
      @Nullable UUID patient,
      @Nullable String claim,
      @Nullable UUID payment,
      @Nullable String amount,
      @Nullable String cause,
      @Nullable String despite,
      @Nullable LocalDate on) {}

  /// What is done with a refund: `approve`, `refuse`, `withdraw`, `cancel`, `pay`.
  record RefundDeed(
      @Nullable String action,
      @Nullable String why,
      @Nullable String method,
      @Nullable String reference,
      @Nullable LocalDate on) {}

  private final PatientPayments payments;
  private final ReceiptLists receiptLists;
  private final ReceiptPdf receipts;
  private final Refunds refunds;
  private final RefundLists refundLists;
  private final CreditBalances credits;
  private final Claims claims;
  private final Encounters encounters;
  private final BillingFields fields;
  private final AuditTrail audit;

  BillingMoneyResources(
      PatientPayments payments,
      ReceiptLists receiptLists,
      ReceiptPdf receipts,
      Refunds refunds,
      RefundLists refundLists,
      CreditBalances credits,
      Claims claims,
      Encounters encounters,
      BillingFields fields,
      AuditTrail audit) {
    this.payments = payments;
    this.receiptLists = receiptLists;
    this.receipts = receipts;
    this.refunds = refunds;
    this.refundLists = refundLists;
    this.credits = credits;
    this.claims = claims;
    this.encounters = encounters;
    this.fields = fields;
    this.audit = audit;
  }

  @PostMapping("/payments")
  PaymentResource take(@RequestBody PaymentBody body) {
    AccessDeniedForActor.unless(Permission.TAKE_PAYMENT);
    String receipt = BodyFields.text(body.receipt()).strip();
    Long visit =
        body.visit() == null
            ? null
            : Long.valueOf(encounters.find(body.visit()).orElseThrow().id().value());
    String reference = BodyFields.text(body.reference()).strip();
    String drawer = BodyFields.text(body.drawer()).strip();
    payments.take(
        new PatientPayment(
            fields.patient(body.patient()).value(),
            visit,
            receipt,
            BodyFields.text(body.method()).strip(),
            BillingFields.one(Purpose.values(), "purpose", body.purpose()),
            BillingFields.amount("amount", body.amount()),
            fields.day(body.receivedOn()),
            reference.isEmpty() ? null : reference,
            drawer.isEmpty() ? "main" : drawer),
        BodyFields.text(body.another()));
    return PaymentResource.of(receiptLists.numbered(receipt).orElseThrow());
  }

  @PostMapping("/payments/{id}/reverse")
  PaymentResource reverse(@PathVariable UUID id, @RequestBody ReversalBody body) {
    return PaymentResource.of(
        payments.reverse(
            id,
            BillingFields.one(ReversalCause.values(), "cause", body.cause()),
            BodyFields.text(body.note()),
            fields.day(body.on())));
  }

  @GetMapping(value = "/payments/{id}/receipt.pdf", produces = "application/pdf")
  byte[] receipt(@PathVariable UUID id) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    var receipt = receiptLists.find(id).orElseThrow();
    audit.read("receipt", receipt.receiptNumber(), receipt.patientId());
    return receipts.of(receipt);
  }

  @GetMapping("/drawer")
  List<PaymentResource> drawer(@RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.TAKE_PAYMENT, Permission.SEE_LEDGER);
    return receiptLists.ofDay(fields.day(on)).stream().map(PaymentResource::of).toList();
  }

  @GetMapping(value = "/drawer.csv", produces = "text/csv")
  String drawerFile(@RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.TAKE_PAYMENT, Permission.SEE_LEDGER);
    var day = fields.day(on);
    return BillingCsv.drawer(day, receiptLists.ofDay(day));
  }

  @GetMapping("/credits")
  List<CreditBalances.Credit> credits() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return credits.list();
  }

  @GetMapping(value = "/credits.csv", produces = "text/csv")
  String creditsFile() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return BillingCsv.credits(credits.list());
  }

  @GetMapping("/refunds")
  ListPage<RefundResource> refunds(@RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return refundLists.list(page).map(RefundResource::of);
  }

  @PostMapping("/refunds")
  RefundResource request(@RequestBody RefundBody body) {
    var on = fields.day(body.on());
    if (body.payment() != null) {
      return RefundResource.of(
          refunds.requestMisdirected(body.payment(), BodyFields.text(body.cause()), on));
    }
    var amount = BillingFields.amount("amount", body.amount());
    if (body.claim() != null) {
      var claim = claims.findByControlNumber(body.claim()).orElseThrow();
      return RefundResource.of(
          refunds.request(
              claim.patientId(),
              claim.id().value(),
              amount,
              BodyFields.text(body.cause()),
              BodyFields.text(body.despite()),
              on));
    }
    return RefundResource.of(
        refunds.request(
            fields.patient(body.patient()),
            null,
            amount,
            BodyFields.text(body.cause()),
            BodyFields.text(body.despite()),
            on));
  }

  @PostMapping("/refunds/{id}/deeds")
  RefundResource deed(@PathVariable UUID id, @RequestBody RefundDeed deed) {
    var on = fields.day(deed.on());
    return RefundResource.of(
        switch (BodyFields.text(deed.action())) {
          case "approve" -> refunds.approve(id, BodyFields.text(deed.why()), on);
          case "refuse" -> refunds.refuse(id, BodyFields.text(deed.why()), on);
          case "withdraw" -> refunds.withdraw(id, on);
          case "cancel" -> refunds.cancel(id, BodyFields.text(deed.why()), on);
          case "pay" ->
              refunds.pay(
                  id, BodyFields.text(deed.method()), BodyFields.text(deed.reference()), on);
          default ->
              throw new BadInput("\"action\" is one of approve, refuse, withdraw, cancel, pay.");
        });
  }
}

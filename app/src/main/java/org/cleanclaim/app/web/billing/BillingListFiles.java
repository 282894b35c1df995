package org.cleanclaim.app.web.billing;

import java.util.List;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.PaymentPlans.NamedPlan;
import org.cleanclaim.app.statement.RefundLists;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.web.Csv;
import org.cleanclaim.app.web.CsvAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The lists of patient billing as files.
@Controller
class BillingListFiles {
  private final PaymentPlans plans;
  private final Disputes disputes;
  private final RefundLists refundLists;
  private final Assistance assistance;
  private final Collections collections;
  private final AuditTrail audit;

  BillingListFiles(
      PaymentPlans plans,
      Disputes disputes,
      RefundLists refundLists,
      Assistance assistance,
      Collections collections,
      AuditTrail audit) {
    this.plans = plans;
    this.disputes = disputes;
    this.refundLists = refundLists;
    this.assistance = assistance;
    this.collections = collections;
    this.audit = audit;
  }

  @GetMapping(value = "/billing/plans.csv", produces = "text/csv")
  ResponseEntity<String> plans() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "payment plans", "csv", null, null);
    return CsvAnswer.of(
        "plans.csv",
        List.of(
            "account", "with", "agreed", "total", "paid", "left", "months", "state", "ended_why"),
        ListPage.whole(plans::named),
        BillingListFiles::line);
  }

  private static String line(NamedPlan named) {
    var plan = named.plan();
    return Csv.line(
        named.household().holder().accountNumber(),
        named.household().responsible(),
        plan.agreedOn(),
        plan.total(),
        plan.paid(),
        plan.left(),
        plan.instalments().size(),
        plan.status(),
        plan.endedWhy());
  }

  @GetMapping(value = "/billing/disputes.csv", produces = "text/csv")
  ResponseEntity<String> disputes() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "disputes", "csv", null, null);
    return CsvAnswer.of(
        "disputes.csv",
        List.of("patient", "visit", "opened", "answer_by", "what", "state", "answer"),
        ListPage.whole(disputes::list),
        d ->
            Csv.line(
                d.name(), d.visit(), d.openedOn(), d.answerBy(), d.what(), d.status(), d.answer()));
  }

  @GetMapping(value = "/billing/refunds.csv", produces = "text/csv")
  ResponseEntity<String> refunds() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "refunds", "csv", null, null);
    return CsvAnswer.of(
        "refunds.csv",
        List.of(
            "patient",
            "payer",
            "claim",
            "remittance",
            "amount",
            "cause",
            "asked_by",
            "asked_on",
            "state",
            "paid_on",
            "paid_by",
            "reference"),
        ListPage.whole(refundLists::list),
        r ->
            Csv.line(
                r.name(),
                r.payer(),
                r.claim(),
                r.payment() == null ? null : r.payment().trace(),
                r.amount(),
                r.cause(),
                r.requestedBy(),
                r.requestedOn(),
                r.status(),
                r.paidOn(),
                r.payMethod(),
                r.payReference()));
  }

  @GetMapping(value = "/billing/applications.csv", produces = "text/csv")
  ResponseEntity<String> applications() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "applications for assistance", "csv", null, null);
    return CsvAnswer.of(
        "applications.csv",
        List.of(
            "patient",
            "received",
            "percent_of_guideline",
            "scale_gives",
            "evidence",
            "state",
            "granted",
            "from",
            "through"),
        ListPage.whole(assistance::list),
        a ->
            Csv.line(
                a.name(),
                a.receivedOn(),
                a.povertyPercent(),
                a.policyPercent(),
                a.evidence(),
                a.status(),
                a.grantedPercent(),
                a.effectiveFrom(),
                a.effectiveThrough()));
  }

  @GetMapping(value = "/billing/collections.csv", produces = "text/csv")
  ResponseEntity<String> collections() {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    audit.record("exported", "balances at agencies", "csv", null, null);
    return CsvAnswer.of(
        "collections.csv",
        List.of("account", "name", "agency", "amount", "paid", "placed_on", "state", "ended_why"),
        ListPage.whole(collections::list),
        p ->
            Csv.line(
                p.account(),
                p.name(),
                p.agency(),
                p.amount(),
                p.paid(),
                p.placedOn(),
                p.status(),
                p.endedWhy()));
  }
}

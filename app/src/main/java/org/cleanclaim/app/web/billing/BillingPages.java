package org.cleanclaim.app.web.billing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.AgencyNews;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.BillingDay;
import org.cleanclaim.app.statement.BillingPolicies;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.CreditBalances;
import org.cleanclaim.app.statement.CreditWaits;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.DrawerDays;
import org.cleanclaim.app.statement.PatientAccounts;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.ReceiptLists;
import org.cleanclaim.app.statement.RefundLists;
import org.cleanclaim.app.statement.SmallBalances;
import org.cleanclaim.app.statement.StatementExceptions;
import org.cleanclaim.app.statement.StatementLinks;
import org.cleanclaim.app.statement.StatementRun;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What patient billing looks like.
@Controller
class BillingPages {
  private static final String SECTION = "billing";

  private final Pages pages;
  private final Patients patients;
  private final PatientAccounts accounts;
  private final StatementRun run;
  private final StatementExceptions exceptions;
  private final SmallBalances smallBalances;
  private final Statements statements;
  private final StatementLinks links;
  private final CreditBalances credits;
  private final CreditWaits waits;
  private final RefundLists refundLists;
  private final PaymentPlans plans;
  private final Disputes disputes;
  private final Assistance assistance;
  private final Collections collections;
  private final AgencyNews news;
  private final ReceiptLists receiptLists;
  private final DrawerDays drawers;
  private final BillingPolicies policies;
  private final AuditTrail audit;
  private final BillingDay days;

  BillingPages(
      Pages pages,
      Patients patients,
      PatientAccounts accounts,
      StatementRun run,
      StatementExceptions exceptions,
      SmallBalances smallBalances,
      Statements statements,
      StatementLinks links,
      CreditBalances credits,
      CreditWaits waits,
      RefundLists refundLists,
      PaymentPlans plans,
      Disputes disputes,
      Assistance assistance,
      Collections collections,
      AgencyNews news,
      ReceiptLists receiptLists,
      DrawerDays drawers,
      BillingPolicies policies,
      AuditTrail audit,
      BillingDay days) {
    this.pages = pages;
    this.patients = patients;
    this.accounts = accounts;
    this.run = run;
    this.exceptions = exceptions;
    this.smallBalances = smallBalances;
    this.statements = statements;
    this.links = links;
    this.credits = credits;
    this.waits = waits;
    this.refundLists = refundLists;
    this.plans = plans;
    this.disputes = disputes;
    this.assistance = assistance;
    this.collections = collections;
    this.news = news;
    this.receiptLists = receiptLists;
    this.drawers = drawers;
    this.policies = policies;
    this.audit = audit;
    this.days = days;
  }

  private LocalDate day(@Nullable LocalDate day) {
    return days.orToday(day);
  }

  /// The run of statements as it would be on a day, with what was just done.
  @GetMapping("/billing")
  ResponseEntity<String> run(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable Integer issued,
      @RequestParam(defaultValue = "0") int refused,
      @RequestParam(required = false) @Nullable Integer given,
      @RequestParam(defaultValue = "0") int kept) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var day = day(on);
    var values = new LinkedHashMap<String, Object>();
    values.put("day", day);
    values.put("today", days.today());
    values.put("lines", run.preview(day));
    values.put("exceptions", exceptions.open());
    values.put("small", smallBalances.preview(day));
    values.put("policy", policies.current());
    values.put("word", word(issued, refused, given, kept));
    return pages.page(request, SECTION, "Statements", "billing/run.jte", values);
  }

  private static String word(
      @Nullable Integer issued, int refused, @Nullable Integer given, int kept) {
    if (issued != null) {
      return "Statements issued: %d. Refused because they do not add up: %d."
          .formatted(issued, refused);
    }
    return given == null
        ? ""
        : "Small balances given up: %d. Kept by policy: %d, each with its reason below."
            .formatted(given, kept);
  }

  @GetMapping("/billing/accounts/{patient}")
  ResponseEntity<String> account(
      HttpServletRequest request,
      @PathVariable UUID patient,
      @RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var found = patients.find(patient).orElseThrow();
    audit.read("patient account", patient, found.id().value());
    var account = accounts.of(found.id(), day(on));
    var values = new LinkedHashMap<String, Object>();
    values.put("patient", found);
    values.put("account", account);
    values.put("preview", statements.preview(found.id(), day(on)));
    values.put("today", day(on));
    values.put("policy", policies.current());
    values.put("wait", waits.of(found.id().value()));
    values.put(
        "links",
        account.statements().isEmpty()
            ? java.util.List.of()
            : links.of(account.statements().getFirst()));
    return pages.page(request, SECTION, "Patient account", "billing/account.jte", values);
  }

  /// Credits, and refunds on their way.
  @GetMapping("/billing/refunds")
  ResponseEntity<String> refunds(
      HttpServletRequest request,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "OPEN") Shown state) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return pages.page(
        request,
        SECTION,
        "Credits and refunds",
        "billing/refunds.jte",
        Map.of(
            "credits",
            credits.list(),
            "refunds",
            state == Shown.OPEN ? refundLists.open(page) : refundLists.list(page),
            "state",
            state));
  }

  /// Plans, disputes, applications for assistance.
  @GetMapping("/billing/plans")
  ResponseEntity<String> plans(
      HttpServletRequest request,
      @RequestParam(name = "plans", defaultValue = "1") int planPage,
      @RequestParam(name = "disputes", defaultValue = "1") int disputePage,
      @RequestParam(name = "applications", defaultValue = "1") int applicationPage,
      @RequestParam(defaultValue = "OPEN") Shown state) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    boolean isOpen = state == Shown.OPEN;
    var values = new LinkedHashMap<String, Object>();
    values.put("state", state);
    values.put("plans", isOpen ? plans.running(planPage) : plans.named(planPage));
    values.put("disputes", isOpen ? disputes.open(disputePage) : disputes.list(disputePage));
    values.put(
        "applications",
        isOpen ? assistance.open(applicationPage) : assistance.list(applicationPage));
    values.put("policy", policies.current());
    values.put("today", day(null));
    return pages.page(request, SECTION, "Plans, disputes, assistance", "billing/plans.jte", values);
  }

  @GetMapping("/billing/collections")
  ResponseEntity<String> collections(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable LocalDate on,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    var day = day(on);
    return pages.page(
        request,
        SECTION,
        "Collections",
        "billing/collections.jte",
        Map.of(
            "day",
            day,
            "candidates",
            collections.candidates(day),
            "untold",
            news.untold(),
            "page",
            collections.list(page),
            "policy",
            policies.current()));
  }

  /// What the drawers took on a day.
  @GetMapping("/billing/drawer")
  ResponseEntity<String> drawer(
      HttpServletRequest request, @RequestParam(required = false) @Nullable LocalDate on) {
    AccessDeniedForActor.unlessEither(Permission.SEE_LEDGER, Permission.TAKE_PAYMENT);
    var day = day(on);
    return pages.page(
        request,
        SECTION,
        "Cash drawer",
        "billing/drawer.jte",
        Map.of(
            "day",
            day,
            "receipts",
            receiptLists.ofDay(day),
            "differences",
            drawers.differences(day)));
  }
}

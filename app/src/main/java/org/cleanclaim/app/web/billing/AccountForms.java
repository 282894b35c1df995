package org.cleanclaim.app.web.billing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.BillingDay;
import org.cleanclaim.app.statement.BillingRefusal;
import org.cleanclaim.app.statement.BillingWishes;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.Disputes;
import org.cleanclaim.app.statement.GivenUpTooMuch;
import org.cleanclaim.app.statement.Household;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.app.statement.Language;
import org.cleanclaim.app.statement.PatientPayment;
import org.cleanclaim.app.statement.PatientPayments;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.cleanclaim.app.statement.PaymentPlans;
import org.cleanclaim.app.statement.Refunds;
import org.cleanclaim.app.statement.StatementLinks;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.app.statement.VisitShares;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done on the page of a patient account.
@Controller
class AccountForms {
  private final Pages pages;
  private final Patients patients;
  private final Households households;
  private final Encounters encounters;
  private final PatientPayments payments;
  private final PaymentPlans plans;
  private final Disputes disputes;
  private final Assistance assistance;
  private final Refunds refunds;
  private final Collections collections;
  private final GivenUpTooMuch givenUp;
  private final BillingWishes wishes;
  private final VisitShares shares;
  private final Statements statements;
  private final StatementLinks links;
  private final BillingDay days;

  AccountForms(
      Pages pages,
      Patients patients,
      Households households,
      Encounters encounters,
      PatientPayments payments,
      PaymentPlans plans,
      Disputes disputes,
      Assistance assistance,
      Refunds refunds,
      Collections collections,
      GivenUpTooMuch givenUp,
      BillingWishes wishes,
      VisitShares shares,
      Statements statements,
      StatementLinks links,
      BillingDay days) {
    this.pages = pages;
    this.patients = patients;
    this.households = households;
    this.encounters = encounters;
    this.payments = payments;
    this.plans = plans;
    this.disputes = disputes;
    this.assistance = assistance;
    this.refunds = refunds;
    this.collections = collections;
    this.givenUp = givenUp;
    this.wishes = wishes;
    this.shares = shares;
    this.statements = statements;
    this.links = links;
    this.days = days;
  }

  @PostMapping("/billing/accounts/{patient}/payments")
  ResponseEntity<String> pay(
      @PathVariable UUID patient,
      @RequestParam String receipt,
      @RequestParam String amount,
      @RequestParam String method,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "STATEMENT") Purpose purpose,
      @RequestParam(required = false) @Nullable UUID visit,
      @RequestParam(required = false) @Nullable LocalDate receivedOn,
      @RequestParam(defaultValue = "main") String drawer,
      @RequestParam(defaultValue = "") String another) {
    payments.take(
        new PatientPayment(
            id(patient).value(),
            visit == null ? null : encounters.find(visit).orElseThrow().id().value(),
            receipt.strip(),
            method.strip(),
            purpose,
            amount(amount),
            days.orToday(receivedOn),
            reference.isBlank() ? null : reference.strip(),
            drawer.isBlank() ? "main" : drawer.strip()),
        another);
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/payments/{payment}/reverse")
  ResponseEntity<String> reverse(
      @PathVariable UUID patient,
      @PathVariable UUID payment,
      @RequestParam ReversalCause cause,
      @RequestParam(defaultValue = "") String note) {
    payments.reverse(payment, cause, note, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/plans")
  ResponseEntity<String> plan(
      @PathVariable UUID patient,
      @RequestParam int months,
      @RequestParam LocalDate firstDueOn,
      @RequestParam(defaultValue = "") String note) {
    plans.agree(household(patient), months, firstDueOn, note, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/plans/{plan}/cancel")
  ResponseEntity<String> cancel(
      @PathVariable UUID patient,
      @PathVariable UUID plan,
      @RequestParam(defaultValue = "") String why) {
    plans.cancel(plan, why, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/disputes")
  ResponseEntity<String> dispute(
      @PathVariable UUID patient,
      @RequestParam(required = false) @Nullable String visit,
      @RequestParam(defaultValue = "") String what) {
    disputes.open(
        id(patient),
        visit == null || visit.isBlank() ? null : UUID.fromString(visit),
        what,
        today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/disputes/{dispute}/answer")
  ResponseEntity<String> answer(
      @PathVariable UUID patient,
      @PathVariable UUID dispute,
      @RequestParam Disputes.Status outcome,
      @RequestParam(defaultValue = "") String answer) {
    disputes.resolve(dispute, outcome, answer, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/assistance")
  ResponseEntity<String> apply(
      @PathVariable UUID patient,
      @RequestParam int householdSize,
      @RequestParam String yearlyIncome,
      @RequestParam(defaultValue = "") String evidence) {
    assistance.apply(
        household(patient),
        new Assistance.Form(householdSize, amount(yearlyIncome), evidence, today()));
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/refunds")
  ResponseEntity<String> refund(
      @PathVariable UUID patient,
      @RequestParam String amount,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String despite) {
    refunds.request(id(patient), null, amount(amount), cause, despite, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/collection")
  ResponseEntity<String> place(@PathVariable UUID patient, @RequestParam String agency) {
    collections.place(household(patient), agency, today());
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/given-up")
  ResponseEntity<String> takeBack(
      @PathVariable UUID patient, @RequestParam(defaultValue = "") String why) {
    givenUp.takeBack(household(patient), why);
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/wish")
  ResponseEntity<String> wish(
      @PathVariable UUID patient,
      @RequestParam Language language,
      @RequestParam(defaultValue = "") String holdReason) {
    wishes.save(household(patient), new BillingWishes.Wish(language, holdReason));
    return back(patient);
  }

  @PostMapping("/billing/accounts/{patient}/visits/{visit}/release")
  ResponseEntity<String> release(
      @PathVariable UUID patient,
      @PathVariable UUID visit,
      @RequestParam(defaultValue = "") String why) {
    shares.release(visit, why);
    return back(patient);
  }

  /// Makes an address of a statement; it is shown this once.
  @PostMapping("/billing/accounts/{patient}/statements/{statement}/links")
  ResponseEntity<String> link(
      HttpServletRequest request, @PathVariable UUID patient, @PathVariable UUID statement) {
    var found = statements.find(statement).orElseThrow();
    var made = links.make(found);
    String address =
        request.getScheme() + "://" + request.getHeader("Host") + "/bill/" + made.secret();
    return pages.page(
        request,
        "billing",
        "Link of statement " + found.number(),
        "billing/link.jte",
        Map.of("address", address, "expiresAt", made.expiresAt(), "patient", patient));
  }

  @PostMapping("/billing/accounts/{patient}/links/{link}/revoke")
  ResponseEntity<String> revoke(@PathVariable UUID patient, @PathVariable UUID link) {
    links.revoke(link);
    return back(patient);
  }

  private PatientId id(UUID patient) {
    return patients.find(patient).orElseThrow().id();
  }

  private Household household(UUID patient) {
    return households.of(id(patient));
  }

  private LocalDate today() {
    return days.today();
  }

  private static Money amount(String text) {
    return Money.parse(text.strip())
        .orElseThrow(() ->
            new BillingRefusal(
                "\"%s\" is no amount in dollars. Go back and correct it.".formatted(text)));
  }

  private static ResponseEntity<String> back(UUID patient) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/billing/accounts/" + patient))
        .build();
  }
}

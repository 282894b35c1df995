package org.cleanclaim.app.web.billing;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.AgencyNews;
import org.cleanclaim.app.statement.Assistance;
import org.cleanclaim.app.statement.BillingDay;
import org.cleanclaim.app.statement.BillingRefusal;
import org.cleanclaim.app.statement.Collections;
import org.cleanclaim.app.statement.Refunds;
import org.cleanclaim.app.statement.SmallBalances;
import org.cleanclaim.app.statement.StatementExceptions;
import org.cleanclaim.app.statement.StatementRun;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done on the lists of patient billing.
@Controller
class BillingForms {
  private final StatementRun run;
  private final StatementExceptions exceptions;
  private final SmallBalances smallBalances;
  private final Refunds refunds;
  private final Claims claims;
  private final Patients patients;
  private final Assistance assistance;
  private final Collections collections;
  private final AgencyNews news;
  private final BillingDay days;

  BillingForms(
      StatementRun run,
      StatementExceptions exceptions,
      SmallBalances smallBalances,
      Refunds refunds,
      Claims claims,
      Patients patients,
      Assistance assistance,
      Collections collections,
      AgencyNews news,
      BillingDay days) {
    this.run = run;
    this.exceptions = exceptions;
    this.smallBalances = smallBalances;
    this.refunds = refunds;
    this.claims = claims;
    this.patients = patients;
    this.assistance = assistance;
    this.collections = collections;
    this.news = news;
    this.days = days;
  }

  @PostMapping("/billing/run")
  ResponseEntity<String> run(@RequestParam LocalDate on) {
    var outcome = run.run(on);
    return to(
        "/billing?on=%s&issued=%d&refused=%d"
            .formatted(on, outcome.issued().size(), outcome.refused()));
  }

  @PostMapping("/billing/small-balances")
  ResponseEntity<String> smallBalances(@RequestParam LocalDate on) {
    var outcomes = smallBalances.run(on);
    long given = outcomes.stream().filter(SmallBalances.Outcome::isGivenUp).count();
    return to("/billing?on=%s&given=%d&kept=%d".formatted(on, given, outcomes.size() - given));
  }

  @PostMapping("/billing/exceptions/{id}/settle")
  ResponseEntity<String> settle(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
    exceptions.settle(id, why);
    return to("/billing");
  }

  /// Asks for the refund of a credit, of a claim to its payer or of a patient, or of a misdirected
  /// payment.
  @PostMapping("/billing/refunds")
  ResponseEntity<String> ask(
      @RequestParam(required = false) @Nullable String claim,
      @RequestParam(required = false) @Nullable UUID patient,
      @RequestParam(required = false) @Nullable UUID payment,
      @RequestParam(defaultValue = "") String amount,
      @RequestParam(defaultValue = "") String cause,
      @RequestParam(defaultValue = "") String despite) {
    var today = days.today();
    if (payment != null) {
      refunds.requestMisdirected(payment, cause, today);
      return to("/billing/refunds");
    }
    var back =
        Money.parse(amount.strip())
            .orElseThrow(() ->
                new BillingRefusal("\"%s\" is no amount in dollars.".formatted(amount.strip())));
    if (claim == null) {
      var owed = Optional.ofNullable(patient).flatMap(patients::find).orElseThrow();
      refunds.request(owed.id(), null, back, cause, despite, today);
    } else {
      var overpaid = claims.findByControlNumber(claim).orElseThrow();
      refunds.request(overpaid.patientId(), overpaid.id().value(), back, cause, "", today);
    }
    return to("/billing/refunds");
  }

  @PostMapping("/billing/refunds/{id}")
  ResponseEntity<String> refund(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String method,
      @RequestParam(defaultValue = "") String reference) {
    var today = days.today();
    switch (action) {
      case "approve" -> refunds.approve(id, why, today);
      case "refuse" -> refunds.refuse(id, why, today);
      case "withdraw" -> refunds.withdraw(id, today);
      case "cancel" -> refunds.cancel(id, why, today);
      default -> refunds.pay(id, method, reference, today);
    }
    return to("/billing/refunds");
  }

  @PostMapping("/billing/assistance/{id}")
  ResponseEntity<String> decide(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate through,
      @RequestParam(defaultValue = "") String why) {
    var today = days.today();
    if (action.equals("withdraw")) {
      assistance.withdraw(id, why, today);
    } else if (action.equals("approve")) {
      var first = from == null ? today : from;
      assistance.approve(id, first, through == null ? first.plusMonths(6) : through, why, today);
    } else {
      assistance.deny(id, why, today);
    }
    return to("/billing/plans");
  }

  @PostMapping("/billing/collections/{id}")
  ResponseEntity<String> end(
      @PathVariable UUID id,
      @RequestParam String action,
      @RequestParam(defaultValue = "") String why) {
    var today = days.today();
    switch (action) {
      case "tell" -> news.tell(id, why, today);
      case "recall" -> collections.recall(id, why, today);
      default -> collections.settle(id, why, today);
    }
    return to("/billing/collections");
  }

  private static ResponseEntity<String> to(String page) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(page)).build();
  }
}

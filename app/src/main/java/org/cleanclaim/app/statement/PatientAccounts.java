package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.Dunning.Decision;
import org.cleanclaim.app.statement.PatientAccount.Happening;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts an account together as its page shows it.
@Component
@Transactional(readOnly = true)
public class PatientAccounts {
  private record Next(AccountState state, String why, String action, @Nullable LocalDate on) {}

  private final Households households;
  private final Standings standings;
  private final StatementRun run;
  private final Statements statements;
  private final Notices notices;
  private final ReceiptLists receiptLists;
  private final PaymentPlans plans;
  private final Disputes disputes;
  private final Assistance assistance;
  private final RefundLists refundLists;
  private final CreditWaits waits;
  private final Collections collections;
  private final AgencyNews agencies;
  private final BillingWishes wishes;
  private final BillingPolicies policies;

  PatientAccounts(
      Households households,
      Standings standings,
      StatementRun run,
      Statements statements,
      Notices notices,
      ReceiptLists receiptLists,
      PaymentPlans plans,
      Disputes disputes,
      Assistance assistance,
      RefundLists refundLists,
      CreditWaits waits,
      Collections collections,
      AgencyNews agencies,
      BillingWishes wishes,
      BillingPolicies policies) {
    this.households = households;
    this.standings = standings;
    this.run = run;
    this.statements = statements;
    this.notices = notices;
    this.receiptLists = receiptLists;
    this.plans = plans;
    this.disputes = disputes;
    this.assistance = assistance;
    this.refundLists = refundLists;
    this.waits = waits;
    this.collections = collections;
    this.agencies = agencies;
    this.wishes = wishes;
    this.policies = policies;
  }

  /// The account of the household that a patient belongs to, as of a day.
  public PatientAccount of(PatientId patientId, LocalDate on) {
    var household = households.of(patientId);
    var standing = standings.of(household);
    var applications = assistance.of(household);
    var quarrels = disputes.of(household);
    var obstacles = collections.obstacles(standing, on);
    var issued = statements.of(household);
    int asked = notices.of(standing).count();
    var next = next(standing, applications, quarrels, obstacles, asked, on);
    var account =
        new PatientAccount(
            standing,
            next.state(),
            next.why(),
            next.action(),
            next.on(),
            wishes.of(household),
            standing.ageing(on),
            issued,
            receiptLists.of(household),
            plans.of(household),
            quarrels,
            applications,
            refundLists.of(household),
            collections.of(household),
            obstacles,
            List.of());
    return withTimeline(account);
  }

  private Next next(
      Standing standing,
      List<Assistance.Application> applications,
      List<Disputes.Dispute> quarrels,
      List<String> obstacles,
      int issued,
      LocalDate on) {
    var household = standing.household();
    var away = agencies.of(standing);
    if (away.isPresent() && !away.get().isTold()) {
      return new Next(
          AccountState.AGENCY,
          away.get().sentence(),
          "Tell the agency what has changed, or recall it",
          null);
    }
    if (away.isPresent() && !standing.balance().isPositive()) {
      return new Next(
          AccountState.AGENCY,
          "Nothing is owed that is with " + away.get().placement().agency(),
          "Recall it, or note that the agency is done",
          null);
    }
    Money tooMuch = standing.givenUpTooMuch();
    Money credit = standing.balance().negated().minus(tooMuch);
    if (tooMuch.isPositive() && !credit.isNegative()) {
      return new Next(
          credit.isZero() ? AccountState.NOTHING_OWED : AccountState.CREDIT,
          "%s more was given up than is left to the patient".formatted(tooMuch.grouped()),
          "Take back what was given up too much",
          null);
    }
    if (standing.balance().isNegative()) {
      return new Next(
          AccountState.CREDIT,
          "%s is owed back".formatted(standing.balance().negated().grouped()),
          waits
              .of(household.holder().id().value())
              .map(wait -> "Wait for " + wait.what())
              .orElse("Ask for a refund, or keep it for the next visit"),
          null);
    }
    if (standing.balance().isZero()) {
      return new Next(AccountState.NOTHING_OWED, "The balance is zero", "Nothing", null);
    }
    var dispute = quarrels.stream().filter(d -> d.status() == Disputes.Status.OPEN).findFirst();
    if (dispute.isPresent()) {
      return new Next(
          AccountState.DISPUTE,
          dispute.get().what(),
          "Answer the dispute; its clocks stand still until then",
          dispute.get().answerBy());
    }
    if (applications.stream().anyMatch(a -> a.status() == Assistance.Status.RECEIVED)) {
      return new Next(
          AccountState.ASSISTANCE,
          "An application for assistance waits",
          "Another person has to decide it",
          null);
    }
    if (away.isPresent()) {
      var placement = away.get().placement();
      return new Next(
          AccountState.AGENCY,
          "With %s since %s".formatted(placement.agency(), placement.placedOn()),
          "Wait for the agency, or recall it",
          null);
    }
    if (!standing.due().isPositive()) {
      String waitsFor =
          standing.shares().stream()
              .map(VisitShare::waitsFor)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("Insurance is not done");
      return new Next(AccountState.NOT_READY, waitsFor, "Wait for the insurance", null);
    }
    var plan = plans.active(household);
    if (plan.isPresent()) {
      var part = plan.get().part(on);
      int missed = plan.get().missed(on, policies.current().planGraceDays()).size();
      return new Next(
          AccountState.ON_PLAN,
          missed == 0
              ? "%s of %s is left".formatted(part.left().grouped(), part.total().grouped())
              : missed == 1
                  ? "1 instalment is missed"
                  : "%d instalments are missed".formatted(missed),
          "Instalment of %s".formatted(part.nextAmount().grouped()),
          part.nextDueOn());
    }
    if (issued > 0 && obstacles.isEmpty()) {
      return new Next(
          AccountState.PRE_COLLECTION,
          "All notices have gone out and nothing forbids it",
          "Decide: hand over, write off, or agree a plan",
          null);
    }
    return switch (run.decision(standing, on)) {
      case Decision.Send send ->
          new Next(
              issued == 0 ? AccountState.READY_TO_BILL : AccountState.BILLED,
              gone(issued),
              send.isFinal()
                  ? "The final notice goes out with the next run"
                  : "Statement %d goes out with the next run".formatted(send.step()),
              on);
      case Decision.Wait wait ->
          new Next(
              issued == 0 ? AccountState.READY_TO_BILL : AccountState.BILLED,
              wait.reason(),
              wait.until() == null ? "Nothing goes out by itself" : "The next statement",
              wait.until());
    };
  }

  private static PatientAccount withTimeline(PatientAccount a) {
    var events = new ArrayList<Happening>();
    for (Statement s : a.statements()) {
      events.add(
          new Happening(
              s.issuedOn(), "Statement " + s.number(), "%s due".formatted(s.dueNow().grouped())));
    }
    for (Receipt r : a.payments()) {
      events.add(
          new Happening(
              r.receivedOn(),
              "Paid " + r.amount().grouped(),
              r.method() + ", " + r.receiptNumber()));
      var reversed = r.reversedOn();
      var cause = r.reversedFor();
      if (reversed != null && cause != null) {
        events.add(new Happening(reversed, cause.title(), r.receiptNumber()));
      }
    }
    for (PaymentPlan p : a.plans()) {
      events.add(
          new Happening(
              p.agreedOn(),
              "Payment plan",
              "%s in %d instalments".formatted(p.total().grouped(), p.instalments().size())));
      var ended = p.endedOn();
      if (ended != null)
        events.add(
            new Happening(
                ended, "Payment plan ended", Objects.requireNonNullElse(p.endedWhy(), "")));
    }
    for (Disputes.Dispute d : a.disputes()) {
      events.add(new Happening(d.openedOn(), "Dispute", d.what()));
      var resolved = d.resolvedOn();
      if (resolved != null)
        events.add(
            new Happening(
                resolved, "Dispute answered", Objects.requireNonNullElse(d.answer(), "")));
    }
    for (Assistance.Application f : a.applications()) {
      events.add(new Happening(f.receivedOn(), "Application for assistance", f.evidence()));
      var decided = f.decidedOn();
      if (decided != null) {
        events.add(
            new Happening(
                decided,
                "Assistance " + lower(f.status().name()),
                Objects.requireNonNullElse(f.why(), "")));
      }
    }
    for (Refund r : a.refunds()) {
      events.add(
          new Happening(
              r.requestedOn(), "Refund of " + r.amount().grouped() + " asked for", r.cause()));
      var paid = r.paidOn();
      if (paid != null) {
        events.add(new Happening(paid, "Refund of " + r.amount().grouped() + " paid", ""));
      }
      var cancelled = r.cancelled();
      if (cancelled != null) {
        events.add(
            new Happening(
                cancelled.on(),
                "Refund of " + r.amount().grouped() + " cancelled",
                cancelled.why()));
      }
    }
    for (Collections.Placement c : a.placements()) {
      events.add(new Happening(c.placedOn(), "Handed over to " + c.agency(), c.amount().grouped()));
      var ended = c.endedOn();
      if (ended != null) {
        events.add(
            new Happening(
                ended, "Back from the agency", Objects.requireNonNullElse(c.endedWhy(), "")));
      }
    }
    events.sort(Comparator.comparing(Happening::on).reversed());
    return new PatientAccount(
        a.standing(),
        a.state(),
        a.why(),
        a.nextAction(),
        a.nextOn(),
        a.wish(),
        a.ageing(),
        a.statements(),
        a.payments(),
        a.plans(),
        a.disputes(),
        a.applications(),
        a.refunds(),
        a.placements(),
        a.obstacles(),
        events);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  /// Why a bill is where it is, by the statements that have gone out.
  private static String gone(int issued) {
    return switch (issued) {
      case 0 -> "Insurance is done";
      case 1 -> "1 statement has gone out";
      default -> issued + " statements have gone out";
    };
  }
}

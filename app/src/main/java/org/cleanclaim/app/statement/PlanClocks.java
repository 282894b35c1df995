package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.cleanclaim.app.statement.PaymentPlan.Instalment;
import org.cleanclaim.app.statement.PaymentPlan.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of missed instalments: each has its own, by its number. One that somebody has
/// stopped, as they have talked with the household, stays so until money comes back.
@Component
@Transactional
class PlanClocks {
  private final Deadlines deadlines;

  PlanClocks(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /// Brings the clocks of a plan to where it stands on a day.
  void look(PaymentPlan plan, Household household, int graceDays, LocalDate on) {
    var missed = missed(plan, graceDays, on);
    for (int number : deadlines.running(ClockKind.MISSED_INSTALMENT, subject(plan))) {
      if (missed.stream().noneMatch(i -> i.number() == number)) stop(plan, number, on);
    }
    for (Instalment instalment : missed) {
      deadlines.run(
          ClockStart.of(
                  ClockKind.MISSED_INSTALMENT,
                  subject(plan),
                  LegalClocks.MISSED_INSTALMENT,
                  plan.missedFrom(instalment, graceDays))
              .atStep(
                  instalment.number(),
                  "Talk about instalment %d of account %s, due %s"
                      .formatted(
                          instalment.number(),
                          household.holder().accountNumber(),
                          instalment.dueOn()))
              .leadingTo("/billing/accounts/" + household.holder().publicId()));
    }
  }

  /// A payment came back: what it had paid is missed again.
  void cameBack(PaymentPlan plan, int graceDays, LocalDate on, String why) {
    missed(plan, graceDays, on)
        .forEach(
            i -> deadlines.restart(ClockKind.MISSED_INSTALMENT, subject(plan), i.number(), why));
  }

  private void stop(PaymentPlan plan, int number, LocalDate on) {
    boolean isPaid =
        plan.instalments().stream().anyMatch(i -> i.number() == number && plan.isPaid(i));
    if (isPaid) {
      deadlines.met(
          ClockKind.MISSED_INSTALMENT, subject(plan), number, on, "The instalment is paid");
    } else {
      String why = plan.endedWhy();
      deadlines.ended(
          ClockKind.MISSED_INSTALMENT,
          subject(plan),
          number,
          why == null ? "The bill does not ask for it now" : "The plan has ended: " + why);
    }
  }

  private static List<Instalment> missed(PaymentPlan plan, int graceDays, LocalDate on) {
    return plan.status() == Status.ACTIVE ? plan.missed(on, graceDays) : List.of();
  }

  private static String subject(PaymentPlan plan) {
    return "payment plan " + plan.id();
  }
}

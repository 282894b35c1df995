package org.cleanclaim.app.authorization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.DecisionClocks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of authorizations: the payer's answer to a request, and the last day of one that was
/// given. That one runs while the day matters: there are units left, the day has not passed, and no
/// other was asked for or given in its place.
@Component
class AuthorizationClocks {
  private static final int AT_ONCE = 500;
  private static final String USED_UP = "Its units are used up";
  private static final String TAKEN_OVER = "Another was asked for or given in its place";
  private static final String OVER = "Its last day has passed";
  private static final List<String> MAY_RUN_AGAIN_AFTER = List.of(USED_UP, TAKEN_OVER, OVER);

  private final Authorizations authorizations;
  private final AuthorizationRequests requests;
  private final Payers payers;
  private final Deadlines deadlines;
  private final DeadlineLists lists;

  AuthorizationClocks(
      Authorizations authorizations,
      AuthorizationRequests requests,
      Payers payers,
      Deadlines deadlines,
      DeadlineLists lists) {
    this.authorizations = authorizations;
    this.requests = requests;
    this.payers = payers;
    this.deadlines = deadlines;
    this.lists = lists;
  }

  @EventListener
  void changed(AuthorizationsChanged changed) {
    var onFile = authorizations.ofPatient(changed.patientId());
    for (Authorization one : onFile) {
      if (one.payerId() != changed.payerId()) continue;
      decision(one);
      end(one, onFile);
    }
  }

  @EventListener
  void used(AuthorizationsUsed used) {
    for (Authorization one : authorizations.ofIds(used.authorizations())) {
      end(one, authorizations.ofPatient(one.patientId()));
    }
  }

  /// Ends the clocks of authorizations whose last day has passed: nothing is left to do by it.
  @Transactional
  public int endPassed() {
    var passed =
        lists.list(
            new DeadlineFilter(
                ClockKind.AUTHORIZATION_END,
                DeadlineFilter.Span.LATE,
                null,
                null,
                null,
                DeadlineFilter.Order.DUE),
            AT_ONCE);
    passed.forEach(clock -> deadlines.ended(clock.kind(), clock.subject(), clock.step(), OVER));
    return passed.size();
  }

  private void decision(Authorization one) {
    String subject = subject(one);
    var kind = ClockKind.AUTHORIZATION_DECISION;
    if (one.entry().status() != AuthorizationStatus.REQUESTED) {
      deadlines.met(
          kind,
          subject,
          1,
          deadlines.today(),
          "The payer's answer: " + one.entry().status().title());
      return;
    }
    var rule = DecisionClocks.of(payers.get(one.payerId()).filing(), requests.isUrgent(one));
    var since = deadlines.find(kind, subject, 1).map(Clock::startsOn).orElseGet(deadlines::today);
    deadlines.run(ofDesk(one, ClockStart.of(kind, subject, rule, since)));
  }

  private void end(Authorization one, List<Authorization> onFile) {
    String subject = subject(one);
    var why = over(one, onFile);
    if (why.isPresent()) {
      deadlines.ended(ClockKind.AUTHORIZATION_END, subject, 1, why.get());
      return;
    }
    LocalDate last = one.entry().validThrough();
    if (last == null) return;
    runAgain(subject);
    var rule = ClockRule.days(0, "the payer's answer: last day of service");
    deadlines.run(ofDesk(one, ClockStart.of(ClockKind.AUTHORIZATION_END, subject, rule, last)));
  }

  /// Why nobody has to look at the last day; empty when somebody has to.
  private Optional<String> over(Authorization one, List<Authorization> onFile) {
    var today = authorizations.today();
    LocalDate last = one.entry().validThrough();
    if (!one.entry().status().isGiven() || last == null) {
      return Optional.of(one.entry().status().title());
    }
    if (last.isBefore(today)) return Optional.of(OVER);
    var left = one.unitsLeft();
    if (left != null && left.signum() <= 0) return Optional.of(USED_UP);
    return onFile.stream().anyMatch(other -> other.takesOverFrom(one, today))
        ? Optional.of(TAKEN_OVER)
        : Optional.empty();
  }

  /// What ended it may be undone: units come back, the payer extends the days, or does not give the
  /// other one. What somebody stopped stays so.
  private void runAgain(String subject) {
    deadlines
        .find(ClockKind.AUTHORIZATION_END, subject, 1)
        .filter(clock -> clock.state() == Clock.State.ENDED)
        .filter(clock -> MAY_RUN_AGAIN_AFTER.contains(deadlines.history(clock).getLast().why()))
        .ifPresent(clock ->
            deadlines.restart(clock.kind(), subject, 1, "There is something to do by it again"));
  }

  private static ClockStart ofDesk(Authorization one, ClockStart start) {
    return start.ofPayer(one.payerId(), "/authorizations/" + one.publicId()).ownedBy("FRONT_DESK");
  }

  private static String subject(Authorization one) {
    return "authorization " + one.publicId();
  }
}

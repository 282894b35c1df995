package org.cleanclaim.app.authorization;

import java.util.Objects;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.LegalClocks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The clocks of authorizations: the payer's answer to a request, and the last day of one that was
/// given.
@Component
class AuthorizationClocks {
  private final Authorizations authorizations;
  private final Deadlines deadlines;

  AuthorizationClocks(Authorizations authorizations, Deadlines deadlines) {
    this.authorizations = authorizations;
    this.deadlines = deadlines;
  }

  @EventListener
  void changed(AuthorizationsChanged changed) {
    for (Authorization one : authorizations.ofPatient(changed.patientId())) {
      if (one.payerId() == changed.payerId()) run(one);
    }
  }

  private void run(Authorization one) {
    String subject = "authorization " + one.publicId();
    var entry = one.entry();
    if (entry.status() == AuthorizationStatus.REQUESTED) {
      deadlines.run(
          start(one, ClockKind.AUTHORIZATION_DECISION, LegalClocks.AUTHORIZATION_DECISION));
    } else {
      deadlines.met(
          ClockKind.AUTHORIZATION_DECISION,
          subject,
          1,
          deadlines.today(),
          "The payer's answer: " + entry.status().title());
    }
    if (entry.status().isGiven() && entry.validThrough() != null) {
      var end = Objects.requireNonNull(entry.validThrough());
      deadlines.run(
          ClockStart.of(
                  ClockKind.AUTHORIZATION_END,
                  subject,
                  ClockRule.days(0, "the payer's answer: last day of service"),
                  end)
              .ofPayer(one.payerId(), page(one))
              .ownedBy("FRONT_DESK"));
    } else {
      deadlines.ended(ClockKind.AUTHORIZATION_END, subject, 1, entry.status().title());
    }
  }

  private ClockStart start(Authorization one, ClockKind kind, ClockRule rule) {
    String subject = "authorization " + one.publicId();
    var since = deadlines.find(kind, subject, 1).map(Clock::startsOn).orElseGet(deadlines::today);
    return ClockStart.of(kind, subject, rule, since)
        .ofPayer(one.payerId(), page(one))
        .ownedBy("FRONT_DESK");
  }

  private static String page(Authorization one) {
    return "/authorizations/" + one.publicId();
  }
}

package org.cleanclaim.app.codingquery;

import java.time.LocalDate;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.encounter.Encounter;
import org.springframework.stereotype.Component;

/// The clock of a query in the ledger of deadlines: it runs when the query is sent, is met by the
/// answer, and belongs to whom the query is escalated.
@Component
class QueryClock {
  private static final String SOURCE = "The practice's rules for queries";

  private final Deadlines deadlines;

  QueryClock(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  void start(CodingQuery query, Encounter encounter, QueryDeadline rule, LocalDate sentOn) {
    deadlines.run(
        new ClockStart(
            ClockKind.QUERY,
            subject(query),
            1,
            "%s answers the query about visit %s"
                .formatted(query.providerName(), encounter.visitNumber()),
            ClockRule.businessDays(rule.answerDays(), SOURCE),
            sentOn,
            null,
            null,
            "/queries/" + query.publicId(),
            query.providerName()));
  }

  void answered(CodingQuery query, LocalDate on) {
    deadlines.met(ClockKind.QUERY, subject(query), 1, on, "The provider's late entry");
  }

  void ended(CodingQuery query, String why) {
    deadlines.ended(ClockKind.QUERY, subject(query), 1, why);
  }

  void passTo(CodingQuery query, String owner) {
    deadlines
        .find(ClockKind.QUERY, subject(query), 1)
        .filter(Clock::isOpen)
        .ifPresent(c -> deadlines.assign(c.publicId(), owner));
  }

  private static String subject(CodingQuery query) {
    return "query " + query.publicId();
  }
}

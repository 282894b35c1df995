package org.cleanclaim.app.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.deadline.Clock.State;
import org.cleanclaim.app.deadline.DeadlineFilter.Span;
import org.cleanclaim.app.denial.Denials;
import org.cleanclaim.app.denial.MoneyDesk;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final Deadlines deadlines = desk.server.bean(Deadlines.class);
  private final ClocksByHand byHand = desk.server.bean(ClocksByHand.class);
  private final PayerTerms terms = desk.server.bean(PayerTerms.class);

  @Test
  void theFilingClockIsMetByThePayersAcceptance() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();

          var clock =
              deadlines
                  .find(ClockKind.TIMELY_FILING, "claim " + claim.controlNumber(), 1)
                  .orElseThrow();

          assertThat(clock.dueOn()).isEqualTo(claim.fileBy());
          assertThat(clock.state()).isEqualTo(State.MET);
          assertThat(clock.evidence()).contains("277CA");
        });
  }

  @Test
  void aClaimThatWasTakenAndIsRefusedAfterAllIsNotFiled() {
    desk.undone(
        Role.BILLER,
        () -> {
          var claim = desk.paid();
          desk.jdbc
              .sql("update claim set status = 'AT_PAYER' where claim_id = :id")
              .param("id", claim.id().value())
              .update();

          desk.claims.rejected(claim.id(), "A7/562", desk.file());

          var clock =
              deadlines
                  .find(ClockKind.TIMELY_FILING, "claim " + claim.controlNumber(), 1)
                  .orElseThrow();
          assertThat(clock.state()).isEqualTo(State.RUNNING);
          assertThat(deadlines.history(clock))
              .extracting(Deadlines.ClockEvent::what)
              .containsSequence("Met", "Restarted");
        });
  }

  @Test
  void anotherTermOfThePayerMovesItsRunningClocksAndTheirCases() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var claim = desk.paid();
          var denial = desk.refuse(claim, "CO", "50");
          LocalDate before = denial.actBy();
          var clock =
              deadlines.find(ClockKind.APPEAL, "denial " + denial.publicId(), 1).orElseThrow();
          assertThat(clock.rule().isAssumed()).isTrue();

          terms.enter(
              claim.payerId(),
              new PayerTerms.Terms(
                  null, List.of(new PayerTerms.TermLevel("Appeal", 30, null)), "Manual, page 4"));

          var after = deadlines.find(clock.publicId()).orElseThrow();
          assertThat(after.dueOn()).isEqualTo(before.minusDays(60));
          assertThat(after.rule().isAssumed()).isFalse();
          assertThat(deadlines.history(after).getLast().what()).isEqualTo("Moved");
          assertThat(desk.server.bean(Denials.class).find(denial.publicId()).orElseThrow().actBy())
              .isEqualTo(after.dueOn());
        });
  }

  @Test
  void anOverpaymentRestsWhileRelatedOnesAreLookedForAtMostHalfAYear() {
    desk.undone(
        Role.BILLER,
        () -> {
          LocalDate identified = desk.today().minusDays(40);
          var clock = byHand.start(ClockKind.OVERPAYMENT, "credit of A-1", identified, null, "");
          assertThat(clock.dueOn()).isEqualTo(identified.plusDays(60));

          var resting =
              deadlines.suspend(clock.publicId(), identified.plusDays(20), "Same code last year");
          assertThat(resting.dueOn()).isEqualTo(identified.plusDays(180 + 40));

          var running = deadlines.resume(clock.publicId(), identified.plusDays(30), "Three found");
          assertThat(running.dueOn()).isEqualTo(identified.plusDays(60 + 10));
        });
    desk.undone(
        Role.BILLER,
        () -> {
          LocalDate identified = desk.today().minusDays(200);
          var clock = byHand.start(ClockKind.OVERPAYMENT, "credit of A-2", identified, null, "");
          deadlines.suspend(clock.publicId(), identified.plusDays(20), "Same code last year");

          var running = deadlines.resume(clock.publicId(), identified.plusDays(195), "None found");

          assertThat(running.dueOn())
              .as("the suspension ends 180 days after identification")
              .isEqualTo(identified.plusDays(60 + 160));
        });
  }

  @Test
  void anEstimateIsDueByHowFarTheVisitIs() {
    desk.undone(
        Role.BILLER,
        () -> {
          LocalDate scheduled = LocalDate.of(2026, 3, 2);
          assertThat(start("a", scheduled, LocalDate.of(2026, 3, 16)).dueOn())
              .isEqualTo(LocalDate.of(2026, 3, 5));
          assertThat(start("b", scheduled, LocalDate.of(2026, 3, 6)).dueOn())
              .isEqualTo(LocalDate.of(2026, 3, 3));
          assertThat(start("c", scheduled, null).dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
          assertThatThrownBy(() -> start("d", scheduled, LocalDate.of(2026, 3, 4)))
              .isInstanceOf(DeadlineRefusal.class);
        });
  }

  private Clock start(String subject, LocalDate from, LocalDate service) {
    return byHand.start(ClockKind.ESTIMATE, subject, from, service, "FRONT_DESK");
  }

  @Test
  void aClockIsStoppedByHandOnlyWithWhatShowsIt() {
    desk.undone(
        Role.BILLER,
        () -> {
          var clock = byHand.start(ClockKind.QUERY, "query 7", desk.today().minusDays(1), null, "");
          assertThatThrownBy(
                  () -> deadlines.stopByHand(clock.publicId(), State.MET, desk.today(), " "))
              .isInstanceOf(DeadlineRefusal.class);

          var met =
              deadlines.stopByHand(
                  clock.publicId(), State.MET, desk.today(), "Dr. Rivera answered");

          assertThat(met.evidence()).isEqualTo("Dr. Rivera answered");
          assertThatThrownBy(() -> deadlines.assign(clock.publicId(), "casey"))
              .isInstanceOf(DeadlineRefusal.class);
          assertThat(
                  deadlines.list(
                      new DeadlineFilter(
                          ClockKind.QUERY,
                          Span.STOPPED,
                          null,
                          null,
                          "query 7",
                          DeadlineFilter.Order.DUE),
                      9))
              .hasSize(1);
        });
  }

  @Test
  void aClockRunsOncePerSubjectAndMovesWithItsStart() {
    desk.undone(
        Role.BILLER,
        () -> {
          var rule = ClockRule.days(10, "test");
          var first =
              deadlines.run(
                  ClockStart.of(ClockKind.QUERY, "query 8", rule, LocalDate.of(2026, 3, 2)));
          var again =
              deadlines.run(
                  ClockStart.of(ClockKind.QUERY, "query 8", rule, LocalDate.of(2026, 3, 3)));

          assertThat(again.id()).isEqualTo(first.id());
          assertThat(again.dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
          assertThat(deadlines.history(again)).hasSize(2);
          deadlines.ended(ClockKind.QUERY, "query 8", 1, "The chart was closed");
          assertThat(
                  deadlines
                      .run(
                          ClockStart.of(ClockKind.QUERY, "query 8", rule, LocalDate.of(2026, 4, 1)))
                      .state())
              .isEqualTo(State.ENDED);
        });
  }

  @Test
  void theCalendarOpensByItsAddressOnlyAndOnlyTheLatest() {
    var feeds = desk.server.bean(DeadlineFeeds.class);
    var tokens = new String[2];
    desk.undone(
        Role.BILLER,
        () -> {
          tokens[0] = feeds.renew();
          assertThat(feeds.userOf(tokens[0])).contains("mara");
          tokens[1] = feeds.renew();
          assertThat(feeds.userOf(tokens[0])).isEmpty();
          assertThat(feeds.userOf(tokens[1])).contains("mara");
          assertThat(
                  desk.jdbc
                      .sql("select token_digest from deadline_feed")
                      .query(String.class)
                      .list())
              .noneMatch(d -> d.contains(tokens[1]));
          feeds.close();
          assertThat(feeds.userOf(tokens[1])).isEmpty();
        });
    assertThat(desk.server.get("mara", "/deadlines/feed/" + tokens[1] + ".ics").statusCode())
        .isEqualTo(404);
  }
}

package org.cleanclaim.app.denial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.authorization.AuthorizationEntry;
import org.cleanclaim.app.authorization.AuthorizationKind;
import org.cleanclaim.app.authorization.AuthorizationSource;
import org.cleanclaim.app.authorization.AuthorizationStatus;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.Clock.State;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.ClockRule;
import org.cleanclaim.app.deadline.ClockStart;
import org.cleanclaim.app.deadline.ClocksByHand;
import org.cleanclaim.app.deadline.DeadlineFeeds;
import org.cleanclaim.app.deadline.DeadlineFilter;
import org.cleanclaim.app.deadline.DeadlineFilter.Span;
import org.cleanclaim.app.deadline.DeadlineLists;
import org.cleanclaim.app.deadline.DeadlineRefusal;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.deadline.PayerTerms;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private final MoneyDesk desk = new MoneyDesk();
  private final Deadlines deadlines = desk.server.bean(Deadlines.class);
  private final DeadlineLists lists = desk.server.bean(DeadlineLists.class);
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
                  lists.list(
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

  @Test
  void aCarriersClocksRunFromTheSendingInCalifornia() {
    desk.undone(
        Role.BILLER,
        () -> {
          desk.jdbc.sql("update organization set state = 'CA'").update();
          var claim =
              desk.claim(
                  "exists (select from payer p where p.payer_id = c.payer_id and p.filing_code ="
                      + " 'WC')");
          String subject = "claim " + claim.controlNumber();
          assertThat(deadlines.find(ClockKind.COMP_PAYMENT, subject, 1)).isEmpty();

          desk.claims.sent(List.of(desk.claims.get(claim.id())), desk.file(), "000000777");

          var payment = deadlines.find(ClockKind.COMP_PAYMENT, subject, 1).orElseThrow();
          assertThat(payment.dueOn())
              .isEqualTo(ClockRule.businessDays(15, "test").due(desk.today()));
          desk.claims.acceptedByPayer(claim.id(), "W1", desk.file());
          assertThat(
                  deadlines.find(ClockKind.COMP_ACKNOWLEDGMENT, subject, 1).orElseThrow().state())
              .isEqualTo(State.MET);
          desk.claims.adjudicated(claim.id(), "paid", "W1", desk.file());
          assertThat(deadlines.find(payment.publicId()).orElseThrow().state()).isEqualTo(State.MET);
          assertThat(deadlines.find(ClockKind.COMP_SECOND_REVIEW, subject, 1).orElseThrow().dueOn())
              .isEqualTo(desk.today().plusDays(90));
        });
  }

  @Test
  void aCorrectedClaimHasThePayersTimeAndItsAcceptanceMeetsTheClock() {
    desk.undone(
        Role.MANAGER,
        () -> {
          var claim = desk.paid();
          terms.enter(
              claim.payerId(), new PayerTerms.Terms(4000, List.of(), "Contract, section 7"));
          var denial = desk.refuse(claim, "CO", "4");
          String subject = "claim " + claim.controlNumber();
          var clock = deadlines.find(ClockKind.CORRECTED_CLAIM, subject, 1).orElseThrow();
          assertThat(denial.actBy()).isEqualTo(clock.dueOn());

          var made =
              desk.server.bean(DenialDesk.class).correct(denial.publicId(), "Modifier 25 added");

          assertThat(made.fileBy()).isEqualTo(clock.dueOn());
          assertThat(deadlines.find(clock.publicId()).orElseThrow().state()).isEqualTo(State.ENDED);
          var own =
              deadlines
                  .find(ClockKind.CORRECTED_CLAIM, "correction " + made.controlNumber(), 1)
                  .orElseThrow();
          assertThat(own.dueOn()).isEqualTo(clock.dueOn());
          assertThat(own.claimId()).isEqualTo(made.id().value());
          desk.claims.sent(List.of(desk.claims.get(made.id())), desk.file(), "000000777");
          assertThat(deadlines.find(own.publicId()).orElseThrow().isOpen()).isTrue();
          desk.claims.acceptedByPayer(made.id(), "NEW1", desk.file());
          assertThat(deadlines.find(own.publicId()).orElseThrow().state()).isEqualTo(State.MET);
        });
  }

  @Test
  void anAuthorizationAskedForWaitsForItsAnswerAndThenForItsEnd() {
    desk.undone(
        Role.BILLER,
        () -> {
          var authorizations = desk.server.bean(Authorizations.class);
          var claim = desk.paid();
          var asked =
              authorizations.add(
                  claim.patientId(), claim.payerId(), entry(AuthorizationStatus.REQUESTED, null));
          String subject = "authorization " + asked.publicId();
          assertThat(
                  deadlines
                      .find(ClockKind.AUTHORIZATION_DECISION, subject, 1)
                      .orElseThrow()
                      .dueOn())
              .isEqualTo(desk.today().plusDays(15));

          authorizations.change(
              asked.publicId(),
              asked.version(),
              entry(AuthorizationStatus.APPROVED, "A-1"),
              "The payer answered");

          assertThat(
                  deadlines
                      .find(ClockKind.AUTHORIZATION_DECISION, subject, 1)
                      .orElseThrow()
                      .state())
              .isEqualTo(State.MET);
          assertThat(deadlines.find(ClockKind.AUTHORIZATION_END, subject, 1).orElseThrow().dueOn())
              .isEqualTo(LocalDate.of(2027, 6, 30));
        });
  }

  private static AuthorizationEntry entry(AuthorizationStatus status, String number) {
    return new AuthorizationEntry(
        AuthorizationKind.PRIOR_AUTHORIZATION,
        status,
        number,
        AuthorizationSource.PHONE,
        List.of(),
        null,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2027, 6, 30),
        null,
        null);
  }
}

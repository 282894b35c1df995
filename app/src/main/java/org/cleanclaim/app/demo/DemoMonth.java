package org.cleanclaim.app.demo;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.demo.Scenario.AuthorizationAsked;
import org.cleanclaim.app.demo.Scenario.BillingDeed;
import org.cleanclaim.app.demo.Scenario.EncounterEntry;
import org.cleanclaim.app.demo.Scenario.FollowUp;
import org.cleanclaim.app.demo.Scenario.QueryEntry;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.insight.MonthStory;
import org.cleanclaim.app.insight.Story;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Plays the demo month day by day. Every step is remembered when it is done, and every use case
/// recognises what it has done before: a second run changes nothing, and one that was broken off
/// goes on.
@Component
public class DemoMonth {
  /// The password of all demo users; the demo listens on this machine alone.
  public static final String PASSWORD = DemoPractice.PASSWORD;

  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final LocalTime SUBMITTING = LocalTime.of(16, 0);

  /// How long before a visit is coded its query is sent, answered and closed.
  private static final Duration ASKING = Duration.ofMinutes(20);

  private static final Duration ANSWERING = Duration.ofMinutes(12);
  private static final Duration CLOSING = Duration.ofMinutes(4);
  private static final Duration CODING_EVERY = Duration.ofMinutes(24);
  private static final Duration BILLING_AFTER_CODING = Duration.ofMinutes(18);

  private final DemoPractice practice;
  private final DemoStaff staff;
  private final DemoRegistration registration;
  private final DemoVisits visits;
  private final DemoQueries queries;
  private final DemoPayers payers;
  private final DemoPatientBilling patientBilling;
  private final DemoFollowUps followUps;
  private final DemoAudit audit;
  private final Organizations organizations;
  private final MonthStory story;
  private final Home home;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  DemoMonth(
      DemoPractice practice,
      DemoStaff staff,
      DemoRegistration registration,
      DemoVisits visits,
      DemoQueries queries,
      DemoPayers payers,
      DemoPatientBilling patientBilling,
      DemoFollowUps followUps,
      DemoAudit audit,
      Organizations organizations,
      MonthStory story,
      Home home,
      JdbcClient jdbc,
      TransactionTemplate transactions) {
    this.practice = practice;
    this.staff = staff;
    this.registration = registration;
    this.visits = visits;
    this.queries = queries;
    this.payers = payers;
    this.patientBilling = patientBilling;
    this.followUps = followUps;
    this.audit = audit;
    this.organizations = organizations;
    this.story = story;
    this.home = home;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /// Plays what has not been played yet.
  ///
  /// @param seed where the payers' own numbers begin; the same seed gives the same files, byte for
  ///   byte
  /// @param progress is told each day in words
  /// @return what the month came to
  public Story play(int seed, Consumer<String> progress) {
    var scenario = Scenario.load();
    scenario.check();
    Organization organization = organizations.register(practice.organization(scenario));
    var counterparts = new PayerCounterparts(scenario, home.root().resolve("payers"), seed);
    var zone = ZoneId.of(organization.timeZone());
    LocalDate first =
        scenario.encounters().stream()
            .map(EncounterEntry::servedOn)
            .min(LocalDate::compareTo)
            .orElseThrow();
    for (LocalDate day = first;
        !day.isAfter(scenario.practice().lastDay());
        day = day.plusDays(1)) {
      LocalDate today = day;
      var clock = Clock.fixed(today.atTime(OPENING).atZone(zone).toInstant(), zone);
      Acting.as(
          Actor.system(organization.id(), "demo"),
          clock,
          () -> {
            playDay(scenario, counterparts, today, today.equals(first), progress);
            return true;
          });
    }
    return Acting.as(
        Actor.system(organization.id(), "demo"), () -> story.tell(scenario.practice().lastDay()));
  }

  /// Brings in the visits of the day after the month with their notes; nobody codes them.
  ///
  /// @return how many charts that is
  public int leaveForCoders() {
    var scenario = Scenario.load();
    var waiting = Scenario.waiting();
    Organization organization = organizations.register(practice.organization(scenario));
    var zone = ZoneId.of(organization.timeZone());
    for (EncounterEntry encounter : waiting) {
      var clock = Clock.fixed(encounter.servedOn().atTime(OPENING).atZone(zone).toInstant(), zone);
      Acting.as(
          Actor.system(organization.id(), "demo"),
          clock,
          () -> {
            once(
                encounter.id() + " register",
                as("fran", Role.FRONT_DESK, () -> registration.register(scenario, encounter)));
            once(encounter.id() + " note", () -> visits.document(encounter));
            return true;
          });
    }
    return waiting.size();
  }

  private void playDay(
      Scenario scenario,
      PayerCounterparts counterparts,
      LocalDate day,
      boolean isFirst,
      Consumer<String> progress) {
    if (isFirst) {
      once("practice", () -> practice.open(scenario));
      once("staff", () -> staff.hire(scenario));
    }
    boolean isWeekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (isWeekend) return;
    List<EncounterEntry> today =
        scenario.encounters().stream().filter(e -> e.servedOn().equals(day)).toList();
    List<EncounterEntry> coded =
        scenario.encounters().stream().filter(e -> e.codedOn().equals(day)).toList();
    if (!today.isEmpty()) progress.accept(day + ": " + today.size() + " visits");
    once(day + " payments", () -> payers.collectPayments(counterparts, day));
    once(day + " mend", as("bill", Role.BILLER, () -> visits.mend(scenario, day)));
    followUp(scenario, counterparts, day);
    askAuthorizations(scenario, counterparts, day);
    for (EncounterEntry encounter : today) {
      once(
          encounter.id() + " register",
          as("fran", Role.FRONT_DESK, () -> registration.register(scenario, encounter)));
    }
    once(day + " eligibility", () -> payers.askEligibility(scenario, counterparts, today, day));
    Instant coding = Acting.clock().instant();
    for (EncounterEntry encounter : coded) {
      once(
          encounter.id() + " coverage",
          () -> registration.replaceInactiveCoverage(scenario, encounter));
      once(encounter.id() + " note", () -> visits.document(encounter));
      query(scenario, encounter, coding);
      once(
          encounter.id() + " code",
          as(coder(encounter), Role.CODER, passing(coding, () -> visits.code(encounter))));
      once(
          encounter.id() + " bill",
          as(
              "bill",
              Role.BILLER,
              passing(coding.plus(BILLING_AFTER_CODING), () -> visits.bill(encounter))));
      coding = coding.plus(CODING_EVERY);
    }
    once(
        day + " submit",
        as(
            "bill",
            Role.BILLER,
            passing(
                Acting.clock().instant().plus(Duration.between(OPENING, SUBMITTING)),
                () -> payers.submit(counterparts, day))));
    if (day.equals(scenario.practice().statementsOn())) {
      once("statements", () -> patientBilling.issueStatements(scenario, day));
    }
    if (day.equals(scenario.practice().lastDay())) {
      once("statement payments", () -> patientBilling.takeStatementPayments(scenario, day));
      once("coding audit", () -> audit.play(scenario.audit()));
    }
    billPatients(scenario, day);
  }

  /// Stays are coded by who holds the credential for them.
  private static String coder(EncounterEntry encounter) {
    return encounter.stay() == null ? "casey" : "ines";
  }

  private void askAuthorizations(Scenario scenario, PayerCounterparts counterparts, LocalDate day) {
    for (AuthorizationAsked asked : scenario.authorizations()) {
      if (!asked.on().equals(day)) continue;
      once(
          asked.visit() + " authorization",
          as(
              "fran",
              Role.FRONT_DESK,
              () -> payers.askAuthorization(scenario, counterparts, asked)));
    }
  }

  private void billPatients(Scenario scenario, LocalDate day) {
    for (BillingDeed deed : scenario.billingDeeds()) {
      if (!deed.on().equals(day)) continue;
      String step = "%s %s %s".formatted(day, deed.deed(), deed.patient());
      Runnable work = () -> patientBilling.play(deed);
      once(
          step,
          switch (deed.deed()) {
            case ASSISTANCE_ASKED, INSTALMENT, DISPUTE -> as("fran", Role.FRONT_DESK, work);
            case ASSISTANCE_GIVEN, REFUND_APPROVED -> as("mara", Role.MANAGER, work);
            case REFUND_ASKED, REFUND_PAID, PLAN -> as("bill", Role.BILLER, work);
          });
    }
  }

  private void followUp(Scenario scenario, PayerCounterparts counterparts, LocalDate day) {
    for (FollowUp deed : scenario.followUps()) {
      if (!deed.on().equals(day)) continue;
      String step = "%s %s %s".formatted(day, deed.deed(), deed.visit());
      switch (deed.deed()) {
        case ASK_SILENT ->
            once(step, as("bill", Role.BILLER, () -> payers.askSilent(counterparts, day)));
        case GIVE_UP -> once(step, as("mara", Role.MANAGER, () -> followUps.giveUp(deed)));
        case CORRECT -> once(step, as("bill", Role.BILLER, () -> followUps.correct(deed)));
        case APPEAL -> once(step, as("bill", Role.BILLER, () -> followUps.appeal(deed)));
        case WON, LOST -> once(step, as("bill", Role.BILLER, () -> followUps.decided(deed)));
      }
    }
  }

  /// What the coder asks the provider before a visit is coded.
  private void query(Scenario scenario, EncounterEntry encounter, Instant coding) {
    for (QueryEntry query : scenario.queries()) {
      if (!query.visit().equals(encounter.id())) continue;
      String visit = encounter.id();
      once(
          visit + " query",
          as("casey", Role.CODER, passing(coding.minus(ASKING), () -> queries.ask(query))));
      once(
          visit + " answer",
          as(
              "leela",
              Role.PROVIDER,
              passing(coding.minus(ANSWERING), () -> queries.answer(query))));
      once(
          visit + " query closed",
          as("casey", Role.CODER, passing(coding.minus(CLOSING), () -> queries.close(query))));
    }
  }

  /// The work as a user of the practice does it, so that trails and ledgers show who did what.
  private static Runnable as(String userName, Role role, Runnable work) {
    return () ->
        Acting.as(
            new Actor(Acting.actor().organizationId(), userName, Set.of(role), false),
            () -> {
              work.run();
              return true;
            });
  }

  /// The work with time passing while it is done, so that it can be seen how long it took.
  private static Runnable passing(Instant from, Runnable work) {
    return () ->
        Acting.as(
            Acting.actor(),
            new PassingClock(from, Acting.clock().getZone()),
            () -> {
              work.run();
              return true;
            });
  }

  private void once(String step, Runnable work) {
    Boolean isDone =
        transactions.execute(status ->
            jdbc.sql("select exists (select from demo_step where step = :step)")
                .param("step", step)
                .query(Boolean.class)
                .single());
    if (Boolean.TRUE.equals(isDone)) return;
    work.run();
    transactions.executeWithoutResult(status ->
        jdbc.sql("insert into demo_step (step, done_at) values (:step, :now)")
            .param("step", step)
            .param("now", Timestamp.from(Acting.clock().instant()))
            .update());
  }
}

package org.cleanclaim.app.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.insight.Scorecard.Line;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.staff.WorkTargets;
import org.cleanclaim.app.staff.WorkType;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Months far from those of the demo, in the practice's time of New York.
class ScorecardsTest {
  private static final YearMonth JANUARY = YearMonth.of(2030, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2030, 2);
  private static final YearMonth MARCH = YearMonth.of(2030, 3);

  private final Scorecards scorecards = Undone.SERVER.bean(Scorecards.class);
  private final AuditTrail audit = Undone.SERVER.bean(AuditTrail.class);
  private final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  private void event(String when, String user, String action, long chart) {
    Undone.at(when, user, Role.CODER, () -> audit.record(action, "chart", chart, null, null));
  }

  /// A chart is signed when its codes are made final.
  private void signed(String when, String user, long chart) {
    event(when, user, "finalized codes", chart);
    jdbc.sql(
            """
            insert into signed_coding (encounter_id, number, signed_by, signed_at, format, facts, sha256)
            select c.encounter_id, 1 + (select count(*) from signed_coding s where s.encounter_id = c.encounter_id),
              :user, :at, 1, '{}', 'none'
            from chart c
            where c.chart_id = :chart
            """)
        .param("user", user)
        .param("at", at(when))
        .param("chart", chart)
        .update();
  }

  private Line line(String person, YearMonth month, WorkType type) {
    return scorecards.of(Undone.member(person), month).lines().stream()
        .filter(l -> l.type() == type)
        .findFirst()
        .orElse(new Line(type, 0, 0, 0, null));
  }

  private long inpatientChart() {
    return Undone.chart("INPATIENT", "V-2030", LocalDate.of(2030, 1, 31));
  }

  @Test
  void aMonthIsFromItsFirstInstantInThePracticesZoneToBeforeTheNext() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long first = inpatientChart();
          long last = Undone.chart("INPATIENT", "V-2031", LocalDate.of(2030, 1, 31));
          signed("2030-02-01T00:00:00-05:00", "casey", first);
          signed("2030-02-28T23:59:59.999-05:00", "casey", last);

          assertThat(line("Casey Coder", JANUARY, WorkType.INPATIENT_CHART).done()).isZero();
          assertThat(line("Casey Coder", FEBRUARY, WorkType.INPATIENT_CHART).done()).isEqualTo(2);
          assertThat(line("Casey Coder", MARCH, WorkType.INPATIENT_CHART).done()).isZero();
        });
  }

  @Test
  void aChartIsDoneByWhomItWasFirstMadeFinalAndOnce() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long chart = inpatientChart();
          signed("2030-02-10T12:00:00-05:00", "casey", chart);
          event("2030-03-02T12:00:00-05:00", "bill", "reopened", chart);
          signed("2030-03-02T12:30:00-05:00", "bill", chart);

          assertThat(line("Casey Coder", FEBRUARY, WorkType.INPATIENT_CHART).done()).isEqualTo(1);
          assertThat(line("Bill Biller", MARCH, WorkType.INPATIENT_CHART).done()).isZero();
        });
  }

  @Test
  void activeTimeIsPartedAtTheEndOfTheMonthAndEndsWithTheLastEventBeforeAPause() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long chart = inpatientChart();
          event("2030-01-31T23:57:00-05:00", "casey", "read", chart);
          event("2030-02-01T00:03:00-05:00", "casey", "read", chart); // 3 minutes on each side
          event("2030-02-01T00:05:00-05:00", "casey", "accepted X", chart); // 2 more
          event("2030-02-01T00:15:01-05:00", "casey", "read", chart); // away: 10 minutes, 1 second
          event("2030-02-01T00:25:01-05:00", "casey", "read", chart); // 10 minutes, still at work

          assertThat(line("Casey Coder", JANUARY, WorkType.INPATIENT_CHART).activeSeconds())
              .isEqualTo(180);
          assertThat(line("Casey Coder", FEBRUARY, WorkType.INPATIENT_CHART).activeSeconds())
              .isEqualTo(180 + 120 + 600);
        });
  }

  @Test
  void whatWasDoneAfterwardsTakesNothingFromTheWaiting() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long chart = inpatientChart();
          documented(chart, "2030-02-01T08:00:00-05:00");
          event("2030-02-01T09:50:00-05:00", "casey", "read", chart);
          signed("2030-02-01T10:00:00-05:00", "casey", chart);
          event("2030-02-01T10:08:00-05:00", "casey", "read", chart);

          var line = line("Casey Coder", FEBRUARY, WorkType.INPATIENT_CHART);
          assertThat(line.activeMinutes()).isEqualTo(18);
          assertThat(line.waitingMinutes()).isEqualTo(110); // two hours less ten minutes
        });
  }

  private void documented(long chart, String when) {
    jdbc.sql(
            """
            insert into document (encounter_id, name, body, sha256, received_at)
            select encounter_id, 'Note', 'Nothing to code.', 'none', :at
            from chart
            where chart_id = :chart
            """)
        .param("at", at(when))
        .param("chart", chart)
        .update();
  }

  @Test
  void aClaimIsDoneByWhoMadeItReadyLastBeforeItWasFirstSent() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          long claim =
              jdbc.sql(
                      """
                      update claim
                      set first_sent_at = :sent
                      where claim_id = (select min(claim_id) from claim)
                      returning claim_id
                      """)
                  .param("sent", at("2030-02-10T16:00:00-05:00"))
                  .query(Long.class)
                  .single();
          ready(claim, "mara", "2030-02-10T11:00:00-05:00"); // bill had created and readied it
          ready(claim, "bill", "2030-02-20T11:00:00-05:00"); // again, after it was sent

          assertThat(line("Mara Manager", FEBRUARY, WorkType.CLAIM).done()).isEqualTo(1);
          assertThat(line("Bill Biller", FEBRUARY, WorkType.CLAIM).done()).isZero();
        });
  }

  private void ready(long claim, String actor, String when) {
    jdbc.sql(
            """
            insert into claim_event (claim_id, happened_at, actor, what, why)
            values (:claim, :at, :actor, 'Ready', 'The scrub found nothing to hold it')
            """)
        .param("claim", claim)
        .param("at", at(when))
        .param("actor", actor)
        .update();
  }

  @Test
  void capturingChargesIsWorkOnTheClaimReadingTheVisitOnItsChart() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          String encounter =
              jdbc.sql("select min(encounter_id)::text from claim").query(String.class).single();
          Undone.at(
              "2030-02-03T09:00:00-05:00",
              "bill",
              Role.BILLER,
              () -> audit.record("captured charges", "encounter", encounter, null, null));
          Undone.at(
              "2030-02-03T09:04:00-05:00",
              "bill",
              Role.BILLER,
              () -> audit.record("read", "encounter", encounter, null, null));
          Undone.at(
              "2030-02-03T09:07:00-05:00",
              "bill",
              Role.BILLER,
              () -> audit.record("exported claims", "claim list", "csv", null, null));

          assertThat(line("Bill Biller", FEBRUARY, WorkType.CLAIM).activeMinutes()).isEqualTo(4);
          assertThat(line("Bill Biller", FEBRUARY, WorkType.OUTPATIENT_CHART).activeMinutes())
              .isEqualTo(3);
        });
  }

  @Test
  void aGoalHoldsFromItsMonthOn() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          goal("2030-01-15T12:00:00-05:00", 10);
          goal("2030-02-15T12:00:00-05:00", 20);
          goal("2030-02-16T12:00:00-05:00", 25);
          goal("2030-03-01T00:30:00-05:00", 0);

          assertThat(line("Casey Coder", JANUARY, WorkType.CLAIM).goal()).isEqualTo(10);
          assertThat(line("Casey Coder", FEBRUARY, WorkType.CLAIM).goal()).isEqualTo(25);
          assertThat(line("Casey Coder", MARCH, WorkType.CLAIM).goal()).isNull();
        });
  }

  private static void goal(String when, int units) {
    Undone.at(
        when,
        "mara",
        Role.MANAGER,
        () ->
            Undone.SERVER
                .bean(WorkTargets.class)
                .goal(Undone.member("Casey Coder"), WorkType.CLAIM, units));
  }

  private static Timestamp at(String when) {
    return Timestamp.from(OffsetDateTime.parse(when).toInstant());
  }
}

package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.insight.PayBenchmarks;
import org.cleanclaim.app.insight.Scorecard.Line;
import org.cleanclaim.app.insight.Scorecards;
import org.cleanclaim.app.insight.StaffingModel;
import org.cleanclaim.app.insight.StaffingModel.Question;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.staff.Credentials;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffMember;
import org.cleanclaim.app.staff.WorkType;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.workforce.benchmark.Figure;
import org.cleanclaim.workforce.estimate.PayRange;
import org.cleanclaim.workforce.estimate.PayRange.Standing;
import org.junit.jupiter.api.Test;

class StaffPagesTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);

  private final DemoServer server = DemoServer.shared();

  private StaffMember member(String name) {
    return server.inPractice(() ->
        server.bean(Staff.class).all().stream()
            .filter(m -> m.name().equals(name))
            .findFirst()
            .orElseThrow());
  }

  private String scorecardOf(String name) {
    return "/staff/" + member(name).publicId() + "/scorecard";
  }

  @Test
  void rolesOpenTheirPagesAndNoOthers() {
    for (String path :
        List.of("/staff", "/staff/queues", "/api/v1/staff", "/api/v1/staff/reminders")) {
      for (String user : List.of("casey", "bill", "fran", "audra")) {
        assertThat(server.get(user, path).statusCode()).as(user + path).isEqualTo(403);
      }
      for (String user : List.of("mara", "adam")) {
        assertThat(server.get(user, path).statusCode()).as(user + path).isEqualTo(200);
      }
    }
    assertThat(server.get("audra", "/staff/staffing?month=2026-03").statusCode()).isEqualTo(200);
    assertThat(server.get("casey", "/staff/staffing").statusCode()).isEqualTo(403);
    assertThat(server.get("fran", "/staff/me").body()).contains("not on the list of the staff");
  }

  @Test
  void theListShowsWhereCredentialsStand() {
    assertThat(server.get("mara", "/staff").body())
        .contains("Casey Coder", "Unproven", "CRC has no proof on record", "Next:");
    assertThat(server.get("mara", "/staff/queues").body())
        .contains("inpatient charts", "CCS or CIC", "An administrator allows exceptions");
    assertThat(server.get("adam", "/staff/queues").body()).contains("/staff/queues/exceptions");
  }

  @Test
  void theEmployeeSeesTheSameFiguresAsTheManager() {
    String path = scorecardOf("Casey Coder");
    for (String form : List.of(path + ".csv?month=2026-03", "/api/v1" + path + "?month=2026-03")) {
      var own = server.get("casey", form);
      assertThat(own.statusCode()).isEqualTo(200);
      assertThat(own.body()).isEqualTo(server.get("mara", form).body());
      assertThat(server.get("bill", form).statusCode()).isEqualTo(403);
    }
    String page = server.get("casey", path + "?month=2026-03").body();
    String seenByManager = server.get("mara", path + "?month=2026-03").body();
    assertThat(table(page)).isEqualTo(table(seenByManager)).contains("<svg", "80.0 % (8 of 10)");
    assertThat(page).contains("80.0 % (8 of 10), goal 95.0 %, not reached", "8 agreed");
    assertThat(server.get("fran", path).statusCode()).isEqualTo(403);
  }

  @Test
  void whatCannotBeReadIsSaidInASentence() {
    var response = server.get("casey", scorecardOf("Casey Coder") + "?month=soon");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"soon\" cannot be taken for month");
  }

  private static String table(String page) {
    return page.substring(page.indexOf("<svg"), page.indexOf("</table>"));
  }

  @Test
  void aScorecardCountsWhatTheMonthRecorded() {
    var coder =
        server.inPractice(() -> server.bean(Scorecards.class).of(member("Casey Coder"), MARCH));
    var biller =
        server.inPractice(() -> server.bean(Scorecards.class).of(member("Bill Biller"), MARCH));

    assertThat(coder.lines())
        .extracting(Line::type, Line::done, Line::goal, Line::goalPercent)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(WorkType.OUTPATIENT_CHART, 35, 40, 87),
            org.assertj.core.groups.Tuple.tuple(WorkType.EMERGENCY_CHART, 2, 5, 40));
    assertThat(coder.lines())
        .allSatisfy(l -> {
          assertThat(l.activeSeconds()).isPositive();
          assertThat(l.activeMinutes()).isLessThan(l.done() * 24L); // charts are 24 minutes apart
        });
    assertThat(biller.lines()).extracting(Line::type).containsExactly(WorkType.CLAIM);
    assertThat(biller.done()).isEqualTo(37); // 36 visits, one of them billed anew
    assertThat(biller.waitingMinutes()).isPositive();
    assertThat(
            server
                .inPractice(() -> server.bean(Scorecards.class).of(member("Ines Inpatient"), MARCH))
                .lines())
        .extracting(Line::type)
        .containsExactly(WorkType.INPATIENT_CHART);
  }

  @Test
  void whoSeesClaimsSeesNoProofsOfCredentials() throws Exception {
    var proof =
        server.inPractice(() ->
            server
                .bean(FileExchange.class)
                .receive(Credentials.PROOF_FILE, "card.pdf", new byte[] {1}, "Casey Coder", null));

    assertThat(server.get("bill", "/files/" + proof.publicId()).statusCode()).isEqualTo(404);
  }

  @Test
  void payIsComparedWithThePositionsOwnFiguresAlone() {
    var published = server.bean(PayBenchmarks.class).ofPosition("Billing Manager").orElseThrow();

    assertThat(published.cited()).extracting(Figure::key).containsOnly("Billing Manager");
    assertThat(published.isOneFigure()).isTrue();
    assertThat(published.range().standing(Money.of("40000"))).isEqualTo(Standing.BELOW);
  }

  @Test
  void theStaffingModelRestsOnVolumeStandardsAndLedger() {
    var benchmarks = server.bean(PayBenchmarks.class);
    String rate = benchmarks.hourly().getFirst().id();
    var answer =
        server.inPractice(
            () -> server.bean(StaffingModel.class).answer(Question.first(MARCH, rate), DAY));

    // 35 outpatient charts of 8 minutes, 2 emergency ones of 12, a stay of 40, 38 claims of 5.
    assertThat(answer.plan().minutesNeeded()).isEqualByComparingTo("534");
    assertThat(answer.fullTimePeople()).isEqualByComparingTo("2");
    assertThat(answer.plan().labourCost()).isEqualByComparingTo("7775.58"); // 2 × 173.33 × 22.43
    assertThat(benchmarks.hourly().getFirst().label()).contains("BLS 2021", "median");
    var own =
        server.inPractice(() ->
            server
                .bean(StaffingModel.class)
                .answer(Question.first(MARCH, StaffingModel.OWN_PAY), DAY));
    assertThat(own.plan().labourCost())
        .isEqualByComparingTo(
            new BigDecimal("2")
                .multiply(new BigDecimal("173.33"))
                .multiply(new BigDecimal("23.28"))
                .setScale(2, java.math.RoundingMode.HALF_UP));
  }

  @Test
  void whatWasCollectedIsThePaymentsOfTheLedger() {
    var story = server.story();

    assertThat(server.collected()).isEqualTo(story.insurancePaid().plus(story.patientPaid()));
    assertThat(
            server.inPractice(() ->
                server
                    .bean(Ledger.class)
                    .collected(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1))))
        .isEqualTo(Money.ZERO);
  }

  @Test
  void theApiTakesAllThatThePageTakes() {
    String asked =
        "?month=2026-03&people=1.5&hours=160&productive=80&days=20&onTop=25&rate=own"
            + "&volume.CLAIM=1000&waiting.CLAIM=48&minutes.CLAIM=3&volume.INPATIENT_CHART=10";
    var body = server.get("mara", "/api/v1/staff/staffing" + asked).body();

    // 35 × 8 + 2 × 12 + 10 × 40 + 1000 × 3 = 3704 minutes of 160 × 60 × 80 % = 7680 of a person.
    assertThat(body)
        .contains("\"peopleNeeded\":0.49")
        .contains("3704 minutes", "1.5 people × 160 paid hours × $23.28 × 125 % (own pay)")
        .contains("144 minutes ÷ (7816 spare minutes ÷ 20 working days)")
        .contains("\"recorded\":{\"type\":\"CLAIM\",\"cameIn\":38,\"waiting\":0}");
    assertThat(server.get("mara", "/staff/staffing" + asked).body())
        .contains("3704 minutes", "value=\"1000\"", "$23.28");
    assertThat(server.get("mara", "/api/v1/staff/staffing").statusCode()).isEqualTo(200);
    for (String bad : List.of("volume.CLAIM=many", "waiting.CLAIM=-3", "month=soon")) {
      assertThat(server.get("mara", "/api/v1/staff/staffing?" + bad).statusCode())
          .as(bad)
          .isEqualTo(409);
    }
  }

  @Test
  void whatTheModelCannotTakeIsRefusedInASentence() {
    for (String bad :
        List.of("people=-1", "hours=0", "productive=101", "rate=nothing", "onTop=-5")) {
      var response = server.get("mara", "/staff/staffing?month=2026-03&" + bad);
      assertThat(response.statusCode()).as(bad).isEqualTo(409);
      assertThat(response.body()).as(bad).contains("Not possible now");
    }
    assertThat(server.get("mara", "/staff/staffing?month=2020-01&people=0").body())
        .contains("nothing was collected");
  }

  @Test
  void aCoderWithoutTheCredentialIsToldSoOnTheChart() throws IOException, InterruptedException {
    String visit =
        server.inPractice(() ->
            server
                .bean(org.springframework.transaction.support.TransactionTemplate.class)
                .execute(status ->
                    server
                        .bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql(
                            "select public_id::text from encounter where setting = 'EMERGENCY'"
                                + " order by encounter_id limit 1")
                        .query(String.class)
                        .single()));
    assertThat(server.get("casey", "/charts/" + visit).body()).doesNotContain("take CCS");
    server.inPractice(() -> {
      server.bean(org.cleanclaim.app.staff.QueueRules.class).put("EMERGENCY", null, List.of("CCS"));
      return true;
    });
    try {
      assertThat(server.get("casey", "/charts/" + visit).body())
          .contains("Emergency charts take CCS.")
          .doesNotContain("Open again");
      assertThat(server.get("casey", "/charts").body())
          .contains("2 charts are left out. Emergency charts take CCS. You have none of these")
          .doesNotContain(visit);
      assertThat(server.get("mara", "/charts").body()).doesNotContain("left out").contains(visit);
      assertThat(server.get("casey", "/api/v1/charts").body()).doesNotContain(visit);
      assertThat(server.get("casey", "/api/v1/charts/left-out").body())
          .contains("\"charts\":2", "Emergency charts take CCS.");
      assertThat(server.get("casey", "/api/v1/charts/next").body()).contains("\"passedOver\":[]");
      assertThat(server.get("mara", "/charts/" + visit).body()).doesNotContain("take CCS");
    } finally {
      server.inPractice(() -> {
        var rules = server.bean(org.cleanclaim.app.staff.QueueRules.class);
        rules.all().stream()
            .filter(r -> r.setting().equals("EMERGENCY"))
            .forEach(r -> rules.remove(r.publicId(), "test is over"));
        return true;
      });
    }
  }

  @Test
  void aFormWithoutItsTokenEntersNoPay() {
    var response =
        server
            .as("mara")
            .send(
                "POST",
                "/staff/%s/pay".formatted(member("Casey Coder").publicId()),
                "application/x-www-form-urlencoded",
                "basis=HOURLY&amount=99.00&since=2026-01-01".getBytes(StandardCharsets.UTF_8));

    assertThat(response.statusCode()).isNotEqualTo(303);
    assertThat(server.get("mara", "/staff/pay").body()).doesNotContain("99.00");
  }

  @Test
  void picturesKeepToTheirEdges() {
    var bars =
        BarPicture.of(
            List.of(
                new BarPicture.Amount("a", BigDecimal.ZERO, new BigDecimal("40"), "0 of 40"),
                new BarPicture.Amount("b", new BigDecimal("80"), null, "80")));
    assertThat(bars.bars().getFirst().length()).isZero();
    assertThat(bars.bars().getFirst().mark()).isEqualTo(BarPicture.LEFT + 215);
    assertThat(BarPicture.of(List.of()).bars()).isEmpty();

    var range = new PayRange(Money.of("30000.00"), Money.of("50000.00"));
    assertThat(RangePicture.of(range, Money.of("60000.00")).own()).isEqualTo(232);
    assertThat(RangePicture.of(range, Money.of("60000.00")).high()).isLessThan(232);
    assertThat(RangePicture.of(range, Money.of("20000.00")).low()).isGreaterThan(8);
  }
}

package org.cleanclaim.app.web.codingaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.codingaudit.AuditedChart;
import org.cleanclaim.app.codingaudit.AuditedCharts;
import org.cleanclaim.app.codingaudit.CodingAudit;
import org.cleanclaim.app.codingaudit.CodingAudits;
import org.junit.jupiter.api.Test;

/// The pages over the audit that the demo month plays.
class AuditPagesTest {
  private final DemoServer server = DemoServer.shared();

  private CodingAudit march() {
    return server.inPractice(() ->
        server.bean(CodingAudits.class).all().stream()
            .filter(a -> a.plan().name().equals("March 2026"))
            .findFirst()
            .orElseThrow());
  }

  private Map<String, String> charts() {
    return server.inPractice(() ->
        server.bean(AuditedCharts.class).ofAudit(march()).stream()
            .collect(
                Collectors.toMap(
                    AuditedChart::visitNumber, c -> "/audits/charts/" + c.publicId())));
  }

  @Test
  void rolesOpenTheirPagesAndNoOthers() {
    String audit = "/audits/" + march().publicId();
    for (String path : List.of(audit, audit + "/charts.csv", "/api/v1" + audit, "/api/v1/audits")) {
      for (String user : List.of("casey", "bill", "fran", "adam")) {
        assertThat(server.get(user, path).statusCode()).as(user + path).isEqualTo(403);
      }
      for (String user : List.of("mara", "audra")) {
        assertThat(server.get(user, path).statusCode()).as(user + path).isEqualTo(200);
      }
    }
    assertThat(server.get("casey", "/audits/new").statusCode()).isEqualTo(403);
    assertThat(server.get("casey", "/audits").headers().firstValue("Location"))
        .hasValueSatisfying(l -> assertThat(l).endsWith("/audits/findings"));
    assertThat(server.get("fran", "/audits/findings").statusCode()).isEqualTo(403);
    for (String path : List.of("/audits/noise", "/audits/noise.csv", "/api/v1/audits/noise")) {
      assertThat(server.get("casey", path).statusCode()).as(path).isEqualTo(403);
      assertThat(server.get("mara", path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void anAuditShowsItsDrawAndWhereItsChartsStand() {
    assertThat(server.get("mara", "/audits").body()).contains("March 2026", "random, 6 per coder");
    assertThat(server.get("mara", "/audits/" + march().publicId()).body())
        .contains("Seed 2026", "E06, E31, E35, E33, E21, E25", "the same", "88.8 % (8 of 9)")
        .contains("Waiting", "To decide", "Closed")
        .contains("<th>Account</th>");
    assertThat(server.get("mara", "/audits/" + march().publicId() + "/charts.csv").body())
        .contains("E25,casey,OUTPATIENT", "Secondary diagnoses,added,,E11.9,casey")
        .contains("OVERTURNED", "denominator,account");
  }

  @Test
  void theBlindAuditorSeesTheNoteAndNoCodes() {
    String waiting = charts().get("E33");
    String page = server.get("audra", waiting).body();

    assertThat(page).contains("Impingement syndrome of left shoulder", "Code the chart");
    assertThat(page).doesNotContain("M75.42", "20610");
    assertThat(server.get("audra", "/api/v1" + waiting).body())
        .contains("\"coded\":null")
        .doesNotContain("M7542");
    String visit =
        server.inPractice(() ->
            server
                .bean(org.cleanclaim.app.encounter.Encounters.class)
                .numbered("E33")
                .orElseThrow()
                .publicId()
                .toString());
    for (String path : List.of("/charts/", "/api/v1/charts/")) {
      assertThat(server.get("audra", path + visit).statusCode()).as(path).isEqualTo(409);
      assertThat(server.get("casey", path + visit).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void whoseCodingItIsSeesItOnceItIsGiven() {
    var charts = charts();
    assertThat(server.get("casey", charts.get("E33")).statusCode()).isEqualTo(409);
    assertThat(server.get("casey", charts.get("E31")).body())
        .contains("N52.9", "Overturned by audra", "100.0 % (10 of 10)");
    assertThat(server.get("bill", charts.get("E35")).body())
        .contains("97110", "Rebuttal:", "75.0 % (3 of 4)")
        .doesNotContain("Uphold the finding");
    assertThat(server.get("audra", charts.get("E35")).body()).contains("Uphold the finding");
    assertThat(server.get("fran", charts.get("E31")).statusCode()).isEqualTo(403);
    assertThat(server.get("casey", "/audits/findings").body())
        .contains("E25", "E35")
        .doesNotContain("E33");
  }

  @Test
  void theReportShowsCountsBesideEveryPercent() {
    assertThat(server.get("mara", "/audits/report?person=casey").body())
        .contains("80.0 % (8 of 10)", "95.0 %, not reached", "66.6 % (4 of 6)", "<svg")
        .contains("accuracy = agreed ÷ (agreed + wrong + missed)");
    assertThat(server.get("mara", "/audits/report.csv?person=casey&element=SECONDARY").body())
        .contains("casey,2026-03,OUTPATIENT,Secondary diagnoses,4,0,2,6,66.6");
    assertThat(server.get("casey", "/audits/report").body())
        .contains("80.0 % (8 of 10)")
        .doesNotContain("bill</td>");
    assertThat(server.get("casey", "/audits/report?person=bill").statusCode()).isEqualTo(403);
    assertThat(server.get("casey", "/api/v1/audits/accuracy").body())
        .contains("\"denominator\":10")
        .doesNotContain("\"bill\"");
    assertThat(server.get("casey", "/api/v1/audits/accuracy?person=casey").body())
        .contains("\"denominator\":10");
    assertThat(server.get("mara", "/audits/report?from=2020-01-01&to=2020-01-31").body())
        .contains("No closed audit fits");
  }

  @Test
  void theNoiseReportCountsTheDecisionsOfTheCharts() {
    String csv = server.get("mara", "/audits/noise.csv").body();
    int[] sums = new int[4];
    csv.lines()
        .skip(1)
        .map(line -> line.replaceAll("\"[^\"]*\"", "").split(","))
        .forEach(cells -> {
          for (int i = 0; i < 4; i++) sums[i] += Integer.parseInt(cells[3 + i]);
        });
    long accepted = server.story().accepted();

    assertThat(sums[0]).isEqualTo(sums[1] + sums[2] + sums[3]);
    assertThat((long) sums[1]).isEqualTo(accepted);
    assertThat(server.get("mara", "/audits/noise").body())
        .contains("Not a diagnosis of this visit (1)");
    assertThat(server.get("mara", "/audits/noise?coder=nobody").body())
        .contains("Nothing was suggested");
  }

  @Test
  void aFormWithoutItsTokenPlansNothing() {
    var response =
        server
            .as("mara")
            .send(
                "POST",
                "/audits",
                "application/x-www-form-urlencoded",
                "name=Forged&from=2026-03-01&to=2026-03-31&size=1"
                    .getBytes(StandardCharsets.UTF_8));

    assertThat(response.statusCode()).isNotEqualTo(303);
    assertThat(server.get("mara", "/audits").body()).doesNotContain("Forged");
  }
}

package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.worklist.TrailEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The audit trail as those read it who have the right to.
class AuditTrailPagesTest {
  private final DemoServer server = DemoServer.shared();

  @ParameterizedTest
  @CsvSource({"audra, 200", "adam, 200", "mara, 403", "casey, 403", "bill, 403", "fran, 403"})
  void onlyWhoHasTheRightReadsTheTrail(String user, int status) {
    assertThat(server.get(user, "/audit-trail").statusCode()).isEqualTo(status);
    assertThat(server.get(user, "/audit-trail.csv?who=nobody").statusCode()).isEqualTo(status);
    assertThat(server.get(user, "/api/v1/audit-trail?who=nobody").statusCode()).isEqualTo(status);
    assertThat(server.as(user).send("POST", "/api/v1/audit-trail/check", "").statusCode())
        .isEqualTo(status);
    assertThat(server.get(user, "/").body().contains("href=\"/audit-trail\""))
        .isEqualTo(status == 200);
  }

  @Test
  void whoReadsTheTrailStandsOnItWithWhatWasAskedFor() {
    server.get("adam", "/audit-trail?who=casey&what=final");
    server.get("adam", "/api/v1/audit-trail?account=A-1");
    server.get("adam", "/audit-trail.csv?kind=payer&from=2026-04-01");

    assertThat(latest(3))
        .extracting(AuditTrail.AuditEvent::action, AuditTrail.AuditEvent::reason)
        .containsExactly(
            tuple("exported", "kind payer, from 2026-04-01"),
            tuple("read", "account A-1"),
            tuple("read", "who casey, what final"));
  }

  @Test
  void eachFilterLeavesWhatFits() {
    assertThat(rows("who=casey")).isNotEmpty().allMatch(line -> line.contains(",casey,"));
    assertThat(rows("what=REGISTER")).isNotEmpty().allMatch(line -> line.contains(",registered,"));
    assertThat(rows("kind=Denial")).isNotEmpty().allMatch(line -> line.contains(",denial "));
    assertThat(rows("from=2026-04-10&through=2026-04-10"))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\d+,2026-04-1[01]T.*"));
    assertThat(rows("who=casey&through=2020-01-01")).isEmpty();
  }

  @Test
  void aClaimIsFoundByItsNumberAndByItsPublicId() {
    String id = value("select public_id from claim where control_number = 'CC000001'");
    server.get("bill", "/claims/" + id);
    server.get("bill", "/api/v1/claims/" + id);

    assertThat(rows("number=CC000001"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.contains(",claim,CC000001,"))
        .isEqualTo(rows("number=" + id));
  }

  @Test
  void aVisitsNumberFindsTheVisitAndItsChart() {
    String visit =
        value("select visit_number from encounter join chart using (encounter_id) limit 1");

    assertThat(rows("number=" + visit))
        .allMatch(line -> line.contains("," + visit + ","))
        .anyMatch(line -> line.contains(",encounter,"))
        .anyMatch(line -> line.contains(",chart,"));
  }

  @Test
  void anAccountFindsWhatWasDoneAndSeenOfItsPatient() {
    String account = value("select account_number from patient where last_name = 'Ekstrom'");

    assertThat(rows("account=" + account))
        .isNotEmpty()
        .allMatch(line -> line.contains("," + account + ","))
        .anyMatch(line -> line.contains(",claim,"))
        .anyMatch(line -> line.contains(",encounter,"));
    assertThat(server.get("audra", "/audit-trail?account=" + account).body())
        .contains("href=\"/patients/");
    assertThat(server.get("adam", "/audit-trail?account=" + account).body())
        .contains(account)
        .doesNotContain("href=\"/patients/");
  }

  @Test
  void theNewestStandFirstAndTheNextPageKeepsTheFilter() {
    assertThat(rows("who=casey").stream().map(line -> Instant.parse(line.split(",", 3)[1])))
        .isSortedAccordingTo(Comparator.reverseOrder());

    assertThat(server.get("audra", "/audit-trail?who=a%26b&what=&from=2026-04-01&page=2").body())
        .contains(
            "href=\"/audit-trail?who=a%26b&amp;what=&amp;kind=&amp;number=&amp;account=&amp;from=2026-04-01&amp;through=&amp;page=1\">Before</a>");
    var first = server.get("audra", "/api/v1/audit-trail");
    assertThat(first.headers().firstValue("Link"))
        .hasValueSatisfying(link -> assertThat(link).contains("/api/v1/audit-trail?page=2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit-trail", "/audit-trail.csv", "/api/v1/audit-trail"})
  void aDayThatIsNoneIsSaid(String address) {
    var answer = server.get("adam", address + "?from=yesterday");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("yesterday").contains("from");
  }

  @Test
  void aCheckOfTheChainSaysWhatCameOutAndWhoChecked() {
    var answer = server.as("adam").send("POST", "/api/v1/audit-trail/check", "");

    assertThat(answer.body()).contains("\"isWhole\":true");
    assertThat(server.get("audra", "/audit-trail").body()).contains("✓ whole", "adam checked it");
  }

  @Test
  void anEventDoesNotTellItsPatientWhereItIsPrinted() {
    var event =
        new TrailEvent(7, Instant.EPOCH, "casey", "read", "patient", "A-1", "A-1", null, "call");

    assertThat(event).hasToString("TrailEvent[7]");
  }

  private List<String> rows(String filter) {
    return server.get("audra", "/audit-trail.csv?" + filter).body().lines().skip(1).toList();
  }

  /// Of the demo's practice alone: others number their claims and visits alike.
  private String value(String sql) {
    return server.<String, RuntimeException>inPractice(() ->
        server
            .bean(TransactionTemplate.class)
            .execute(transaction ->
                server.bean(JdbcClient.class).sql(sql).query(String.class).single()));
  }

  private List<AuditTrail.AuditEvent> latest(int count) {
    return server.<List<AuditTrail.AuditEvent>, RuntimeException>inPractice(
        () -> server.bean(AuditTrail.class).latest(null, count));
  }
}

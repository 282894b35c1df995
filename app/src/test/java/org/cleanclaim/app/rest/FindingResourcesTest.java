package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.edits.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FindingResourcesTest {
  private final DemoServer server = DemoServer.shared();

  private UUID sentClaim() {
    return server.inPractice(() ->
        server
            .bean(org.springframework.transaction.support.TransactionTemplate.class)
            .execute(status ->
                server
                    .bean(JdbcClient.class)
                    .sql(
                        "select public_id from claim where status = 'ADJUDICATED' order by claim_id"
                            + " limit 1")
                    .query(UUID.class)
                    .single()));
  }

  @Test
  void rulesHaveTheirSourceAndDates() {
    var list = server.get("audra", "/api/v1/rules").body();

    for (Rule rule : Rule.values()) assertThat(list).contains("\"" + rule.id() + "\"");
    assertThat(server.get("audra", "/api/v1/rules/MOD-25").body())
        .contains("\"layer\":\"MODIFIER\"", "\"from\":\"", "\"overridableBy\":\"MANAGER\"")
        .contains("\"fixes\":[\"REMOVE_MODIFIER\"]");
    assertThat(server.get("audra", "/api/v1/rules/NO-SUCH-RULE").statusCode()).isEqualTo(404);
    assertThat(server.get("fran", "/api/v1/rules").statusCode()).isEqualTo(403);
  }

  @Test
  void aSentClaimIsNeitherScrubbedNorOverridden() {
    String claim = "/api/v1/claims/" + sentClaim();

    var scrub = server.as("bill").send("POST", claim + "/scrub", "");
    var override =
        server
            .as("mara")
            .send(
                "POST",
                claim + "/overrides",
                "{\"rule\":\"MOD-25\",\"place\":\"line 1\",\"reason\":\"asked for\"}");

    assertThat(scrub.statusCode()).isEqualTo(409);
    assertThat(scrub.body()).contains("only one that has not been sent is scrubbed");
    assertThat(override.statusCode()).isEqualTo(409);
    assertThat(server.get("mara", claim).body()).contains("\"status\":\"ADJUDICATED\"");
  }

  @Test
  void aFixOfASentClaimIsRefusedByName() {
    var answer =
        server
            .as("bill")
            .send(
                "POST",
                "/api/v1/findings/fixes/apply",
                """
                {"rule": "MOD-25", "kind": "REMOVE_MODIFIER", "value": "25", "reason": "no visit",
                 "claims": [{"claimId": "%s", "revision": 1}]}
                """
                    .formatted(sentClaim()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"refused\":1", "\"result\":\"REFUSED\"", "replacement claim");
  }

  @Test
  void whatCannotBeUsedIsABadRequestWithASentence() {
    String path = "/api/v1/findings/fixes/preview";

    assertThat(server.as("bill").send("POST", path, "{").statusCode()).isEqualTo(400);
    assertThat(server.as("bill").send("POST", path, "{}").body())
        .contains("The field rule is missing");
    assertThat(
            server
                .as("bill")
                .send("POST", path, "{\"rule\":\"X-Y-Z\",\"kind\":\"PAINT\",\"value\":\"1\"}")
                .body())
        .contains("kind has to be one of ADD_MODIFIER");
    var nothing =
        server
            .as("bill")
            .send(
                "POST",
                path,
                "{\"rule\":\"MOD-25\",\"kind\":\"REMOVE_MODIFIER\",\"value\":\"25\"}");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("No claim is chosen");
    assertThat(server.get("bill", "/api/v1/findings?state=maybe").statusCode()).isEqualTo(400);
  }

  @Test
  void rolesThatOnlyReadChangeNothing() {
    String claim = "/api/v1/claims/" + sentClaim();

    assertThat(server.as("audra").send("POST", claim + "/scrub", "").statusCode()).isEqualTo(403);
    assertThat(server.as("casey").send("POST", "/api/v1/findings/fixes/apply", "{}").statusCode())
        .isEqualTo(403);
    assertThat(server.get("fran", "/api/v1/findings").statusCode()).isEqualTo(403);
    assertThat(server.get("audra", "/api/v1/findings?state=ALL").statusCode()).isEqualTo(200);
  }
}

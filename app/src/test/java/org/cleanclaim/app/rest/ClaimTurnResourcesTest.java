package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Payers in turn, hospital bills and the reconciliation through the API.
class ClaimTurnResourcesTest {
  private final DemoServer server = DemoServer.shared();

  private UUID of(String column) {
    return server.inPractice(() ->
        server
            .bean(TransactionTemplate.class)
            .execute(status ->
                server
                    .bean(JdbcClient.class)
                    .sql(
                        """
                        select %s
                        from claim c
                        join encounter e using (encounter_id)
                        where c.status = 'ADJUDICATED' order by claim_id limit 1
                        """
                            .formatted(column))
                    .query(UUID.class)
                    .single()));
  }

  @Test
  void aClaimNamesItsPayersInTurnAndOneThatWasNotForwardedIsNotSentByHand() {
    String claim = "/api/v1/claims/" + of("c.public_id");

    assertThat(server.get("bill", claim).body())
        .contains("\"payers\":[{")
        .contains("\"isForwarded\":false");
    var forwarded =
        server
            .as("bill")
            .send("POST", claim + "/send-forwarded", "{\"reason\":\"They never got it\"}");
    assertThat(forwarded.statusCode()).isEqualTo(409);
    assertThat(forwarded.body()).contains("Only a claim that was forwarded");
    var given =
        server
            .as("bill")
            .send("POST", claim + "/leave-to-patient", "{\"reason\":\"No other policy\"}");
    assertThat(given.statusCode()).isEqualTo(409);
    assertThat(
            server
                .as("fran")
                .send("POST", claim + "/leave-to-patient", "{\"reason\":\"No other policy\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aStayThatCannotBeIsRefusedWithWhatToMend() {
    String visit = "/api/v1/encounters/" + of("e.public_id");

    assertThat(server.get("bill", visit + "/stay").body()).contains("\"charges\":[]");
    var backwards =
        server
            .as("bill")
            .send(
                "PUT",
                visit + "/stay",
                """
                {"billType":"11","servedFrom":"2026-03-02","servedThrough":"2026-03-05",
                 "admittedOn":"2026-03-02","dischargedOn":"2026-03-01"}
                """);
    assertThat(backwards.statusCode()).isEqualTo(409);
    assertThat(backwards.body()).contains("The discharge lies before the admission");
    var charges =
        server.as("bill").send("POST", visit + "/facility-charges", "{\"lines\":\"450 - 1 9.00\"}");
    assertThat(charges.statusCode()).isEqualTo(409);
    assertThat(charges.body()).contains("Line 1 of the charges");
    assertThat(server.as("fran").send("PUT", visit + "/stay", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void aVisitIsBilledOnceAndTheReconciliationIsForBillers() {
    String visit = "/api/v1/encounters/" + of("e.public_id");

    var billed = server.as("bill").send("POST", visit + "/claim", "");
    assertThat(billed.statusCode()).isEqualTo(200);
    assertThat(billed.body()).contains(of("c.public_id").toString());
    assertThat(server.get("bill", "/api/v1/reconciliation").statusCode()).isEqualTo(200);
    assertThat(server.get("fran", "/api/v1/reconciliation").statusCode()).isEqualTo(403);
    assertThat(server.get("bill", "/reconciliation").body()).contains("Visits and charges");
    assertThat(server.get("bill", "/encounters/" + of("e.public_id") + "/hospital-bill").body())
        .contains("Type of bill");
    assertThat(
            server
                .as("bill")
                .send("POST", visit + "/late-charges", "{\"procedure\":\"99213\"}")
                .statusCode())
        .isEqualTo(400);
  }
}

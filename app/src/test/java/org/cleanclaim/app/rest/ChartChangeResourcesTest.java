package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.practice.Caller;
import org.junit.jupiter.api.Test;

/// Over HTTP, on charts that are final, so that nothing is left behind.
class ChartChangeResourcesTest {
  private final DemoServer server = DemoServer.shared();

  private String chart() {
    return "/api/v1/charts/"
        + server.inPractice(
            () -> server.bean(Encounters.class).numbered("E05").orElseThrow().publicId());
  }

  private HttpResponse<byte[]> send(String user, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .header("Authorization", DemoServer.basic(user));
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    return Caller.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aPacketHasTheDigestThatTheSignatureNames() throws Exception {
    var file = send("audra", chart() + "/packets/1/file", null);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
    assertThat(server.get("audra", chart() + "/packets").body()).contains(sha256(file.body()));
    assertThat(server.get("audra", chart() + "/packets/1").body())
        .contains("\"codeSets\"", "\"evidence\"", "\"quote\"");
    assertThat(server.get("audra", chart() + "/packets/9").statusCode()).isEqualTo(404);
    assertThat(server.get("fran", chart() + "/packets/1").statusCode()).isEqualTo(403);
  }

  @Test
  void changesAreRefusedInSentences() throws Exception {
    String change =
        "{\"key\":\"00000000-0000-4000-8000-000000000001\",\"revision\":%d,\"kind\":\"ACCEPT\","
            + "\"system\":\"ICD10CM\",\"code\":\"I10\"}";

    var old = send("casey", chart() + "/changes", change.formatted(-1));
    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(new String(old.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("has changed since your screen showed it");
    assertThat(send("bill", chart() + "/changes", change.formatted(-1)).statusCode())
        .isEqualTo(403);
    assertThat(send("casey", chart() + "/changes", "{\"revision\":1}").statusCode()).isEqualTo(400);
    var unknown =
        send(
            "casey",
            chart() + "/changes",
            change.formatted(-1).replace("\"code\"", "\"reason\":\"WHATEVER\",\"code\""));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(new String(unknown.body(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("reason has to be one of [NOT_SUPPORTED, NEGATED");
  }

  @Test
  void takingBackNamesNoCode() {
    String back =
        "{\"key\":\"00000000-0000-4000-8000-000000000002\",\"revision\":-1,\"kind\":\"TAKE_BACK\"}";

    assertThat(send("casey", chart() + "/changes", back).statusCode()).isEqualTo(409);
  }

  @Test
  void aListOfChartsKnowsItsStatuses() {
    assertThat(server.get("casey", "/api/v1/charts?status=FOO").statusCode()).isEqualTo(400);
    assertThat(server.get("casey", "/api/v1/charts?status=FINAL_CODED").statusCode())
        .isEqualTo(200);
    assertThat(server.get("casey", "/api/v1/charts?status=").statusCode()).isEqualTo(200);
  }

  private String saved(String criteria, int status) {
    var answer =
        send(
            "mara",
            "/api/v1/coding/queues",
            "{\"name\":\"Queue under test\",\"criteria\":{%s}}".formatted(criteria));
    String body = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    return body;
  }

  @Test
  void amountsOfAQueueAreDollarsAndNoCriterionIsPassedOver() {
    assertThat(saved("\"leastCharge\":100,\"mostCharge\":\"250.50\"", 200))
        .contains("\"leastCharge\":\"100.00\"", "\"mostCharge\":\"250.50\"");
    assertThat(saved("\"leastCharges\":100", 400)).contains("There is no field leastCharges.");
    assertThat(saved("\"leastCharge\":\"a lot\"", 400)).contains("The field leastCharge cannot");
    assertThat(saved("\"need\":\"SOON\"", 400)).contains("need has to be one of [OPEN");
    assertThat(saved("\"settings\":[\"WARD\"]", 409)).contains("WARD", "settings", "OUTPATIENT");
    assertThat(saved("\"payers\":[\"Nobody\"]", 409)).contains("Nobody", "payers");
    assertThat(saved("\"oldestDays\":-3", 409)).contains("oldestDays");
    assertThat(saved("\"leastCharge\":-3", 409)).contains("leastCharge");
  }

  @Test
  void queriesAreForThoseWhoMay() {
    assertThat(server.get("casey", "/api/v1/queries?state=OPEN").statusCode()).isEqualTo(200);
    assertThat(server.get("casey", "/api/v1/queries?state=WHATEVER").body())
        .contains("state has to be one of [DRAFT, SENT");
    assertThat(
            server
                .get("casey", "/api/v1/queries/figures?from=2026-03-01&to=2026-03-31")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .get("mara", "/api/v1/queries/figures?from=2026-03-01&to=2026-03-31")
                .statusCode())
        .isEqualTo(200);
    assertThat(server.get("mara", "/api/v1/queries/settings").body())
        .contains("\"answerDays\":3", "Physician advisor");
    assertThat(server.get("casey", "/api/v1/queries/mine").statusCode()).isEqualTo(403);
    assertThat(server.get("casey", chart() + "/queries/draft?system=ICD10CM&code=I10").body())
        .contains("\"quote\":\"Hypertension\"")
        .contains("\"options\":[]");
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

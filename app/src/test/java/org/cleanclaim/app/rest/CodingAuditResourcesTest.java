package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.encounter.Encounters;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CodingAuditResourcesTest {
  private static final String AUDITS = "/api/v1/audits";

  private final DemoServer server = DemoServer.shared();

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  @Test
  void aPlanWithAFieldThatIsNotKnownDrawsNothing() {
    String plan =
        """
        {"name": "Mistyped", "from": "2026-03-01", "to": "2026-03-31", "perCoder": 1, "criteria": {"codes": "J02"}}\
        """;

    var refused = server.as("mara").send("POST", AUDITS, plan);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("There is no field criteria.codes.");
    assertThat(server.get("mara", AUDITS).body()).doesNotContain("Mistyped");
  }

  @Test
  void aCoderWhoNamesNobodyIsShownTheOwnAccuracy() {
    var own = json(server.get("casey", AUDITS + "/accuracy"));

    assertThat(own.get("scores").valueStream().map(s -> s.get("person").asString()))
        .isNotEmpty()
        .containsOnly("casey");
    assertThat(server.get("casey", AUDITS + "/accuracy?person=ines").statusCode()).isEqualTo(403);
  }

  /// The way of an audit up to the decision that closes it, which is left out: the figures of the
  /// demo month stay as they are.
  @Test
  void anAuditGoesItsWayOverTheApi() {
    String plan =
        """
        {"name": "By code", "from": "2026-03-01", "to": "2026-03-31", "perCoder": 1, "seed": 5,
         "criteria": {"code": "J02"}}\
        """;

    assertThat(server.as("casey").send("POST", AUDITS, plan).statusCode()).isEqualTo(403);
    var audit = json(server.as("mara").send("POST", AUDITS, plan));
    assertThat(audit.get("drawnAgainIsTheSame").asBoolean()).isTrue();
    assertThat(server.as("mara").send("POST", AUDITS, plan).statusCode())
        .isEqualTo(409); // all drawn
    var waiting =
        json(server
                .as("audra")
                .send("GET", AUDITS + "/" + audit.get("id").asString() + "/charts", ""))
            .get(0);
    String chart = AUDITS + "/charts/" + waiting.get("id").asString();
    assertThat(waiting.get("visitNumber").asString()).isEqualTo("E11");
    String visit =
        server
            .inPractice(
                () -> server.bean(Encounters.class).numbered("E11").orElseThrow().publicId())
            .toString();
    assertThat(server.get("audra", "/api/v1/charts/" + visit + "/work").body())
        .contains("A blind second coding of this chart waits");

    String coding = "{\"diagnoses\": [\"J02.9\"], \"procedures\": [\"99213 25\"]}";
    assertThat(server.as("mara").send("POST", chart + "/coding", coding).statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .as("audra")
                .send("POST", chart + "/coding", coding.replace("J02.9", "J99999"))
                .statusCode())
        .isEqualTo(400);
    var compared = json(server.as("audra").send("POST", chart + "/coding", coding));
    assertThat(compared.get("status").asString()).isEqualTo("COMPARED");
    assertThat(compared.get("coded").get("diagnoses").get(0).get("code").asString())
        .isEqualTo("J020");
    var first = compared.get("differences").get(0);
    assertThat(first.get("mark").get("kind").asString()).isEqualTo("CHANGED");
    assertThat(compared.get("accuracy").get("PRINCIPAL").get("wrong").asInt()).isEqualTo(1);

    assertThat(server.as("audra").send("POST", chart + "/release", "").statusCode()).isEqualTo(409);
    for (JsonNode difference : compared.get("differences")) {
      json(
          server
              .as("audra")
              .send(
                  "PUT",
                  chart + "/differences/" + difference.get("publicId").asString() + "/reason",
                  "{\"reason\": \"No culture on record\", \"topic\": \"SPECIFICITY\"}"));
    }
    assertThat(server.as("casey").send("GET", chart, "").statusCode()).isEqualTo(409);
    json(server.as("audra").send("POST", chart + "/release", ""));
    String difference = chart + "/differences/" + first.get("publicId").asString();
    assertThat(
            server
                .as("casey")
                .send("POST", difference + "/answer", "{\"answer\": \"REBUTTED\"}")
                .statusCode())
        .isEqualTo(400);
    var answered =
        json(
            server
                .as("casey")
                .send(
                    "POST",
                    difference + "/answer",
                    "{\"answer\": \"REBUTTED\", \"text\": \"Rapid test positive\", \"reference\":"
                        + " \"Note, line 3\"}"));
    assertThat(answered.get("differences").get(0).get("answer").asString()).isEqualTo("REBUTTED");
    assertThat(
            server
                .as("casey")
                .send(
                    "POST",
                    difference + "/decision",
                    "{\"decision\": \"OVERTURNED\", \"text\": \"mine\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void plansThatCannotBeAreRefusedWithASentence() {
    for (String plan :
        new String[] {
          "{}",
          "{\"name\": \"x\", \"from\": \"2026-03-01\", \"to\": \"2026-03-31\"}",
          "{\"name\": \"x\", \"from\": \"2026-03-01\", \"to\": \"2026-03-31\", \"perCoder\": 1,"
              + " \"percent\": 5}",
          "{\"name\": \"x\", \"from\": \"soon\"}",
        }) {
      assertThat(server.as("mara").send("POST", AUDITS, plan).statusCode()).as(plan).isEqualTo(400);
    }
    assertThat(
            server
                .as("mara")
                .send(
                    "POST",
                    AUDITS,
                    "{\"name\": \"x\", \"from\": \"2026-03-31\", \"to\": \"2026-03-01\","
                        + " \"perCoder\": 1}")
                .body())
        .contains("before the first");
  }
}

package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The engines over the API: grouper, prices, estimates.
class EngineResourcesTest {
  private static final String CONTRACT =
      """
      contract: Test
      from: 2026-01-01
      cap: lesser_of_charge
      terms:
        - name: office visits
          codes: [99202-99215]
          pays: {fees: {99213: 90.00}}
      """;
  private static final String PLAN =
      """
      plan: Gold
      from: 2026-01-01
      tiers:
        in_network:
          deductible: {individual: 50.00}
          others: {coinsurance: 0.20}
          categories: {office: {copay: 30.00}}
      categories: {office: [99202-99215]}
      members: [{id: M1, from: 2026-01-01}]
      """;

  private final DemoServer server = DemoServer.shared();

  private HttpResponse<String> post(String path, String body) {
    return server.as("casey").send("POST", path, body);
  }

  private static String estimate(String member) {
    var json = JsonMapper.shared();
    var body = json.createObjectNode().put("contract", CONTRACT).put("plan", PLAN);
    body.put("member", member).put("dos", "2026-03-02");
    body.putArray("services").addObject().put("code", "99213").put("charge", "150.00");
    return json.writeValueAsString(body);
  }

  @Test
  void anEstimateTellsThePatientsShareByContractAndPlan() {
    var answer = post("/api/v1/estimate", estimate("M1"));
    var unknown = post("/api/v1/estimate", estimate("M9"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"allowed\":\"90.00\"").contains("office visits");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("no member M9");
  }

  @Test
  void aStayIsGroupedWithItsReasonsAndOtherPrincipalsTried() {
    String stay =
        """
        {"principal": {"code": "I214"}, "secondaries": [{"code": "I5021", "poa": "Y"}, {"code": "E119"}],
         "age": 70, "sex": "F", "status": 1, "discharged": "2026-03-01"%s}
        """;
    var answer = JsonMapper.shared().readTree(post("/api/v1/drg", stay.formatted("")).body());
    var tried =
        JsonMapper.shared()
            .readTree(post("/api/v1/drg", stay.formatted(", \"whatIf\": true")).body());

    assertThat(answer.path("grouping").path("last").path("drg").asInt()).isEqualTo(280);
    assertThat(answer.path("grouping").path("secondaries").path(0).path("affects").asString())
        .isEqualTo("BOTH");
    assertThat(answer.path("steps")).isNotEmpty();
    assertThat(answer.path("whatIf").isNull() || answer.path("whatIf").isMissingNode()).isTrue();
    assertThat(tried.path("whatIf").findValuesAsString("principal"))
        .containsExactly("I5021", "E119");
    assertThat(tried.path("whatIf").findValuesAsString("drg")).containsExactly("291", "639");
    assertThat(post("/api/v1/drg", stay.formatted("").replace("2026-03-01", "2019-03-01")).body())
        .contains("No version of the grouper is known for discharges on 2019-03-01");
  }

  @Test
  void whatIsMissingIsSaid() {
    var noStatus =
        post("/api/v1/drg", "{\"principal\":{\"code\":\"I214\"},\"discharged\":\"2026-03-01\"}");
    var noTables =
        post(
            "/api/v1/price",
            "{\"dos\":\"1999-03-01\",\"locality\":\"10112-00\",\"services\":[{\"code\":\"99213\"}]}");
    var noCode = post("/api/v1/price", "{\"dos\":\"2026-03-01\",\"services\":[{\"code\":\"9\"}]}");

    assertThat(noStatus.statusCode()).isEqualTo(400);
    assertThat(noStatus.body()).contains("State principal, age and status.");
    assertThat(noTables.statusCode()).isEqualTo(409);
    assertThat(noTables.body()).contains("not installed");
    assertThat(noCode.statusCode()).isEqualTo(400);
  }

  private static final String TABLE =
      """
      claim,member,code,units,pos,dos,charge
      C1,M1,99213,1,11,2026-03-02,150.00
      """;

  private static String withClaims(Object claims) {
    var json = JsonMapper.shared();
    var body = json.createObjectNode().put("contract", CONTRACT).put("plan", PLAN);
    body.set("claims", json.valueToTree(claims));
    return json.writeValueAsString(body);
  }

  @Test
  void claimsAreDecidedAndEstimatedFromTextOrJson() {
    var line = Map.of("code", "99213", "charge", "150.00", "pos", "11");
    var claim = Map.of("claim", "C1", "member", "M1", "dos", "2026-03-02", "lines", List.of(line));

    var ofTable = post("/api/v1/adjudicate", withClaims(TABLE));
    var ofJson = post("/api/v1/adjudicate", withClaims(List.of(claim)));
    var estimate = post("/api/v1/estimate", withClaims(TABLE));
    var stranger = post("/api/v1/adjudicate", withClaims(TABLE.replace("M1", "M9")));
    var faulty = post("/api/v1/adjudicate", withClaims(TABLE.replace("150.00", "-1")));
    var nothing = post("/api/v1/adjudicate", withClaims(""));

    assertThat(ofTable.statusCode()).isEqualTo(200);
    assertThat(ofTable.body())
        .contains("\"paid\":\"60.00\"")
        .contains("\"term\":\"office visits\"");
    assertThat(ofJson.body()).isEqualTo(ofTable.body());
    assertThat(estimate.body()).contains("\"patient_pays\":\"30.00\"");
    assertThat(stranger.body()).contains("The plan has no such member.");
    assertThat(faulty.body()).contains("charge cannot be read");
    assertThat(nothing.statusCode()).isEqualTo(400);
  }

  @Test
  void staysAndLinesComeFromClaimsToo() {
    var json = JsonMapper.shared();
    var stays =
        post(
            "/api/v1/drg",
            json.createObjectNode()
                .put(
                    "claims",
                    "id,age,sex,status,discharged,principal\n1,70,F,01,1999-03-04,I21.4:Y\n")
                .toString());
    var lines =
        post(
            "/api/v1/price",
            json.createObjectNode()
                .put("claims", "claim,code,dos,charge,zip\nA,99213,1999-03-02,150,43215\n")
                .toString());

    assertThat(stays.statusCode()).isEqualTo(200);
    assertThat(stays.body()).contains("No version of the grouper is known").contains("1999");
    assertThat(lines.statusCode()).isEqualTo(200);
    assertThat(lines.body()).contains("physician fees of the year are not installed");
  }

  /// Nothing that is sent makes the program fail; what cannot be used is refused in a sentence.
  @Test
  void whateverIsSentTheAnswerIsASentence() {
    String services =
        """
        {"dos": "2026-03-01", "locality": "10112-00", "services": [{"code": "99213", "units": %1$s, "charge": %1$s}]}
        """;
    String claim =
        """
        {"claims": {"claim": "C", "member": "M1", "code": "99213", "dos": "2026-03-02", "units": %1$s, "charge": %1$s}}
        """;
    for (String path : List.of("drg", "price", "estimate", "adjudicate", "risk")) {
      for (String body :
          List.of(
              "",
              "17",
              "{",
              "{}",
              "{\"claims\": 17}",
              "{\"claims\": [[]]}",
              "{\"claims\": \"\\u0000\\u0001\"}",
              "{\"paymentYear\": 2026, \"members\": [[]]}")) {
        refusedInASentence(path, body);
      }
    }
    for (String absurd : List.of("1e30", "-1", "\"NaN\"", "{}")) {
      refusedInASentence(
          "drg",
          """
          {"principal": {"code": "I214"}, "age": %1$s, "sex": "F", "status": %1$s, "discharged": "2026-03-01"}
          """
              .formatted(absurd));
      refusedInASentence("price", services.formatted(absurd));
      refusedInASentence("price", claim.formatted(absurd));
      refusedInASentence("estimate", withTerms(services.formatted(absurd)));
      refusedInASentence("adjudicate", withTerms(claim.formatted(absurd)));
    }
  }

  private static String withTerms(String body) {
    var terms = JsonMapper.shared().createObjectNode();
    terms.put("contract", CONTRACT).put("plan", PLAN).put("member", "M1");
    JsonMapper.shared()
        .readTree(body)
        .properties()
        .forEach(field -> terms.set(field.getKey(), field.getValue()));
    return terms.toString();
  }

  private void refusedInASentence(String path, String body) {
    var answer = post("/api/v1/" + path, body);
    assertThat(answer.statusCode())
        .as(path + " " + body + ": " + answer.body())
        .isBetween(200, 499);
    assertThat(answer.body()).as(path + " " + body).isNotBlank().doesNotContain("Exception");
  }
}

package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RiskResourcesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void badInputIsAProblemThatSaysHowToWriteIt() {
    for (String bad :
        new String[] {
          "?age=70&sex=F",
          "?payment_year=soon&age=70&sex=F",
          "?payment_year=2026&age=700&sex=F",
          "?payment_year=2026&age=70&sex=X",
          "?payment_year=2026&age=50&sex=F",
          "?payment_year=2026&age=50&sex=F&orec=0",
          "?payment_year=2026&age=70&sex=F&dual=77",
          "?payment_year=2026&age=70&sex=F&lti=perhaps",
          "?payment_year=2015&age=70&sex=F",
          "/market?benefit_year=2021&age=40&sex=F&metal=iron",
          "/market?benefit_year=2021&age=40&sex=F&metal=gold&months=13",
          "/market?benefit_year=2015&age=40&sex=F&metal=gold"
        }) {
      var response = server.get("casey", "/api/v1/risk" + bad);

      assertThat(response.statusCode()).as(bad).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .as(bad)
          .contains("application/problem+json");
    }
    assertThat(server.get("fran", "/api/v1/risk?payment_year=2026&age=70&sex=F").statusCode())
        .isEqualTo(403);
  }

  private JsonNode json(String path) {
    var response = server.get("casey", "/api/v1/risk" + path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  @Test
  void aPaymentScoreComesWithItsReasons() {
    var answer = json("?payment_year=2026&age=75&sex=F&diagnoses=E1122,I5022&last_year=J449,E1122");

    // 0.465 + 0.166 + 0.360 + 0.112 = 1.103; / 1.067 = 1.034; * 0.941 = 0.973
    assertThat(answer.path("score").asString()).isEqualTo("0.973");
    var model = answer.path("models").path(0);
    assertThat(model.path("raw").asString()).isEqualTo("1.103");
    assertThat(model.path("normalized").asString()).isEqualTo("1.034");
    assertThat(model.path("terms").findValuesAsString("name"))
        .containsExactlyInAnyOrder("F75_79", "HCC37", "HCC226", "DIABETES_HF_V28");
    assertThat(model.path("conditions").path(0).path("diagnoses").path(0).asString())
        .isEqualTo("E1122");
    assertThat(model.path("notSeenAgain").findValuesAsString("category")).containsExactly("280");
    assertThat(answer.path("invalid")).isEmpty();
  }

  @Test
  void dialysisIsNormalizedWithoutCodingIntensity() {
    var answer =
        json(
            "/model?payment_year=2026&model=esrd_v24&age=75&sex=F&kidney=dialysis&diagnoses=E1122");

    // 0.617 + 0.084 = 0.701; / 1.062 = 0.660
    assertThat(answer.path("raw").asString()).isEqualTo("0.701");
    assertThat(answer.path("paymentScore").decimalValue()).isEqualByComparingTo("0.660");
    assertThat(
            json("/model?payment_year=2026&model=V28&age=75&sex=F&normalization=1.1")
                .path("paymentScore")
                .asString())
        .isEqualTo("0.398"); // 0.465 / 1.1 = 0.423; * 0.941 = 0.398
  }

  @Test
  void whatAModelNeedsIsAskedFor() {
    for (String bad :
        new String[] {
          "payment_year=2026&model=esrd_v24&age=75&sex=F",
          "payment_year=2026&model=esrd_v24&age=75&sex=F&kidney=sick",
          "payment_year=2026&model=v99&age=75&sex=F",
          "payment_year=2026&model=rx_v08_x&age=75&sex=F&plan=both",
          "payment_year=2026&model=v28&age=75&sex=F&normalization=0",
          "payment_year=2026&model=v28&age=75&sex=F&snp=Y",
          "payment_year=2026&model=rx_v08_x&age=75&sex=F",
          "payment_year=2025&model=v28&age=75&sex=F"
        }) {
      assertThat(server.get("casey", "/api/v1/risk/model?" + bad).statusCode())
          .as(bad)
          .isEqualTo(400);
    }
  }

  @Test
  void membersOfFilesInTheBodyAreScoredAsTheCommandScoresThem() {
    String table =
        "member,dob,sex,orec,diagnoses,date\nM1,1950-05-05,F,0,E11.22 I50.22,2025-03-02\n";
    for (Object members :
        new Object[] {
          table,
          List.of(
              "member,dob,sex,orec,diagnoses\nM1,1950-05-05,F,0,E11.22\n",
              "member,diagnoses\nM1,I50.22\n"),
          Map.of("member", "M1", "dob", "1950-05-05", "sex", "F", "diagnoses", "E1122 I5022"),
          List.of(
              Map.of(
                  "member", "M1", "dob", "1950-05-05", "sex", "F", "diagnoses", List.of("E1122")),
              Map.of("member", "M1", "diagnoses", List.of("I5022")))
        }) {
      var answer =
          posted(
              Map.of(
                  "paymentYear",
                  2026,
                  "members",
                  members,
                  "lastYear",
                  "member,diagnoses\nM1,J44.9\n"));
      var member = answer.path("members").path(0);
      assertThat(answer.path("findings")).as(answer.toString()).isEmpty();
      assertThat(member.path("member").asString()).isEqualTo("M1");
      assertThat(member.path("paymentScore").decimalValue()).isEqualByComparingTo("0.973");
      assertThat(
              member.path("models").path(0).path("notSeenAgain").path(0).path("category").asInt())
          .isEqualTo(280);
    }
  }

  @Test
  void whatCannotBeScoredIsAFindingBesideWhatCan() {
    var answer =
        posted(
            Map.of(
                "paymentYear",
                2026,
                "members",
                """
                member,dob,sex,orec,diagnoses,date
                M1,1950-05-05,F,0,E11.22,2025-02-30
                M2,1950-05-05,X,0,E11.22,
                M3,2190-05-05,F,0,,
                ,1950-05-05,F,0,,
                """));

    assertThat(answer.path("members").findValuesAsString("member")).containsExactly("M1");
    assertThat(answer.path("findings").findValuesAsString("where"))
        .containsExactly("members line 2", "members line 5", "member M2", "member M3");
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("members", "member\n"),
            Map.of("paymentYear", 2026),
            Map.of("paymentYear", 2026, "benefitYear", 2021, "members", "member\n"),
            Map.of("paymentYear", 2026, "plan", "pdp", "members", "member\n"),
            Map.of("benefitYear", 2021, "model", "V28", "members", "member\n"),
            Map.of("paymentYear", 26, "members", "member\n"))) {
      assertThat(post(bad).statusCode()).as(bad.toString()).isEqualTo(400);
    }
    assertThat(
            posted(Map.of("paymentYear", 2026, "members", "\u0000\u0001 nothing")).path("findings"))
        .isNotEmpty();
  }

  private HttpResponse<String> post(Map<String, Object> body) {
    String text = JsonMapper.shared().writeValueAsString(body);
    return server.as("casey").send("POST", "/api/v1/risk", text);
  }

  private JsonNode posted(Map<String, Object> body) {
    var response = post(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }

  @Test
  void tablesThatAreNotInstalledAreNamed() {
    assertThat(server.get("casey", "/api/v1/risk?payment_year=2015&age=70&sex=F").body())
        .contains("2015")
        .contains("codes install");
  }
}

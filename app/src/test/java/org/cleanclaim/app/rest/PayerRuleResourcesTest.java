package org.cleanclaim.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.payerrule.WrittenRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PayerRuleResourcesTest {
  private static final String RULES = "/api/v1/payer-rules";

  private final DemoServer server = DemoServer.shared();

  private static String text(String rule) {
    return JsonMapper.shared()
        .writeValueAsString(JsonMapper.shared().createObjectNode().put("text", rule));
  }

  @Test
  void aRuleIsWrittenReplayedPublishedAndRetired() {
    String rule = WrittenRules.LONG_TALK.replace("TEST-LONG-TALK", "REST-LONG-TALK");
    String versions = RULES + "/REST-LONG-TALK/versions/1";
    String reason = "{\"reason\":\"for a test\"}";

    var saved = server.as("mara").send("PUT", RULES + "/REST-LONG-TALK/draft", text(rule));
    var tooEarly = server.as("mara").send("POST", versions + "/publish", reason);
    var replay = server.as("mara").send("POST", versions + "/replay", "");
    var published = server.as("mara").send("POST", versions + "/publish", reason);
    var retired = server.as("mara").send("POST", versions + "/retire", reason);

    assertThat(saved.body()).contains("\"state\":\"DRAFT\"", "not been replayed");
    assertThat(tooEarly.statusCode()).isEqualTo(409);
    assertThat(replay.body()).contains("\"prevented\":1", "\"preventedCharge\":\"260.00\"");
    assertThat(published.body()).contains("\"state\":\"PUBLISHED\"");
    assertThat(retired.body()).contains("\"state\":\"RETIRED\"");
    assertThat(server.get("bill", RULES + "/REST-LONG-TALK").body())
        .contains("\"what\":\"RETIRED\"", "for a test");
    assertThat(server.get("bill", RULES + "?state=retired&q=long-talk").body())
        .contains("REST-LONG-TALK");
    assertThat(server.get("bill", "/rules/payer/REST-LONG-TALK").body())
        .contains("Long psychotherapy", "1</b> of 4", "Retired");
    assertThat(server.get("bill", "/rules/REST-LONG-TALK").statusCode()).isEqualTo(303);
  }

  @Test
  void aTestKeepsNothing() {
    var fine = server.as("mara").send("POST", RULES + "/test", text(WrittenRules.LONG_TALK));
    var wrong =
        server
            .as("mara")
            .send("POST", RULES + "/test", text(WrittenRules.LONG_TALK.replace("owner: Mara", "")));

    assertThat(fine.body())
        .contains("\"examples\":2", "\"failures\":[]", "\"rule\":\"TEST-LONG-TALK\"");
    assertThat(wrong.body()).contains("\"rule\":null", "\"line\":1", "owner");
    assertThat(server.get("mara", RULES + "/TEST-LONG-TALK").statusCode()).isEqualTo(404);
  }

  @Test
  void whatCannotBeUsedIsABadRequestWithASentence() {
    var broken = server.as("mara").send("PUT", RULES + "/ANY-RULE/draft", text("rule: ["));
    var other =
        server.as("mara").send("PUT", RULES + "/ANY-RULE/draft", text(WrittenRules.LONG_TALK));

    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).contains("Line ");
    assertThat(other.body()).contains("of rule TEST-LONG-TALK, not of ANY-RULE");
    assertThat(
            server
                .as("mara")
                .send("POST", RULES + "/starters", "{\"rules\":[\"NONE\"]}")
                .statusCode())
        .isEqualTo(400);
    assertThat(server.get("mara", RULES + "?state=odd").statusCode()).isEqualTo(400);
    assertThat(server.as("bill").send("POST", RULES + "/test", text("x")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theInitiativeAnswersForCodesOnADay() {
    var pair = server.get("casey", "/api/v1/ncci?codes=99213,20610&dos=2026-03-01").body();
    var set = server.get("casey", "/api/v1/ncci?codes=99213,20610&dos=2026-03-01&mod=99213:25");

    assertThat(pair).contains("\"first\":\"20610\"", "\"Denied 99213: part of 20610.\"");
    assertThat(set.body()).contains("\"Stands 99213.\"", "\"Stands 20610.\"");
    assertThat(server.get("casey", "/api/v1/ncci?codes=20610&dos=2026-03-01&units=20610:9").body())
        .contains("Denied 20610: 9 units");
    for (String wrong :
        new String[] {
          "codes=,",
          "codes=99213&mod=20610:25",
          "codes=99213&units=99213:x",
          "codes=99213&table=x",
          "codes=99213&dos=soon"
        }) {
      assertThat(server.get("casey", "/api/v1/ncci?" + wrong).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(server.get("fran", "/api/v1/ncci?codes=99213").statusCode()).isEqualTo(403);
  }
}

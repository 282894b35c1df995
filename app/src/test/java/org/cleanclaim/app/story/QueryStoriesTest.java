package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.CodingPractice.NOTE;
import static org.cleanclaim.app.story.CodingPractice.codes;
import static org.cleanclaim.app.story.CodingPractice.suggested;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.codingquery.QueryDesk;
import org.cleanclaim.app.practice.Practice;
import org.cleanclaim.pricing.estimate.BusinessDays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a provider is asked about a chart, and what the answer changes.
class QueryStoriesTest {
  /// A query about a code of the chart as the program begins it, sent.
  private static String ask(CodingPractice practice, String chart, String code) {
    String id = write(practice, chart, code);
    practice.post("cole", "/queries/" + id + "/send", "").is(200);
    return id;
  }

  private static String write(CodingPractice practice, String chart, String code) {
    JsonNode begun =
        practice.get("cole", chart + "/queries/draft?system=ICD10CM&code=" + code).is(200).json();
    JsonNode indicator = begun.get("indicators").get(0);
    var written =
        practice
            .post(
                "cole",
                chart + "/queries",
                """
                {"kind": "OPEN", "subject": "Clarification", "question": "What is your clinical judgment of it?",
                 "options": [], "indicators": [{"document": %s, "start": %d, "end": %d}],
                 "system": "ICD10CM", "code": "%s"}
                """
                    .formatted(
                        indicator.get("documentId").asString(),
                        indicator.get("start").asInt(),
                        indicator.get("end").asInt(),
                        code))
            .is(200)
            .json();
    assertThat(written.get("findings").size()).isZero();
    return written.get("query").get("publicId").asString();
  }

  @Test
  void anAnswerChangesTheCodeAndTheAuditAgrees() {
    var practice = new CodingPractice("ans", "1992999825");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.charge(chart, "99214", "1310.00");

    // The next thing to do is this chart.
    var next = practice.get("cole", "/charts/next").is(200).json().get("chart");
    assertThat(chart).endsWith(next.get("encounterId").asString());
    assertThat(suggested(practice.get("cole", chart))).contains("I509", "E785");
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    practice.change("cole", chart, "ACCEPT", "E785", "").is(200);
    String query = ask(practice, chart, "I509");

    // Its clock runs and the chart cannot be final.
    var clock = practice.get("cole", "/deadlines?q=S-1").is(200).json().get(0);
    assertThat(clock.get("dueOn").asString())
        .isEqualTo(BusinessDays.after(CodingPractice.today(), 3).toString());
    assertThat(clock.get("owner").asString()).contains("Panel");
    var stopped = practice.post("cole", chart + "/finalize", "").is(200).json();
    assertThat(stopped.get("isFinal").asBoolean()).isFalse();
    assertThat(stopped.get("findings").toString()).contains("QUERY-OPEN");
    assertThat(practice.post("cora", "/queries/mine/" + query + "/answer", "{}").status())
        .isEqualTo(403);

    var mine = practice.get("pia", "/queries/mine").is(200).json().get(0);
    assertThat(mine.get("publicId").asString()).isEqualTo(query);
    assertThat(mine.get("patient").asString()).isNotBlank();
    assertThat(mine.get("visitNumber").asString()).isEqualTo("S-1");

    // The provider answers; the answer is a late entry that brings a closer code.
    practice
        .post(
            "pia",
            "/queries/mine/" + query + "/answer",
            "{\"text\": \"Chronic systolic heart failure.\"}")
        .is(200);
    var met = practice.get("cole", "/deadlines?span=STOPPED&q=S-1").is(200).json().get(0);
    assertThat(met.get("state").asString()).isEqualTo("MET");
    assertThat(practice.get("cole", chart + "/work").json().get("lateDocuments").size())
        .isEqualTo(1);
    assertThat(suggested(practice.get("cole", chart))).contains("I5022");
    practice.change("cole", chart, "PRINCIPAL", "I5022", "").is(200);
    assertThat(
            practice
                .post(
                    "cole",
                    "/queries/" + query + "/close",
                    "{\"outcome\": \"AGREED\", \"effect\": \"CODE_REMOVED\", \"text\": \"I50.9\"}")
                .status())
        .as("the code is still there")
        .isEqualTo(409);
    practice.change("cole", chart, "REMOVE", "I509", ", \"reason\": \"LESS_SPECIFIC\"").is(200);
    practice
        .post(
            "cole",
            "/queries/" + query + "/close",
            "{\"outcome\": \"AGREED\", \"effect\": \"CODE_CHANGED\", \"text\": \"I50.22 for"
                + " I50.9\"}")
        .is(200);
    practice.post("cole", chart + "/late-documents/seen", "").is(200);
    var signed = practice.post("cole", chart + "/finalize", "").is(200).json();
    assertThat(signed.get("isFinal").asBoolean()).as(signed.toString()).isTrue();
    assertThat(codes(practice.get("cole", chart))).containsExactly("I5022", "E785");
    assertThat(practice.get("aude", chart + "/packets/1").is(200).text())
        .contains("Chronic systolic heart failure", "a code was changed");

    audit(practice, chart);
  }

  /// The auditor codes it a second time, blind, and finds one code too many.
  private static void audit(CodingPractice practice, String chart) {
    String day = CodingPractice.today().toString();
    String plan =
        """
        {"name": "Cardiology", "from": "%s", "to": "%s", "perCoder": 1, "seed": 3}
        """
            .formatted(day, day);
    String audit = practice.post("moss", "/audits", plan).is(200).json().get("id").asString();
    var sampled = practice.get("aude", "/audits/" + audit + "/charts").is(200).json().get(0);
    assertThat(sampled.get("charge").asString()).isEqualTo("1310.00");
    assertThat(sampled.get("coder").asString()).isEqualTo(practice.name("cole"));
    assertThat(sampled.get("coded").isNull()).as("blind").isTrue();
    String address = "/audits/charts/" + sampled.get("id").asString();
    var compared =
        practice
            .post(
                "aude",
                address + "/coding",
                "{\"diagnoses\": [\"I50.22\"], \"procedures\": [\"99214\"]}")
            .is(200)
            .json();
    assertThat(compared.get("differences").size()).isEqualTo(1);
    assertThat(practice.get("cole", chart).json().get("status").asString())
        .isEqualTo("FINAL_CODED");
  }

  @Test
  void aChoiceIsCheckedSentAndAnswered() {
    var practice = new CodingPractice("cho", "1518000017");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    String document =
        practice
            .get("cole", chart)
            .json()
            .get("suggestions")
            .get(0)
            .get("evidence")
            .get(0)
            .get("documentId")
            .asString();
    int start = NOTE.indexOf("swelling");
    String query =
        """
        {"kind": "MULTIPLE_CHOICE", "subject": "Clarification", "question": "%s",
         "options": [%s], "indicators": [{"document": %s, "start": %d, "end": %d}]}
        """;
    String two =
        """
        {"text": "Acute", "supportedBy": [1]}, {"text": "Chronic", "supportedBy": [1]}\
        """;
    String ways =
        ", {\"text\": \"Other (please state)\"}, {\"text\": \"Unable to determine clinically\"}";
    var bad =
        practice
            .post(
                "cole",
                chart + "/queries",
                query.formatted(
                    "The payment needs this: isn't it acute?", two, document, start, start + 21))
            .is(200)
            .json();
    assertThat(bad.get("findings").toString())
        .contains(
            "QUERY-MONEY",
            "QUERY-LEADING",
            "QUERY-OPTION-OTHER-MISSING",
            "QUERY-OPTION-UNDETERMINED-MISSING");
    String id = bad.get("query").get("publicId").asString();
    var kept = practice.post("cole", "/queries/" + id + "/send", "").is(200).json();
    assertThat(kept.get("query").get("status").asString()).isEqualTo("DRAFT");
    assertThat(kept.get("findings").size()).isGreaterThanOrEqualTo(4);
    practice
        .put(
            "cole",
            "/queries/" + id,
            query.formatted(
                "Which of these, if any, describes it?", two + ways, document, start, start + 21))
        .is(200);
    practice
        .put(
            "moss",
            "/queries/settings/deadlines/OUTPATIENT",
            "{\"answerDays\": 1, \"escalateDays\": 1, \"escalateTo\": \"Dr. Advisor\"}")
        .is(204);
    practice.post("cole", "/queries/" + id + "/send", "").is(200);
    var sent = practice.get("cole", "/queries/" + id).is(200).json();
    assertThat(sent.toString()).contains("swelling of both legs");
    assertThat(practice.post("moss", "/queries/escalate", "").is(200).json().get("queries").asInt())
        .as("its day has not come")
        .isZero();
    practice
        .post("pia", "/queries/mine/" + id + "/answer", "{\"choice\": 2, \"text\": \"For years\"}")
        .is(200);
    practice
        .post(
            "cole",
            "/queries/" + id + "/close",
            "{\"outcome\": \"AGREED\", \"effect\": \"NONE\", \"text\": \"No code changes\"}")
        .is(200);
    var figures =
        practice
            .get(
                "moss",
                "/queries/figures?from=%s&to=%s"
                    .formatted(CodingPractice.today(), CodingPractice.today().plusDays(1)))
            .is(200)
            .text();
    assertThat(figures).contains("Panel");
  }

  /// A query as the program begins it, sent days ago by its coder.
  private static String askDaysAgo(CodingPractice practice, String chart, String code, int days) {
    String id = write(practice, chart, code);
    var then = CodingPractice.today().minusDays(days).atTime(9, 0).atZone(Practice.ZONE);
    Acting.as(
        new Actor(practice.organization.id(), practice.name("cole"), Set.of(Role.CODER), false),
        Clock.fixed(then.toInstant(), then.getZone()),
        () -> {
          assertThat(practice.server.bean(QueryDesk.class).send(UUID.fromString(id))).isEmpty();
          return id;
        });
    return id;
  }

  @Test
  void aQueryThatNobodyAnswersIsEscalatedAnsweredLateAndChangesTheCodes() {
    var practice = new CodingPractice("lat", "1845005556");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    String query = askDaysAgo(practice, chart, "I509", 30);
    assertThat(
            practice
                .get("cole", "/queries?state=OVERDUE")
                .is(200)
                .json()
                .get(0)
                .get("visitNumber")
                .asString())
        .isEqualTo("S-1");

    assertThat(practice.post("moss", "/queries/escalate", "").is(200).at("/queries"))
        .isEqualTo("1");
    assertThat(practice.post("moss", "/queries/escalate", "").is(200).at("/queries"))
        .as("once")
        .isEqualTo("0");
    assertThat(practice.get("cole", "/queries/" + query + "/notices").is(200).text())
        .contains("Physician advisor", practice.name("cole"));
    var clock = practice.get("cole", "/deadlines?q=S-1").is(200).json().get(0);
    assertThat(clock.get("owner").asString()).containsIgnoringCase("physician advisor");
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get("/coding").body()).contains("query with");
    }

    practice
        .post(
            "pia",
            "/queries/mine/" + query + "/answer",
            "{\"text\": \"Chronic systolic heart failure.\"}")
        .is(200);
    practice.change("cole", chart, "PRINCIPAL", "I5022", "").is(200);
    practice.change("cole", chart, "REMOVE", "I509", ", \"reason\": \"LESS_SPECIFIC\"").is(200);
    practice
        .post(
            "cole",
            "/queries/" + query + "/close",
            "{\"outcome\": \"NO_ANSWER\", \"effect\": \"NONE\"}")
        .is(409);
    practice
        .post(
            "cole",
            "/queries/" + query + "/close",
            "{\"outcome\": \"AGREED\", \"effect\": \"CODE_CHANGED\", \"text\": \"I50.22 for"
                + " I50.9\"}")
        .is(200);
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get("/queries/" + query).body())
          .contains("late</span>", "agreed, a code was changed", "I50.22 for I50.9");
    }
    assertThat(practice.post("cole", chart + "/finalize", "").is(200).text())
        .contains("LATE-DOCUMENT-UNSEEN");
    practice.post("cole", chart + "/late-documents/seen", "").is(200);
    assertThat(practice.post("cole", chart + "/finalize", "").is(200).at("/isFinal"))
        .isEqualTo("true");
  }

  @Test
  void aQueryThatIsTakenBackIsNotAskedAnyMore() {
    var practice = new CodingPractice("bck", "1845006661");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    String query = ask(practice, chart, "I509");
    practice.get("pia", "/queries/mine/" + query).is(200);
    practice.post("cole", "/queries/" + query + "/cancel", "{\"reason\": \"\"}").is(409);
    practice
        .post("cole", "/queries/" + query + "/cancel", "{\"reason\": \"The note says it\"}")
        .is(200);

    practice.get("pia", "/queries/mine/" + query).is(404);
    practice.post("pia", "/queries/mine/" + query + "/answer", "{\"text\": \"Yes\"}").is(404);
    assertThat(practice.get("cole", "/deadlines?span=STOPPED&q=S-1").json().get(0).toString())
        .contains("ENDED");
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get("/queries/" + query).body()).contains("Taken back", "The note says it");
    }
    assertThat(practice.post("cole", chart + "/finalize", "").is(200).at("/isFinal"))
        .isEqualTo("true");
  }

  @Test
  void aProviderWhoCannotTellLeavesTheCodesAsTheyAre() {
    var practice = new CodingPractice("und", "1845007776");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    int start = NOTE.indexOf("Heart failure");
    String document = practice.get("cole", chart).at("/suggestions/0/evidence/0/documentId");
    String id =
        practice
            .post(
                "cole",
                chart + "/queries",
                """
                {"kind": "MULTIPLE_CHOICE", "subject": "Clarification",
                 "question": "Which of these, if any, describes the heart failure?",
                 "options": [{"text": "Acute", "supportedBy": [1]}, {"text": "Chronic", "supportedBy": [1]},
                   {"text": "Other (please state)"}, {"text": "Unable to determine clinically"}],
                 "indicators": [{"document": %s, "start": %d, "end": %d}], "system": "ICD10CM", "code": "I509"}
                """
                    .formatted(document, start, start + "Heart failure".length()))
            .is(200)
            .at("/query/publicId");
    assertThat(practice.post("cole", "/queries/" + id + "/send", "").is(200).at("/query/status"))
        .isEqualTo("SENT");
    practice
        .post("pia", "/queries/mine/" + id + "/answer", "{\"choice\": 3, \"text\": \"\"}")
        .is(409);
    practice
        .post("pia", "/queries/mine/" + id + "/answer", "{\"choice\": 4, \"text\": \"\"}")
        .is(200);

    assertThat(practice.post("cole", chart + "/finalize", "").is(200).text())
        .contains("QUERY-NOT-CLOSED");
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get("/queries/" + id).body())
          .contains("Unable to determine clinically")
          .contains("<option value=\"UNDETERMINED\" selected>");
    }
    practice
        .post(
            "cole",
            "/queries/" + id + "/close",
            "{\"outcome\": \"UNDETERMINED\", \"effect\": \"CODE_CHANGED\", \"text\": \"I50.31\"}")
        .is(409);
    practice
        .post(
            "cole",
            "/queries/" + id + "/close",
            "{\"outcome\": \"UNDETERMINED\", \"effect\": \"NONE\"}")
        .is(200);
    practice.post("cole", chart + "/late-documents/seen", "").is(200);
    assertThat(practice.post("cole", chart + "/finalize", "").is(200).at("/isFinal"))
        .isEqualTo("true");
    assertThat(codes(practice.get("cole", chart))).containsExactly("I509");
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.story.CodingPractice.Said;
import org.cleanclaim.pricing.estimate.BusinessDays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of a chart over the API: queue, suggestions, query, answer, another code, signature,
/// audit; second reviews; waiting; two coders; late documents.
class CodingStoriesTest {
  private static final String NOTE =
      """
      CARDIOLOGY CLINIC NOTE
      70-year-old man with swelling of both legs. No fever.
      Assessment: Heart failure. Hyperlipidemia.
      Plan: furosemide, statin continued.
      """;

  private static List<String> codes(Said chart) {
    var codes = new ArrayList<String>();
    for (JsonNode code : chart.json().get("codes")) codes.add(code.get("code").asString());
    return codes;
  }

  private static List<String> suggested(Said chart) {
    var codes = new ArrayList<String>();
    for (JsonNode each : chart.json().get("suggestions")) codes.add(each.get("code").asString());
    return codes;
  }

  /// A query about a code of the chart as the program begins it, sent.
  private static String ask(CodingPractice practice, String chart, String code) {
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
    String id = written.get("query").get("publicId").asString();
    practice.post("cole", "/queries/" + id + "/send", "").is(200);
    return id;
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
  void aDearChartIsReviewedBeforeItIsFinal() {
    var practice = new CodingPractice("rev", "1487000006");
    practice.put("moss", "/coding/review-rules/HIGH_CHARGE", "{\"threshold\": 1000}").is(200);
    String dear = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.charge(dear, "99214", "1310.00");
    String cheap = practice.visit("S-2", "OUTPATIENT", NOTE);
    practice.charge(cheap, "99214", "131.00");
    for (String chart : List.of(dear, cheap)) {
      practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    }

    assertThat(
            practice
                .post("cole", cheap + "/finalize", "")
                .is(200)
                .json()
                .get("isFinal")
                .asBoolean())
        .isTrue();
    var held = practice.post("cole", dear + "/finalize", "").is(200).json();
    assertThat(held.get("isFinal").asBoolean()).isFalse();
    assertThat(held.get("secondReview").asString()).contains("1000.00");
    assertThat(practice.get("cole", dear).json().get("status").asString()).isEqualTo("PENDING");
    var review = practice.get("moss", "/coding/reviews").is(200).json().get(0);
    String address = "/coding/reviews/" + review.get("publicId").asString();
    assertThat(practice.post("cole", address, "{\"decision\": \"APPROVED\"}").status())
        .isEqualTo(403);
    assertThat(practice.post("moss", address, "{\"decision\": \"RETURNED\"}").status())
        .as("nothing said")
        .isEqualTo(409);
    practice
        .post("moss", address, "{\"decision\": \"RETURNED\", \"note\": \"Look at the lipids\"}")
        .is(200);
    assertThat(practice.get("cole", dear).json().get("status").asString()).isEqualTo("IN_PROGRESS");

    practice.change("cole", dear, "ACCEPT", "E785", "").is(200);
    practice.post("cole", dear + "/finalize", "").is(200);
    var again = practice.get("moss", "/coding/reviews").is(200).json().get(0);
    practice
        .post(
            "moss",
            "/coding/reviews/" + again.get("publicId").asString(),
            "{\"decision\": \"APPROVED\"}")
        .is(200);
    assertThat(practice.get("cole", dear).json().get("status").asString()).isEqualTo("FINAL_CODED");
    assertThat(practice.get("cole", dear).json().get("coder").asString())
        .isEqualTo(practice.name("cole"));
  }

  @Test
  void aRandomShareAndStaysOnOneDiagnosisAreReviewed() {
    var practice = new CodingPractice("rnd", "1588000004");
    practice.put("moss", "/coding/review-rules/RANDOM_SHARE", "{\"threshold\": 100}").is(200);
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    assertThat(practice.post("cole", chart + "/finalize", "").json().get("secondReview").isNull())
        .isFalse();

    practice.delete("moss", "/coding/review-rules/RANDOM_SHARE").is(200);
    practice.put("moss", "/coding/review-rules/SINGLE_CC_MCC", "{}").is(200);
    String stay = practice.visit("S-2", "INPATIENT", NOTE);
    practice.change("cole", stay, "ACCEPT", "E785", "").is(200);
    var computed = practice.get("cole", stay + "/computed").is(200).text();
    assertThat(computed).contains("outcome").doesNotContain("amount");
  }

  @Test
  void aChartWaitsIsPassedOverAndComesBack() {
    var practice = new CodingPractice("wai", "1689000002");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice
        .post(
            "cole",
            chart + "/pending",
            "{\"reason\": \"OTHER\", \"note\": \"The pathology report\"}")
        .is(200);
    assertThat(practice.get("cole", "/charts/next").json().get("chart").isNull()).isTrue();
    var waiting = practice.get("moss", "/coding/pending").is(200).json().get(0);
    assertThat(waiting.get("visitNumber").asString()).isEqualTo("S-1");
    assertThat(practice.post("cole", chart + "/finalize", "").status()).isEqualTo(409);
    practice
        .post(
            "cole",
            chart + "/pending/" + waiting.get("publicId").asString() + "/resolve",
            "{\"outcome\": \"It came\"}")
        .is(200);
    assertThat(
            practice.get("cole", "/charts/next").json().get("chart").get("visitNumber").asString())
        .isEqualTo("S-1");
  }

  @Test
  void twoCodersAreKeptApartAndALateDocumentReopensAFinalChart() {
    var practice = new CodingPractice("two", "1730000001");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    var refused = practice.change("cora", chart, "ACCEPT", "E785", "").is(409);
    assertThat(refused.text()).contains(practice.name("cole"));
    assertThat(
            practice
                .post(
                    "moss",
                    chart + "/hand-over",
                    "{\"to\": \"\", \"reason\": \"Cole is away today\"}")
                .status())
        .isEqualTo(200);
    practice.change("cora", chart, "ACCEPT", "E785", "").is(200);
    practice.post("cora", chart + "/finalize", "").is(200);

    practice.document(chart, "Addendum", "Addendum. Assessment: Type 2 diabetes mellitus.");
    var reopened = practice.get("cora", chart).is(200).json();
    assertThat(reopened.get("status").asString()).isEqualTo("REOPENED");
    assertThat(suggested(practice.get("cora", chart))).contains("E119");
    var late = practice.get("cora", chart + "/work").json().get("lateDocuments").get(0);
    assertThat(late.get("newCodes").toString()).contains("E119");
    practice.change("cora", chart, "ACCEPT", "E119", "").is(200);
    practice.post("cora", chart + "/late-documents/seen", "").is(200);
    practice.post("cora", chart + "/finalize", "").is(200);
    assertThat(practice.get("aude", chart + "/packets").json().size()).isEqualTo(2);
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.CodingPractice.NOTE;
import static org.cleanclaim.app.story.CodingPractice.suggested;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of a chart over the API: waiting, two coders, late documents, evidence.
class CodingStoriesTest {
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

  @Test
  void everyFinalCodeHasWordsOrAReasonAndTheNextChartLoads() {
    var practice = new CodingPractice("rsn", "1316000011");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.visit("S-2", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ADD", "I10", "").is(409);
    practice.change("cole", chart, "ADD", "I10", ", \"reason\": \"OTHER_SOURCE\"").is(200);
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
    practice
        .change(
            "cole",
            chart,
            "ADD",
            "R600",
            ", \"place\": {\"documentId\": %s, \"start\": %d, \"end\": %d}"
                .formatted(document, start, start + "swelling of both legs".length()))
        .is(200);
    for (JsonNode code : practice.get("cole", chart).json().get("codes")) {
      boolean hasWords = code.get("evidence").size() > 0;
      assertThat(hasWords || !code.get("reason").isNull()).as(code.toString()).isTrue();
    }
    practice.post("cole", chart + "/finalize", "").is(200);
    assertThat(practice.get("aude", chart + "/packets/1").is(200).text())
        .contains("swelling of both legs", "Supported by a document that is not in the system");
    assertThat(
            practice.get("cole", "/charts/next").json().get("chart").get("visitNumber").asString())
        .isEqualTo("S-2");
    practice.post("cole", chart + "/reopen", "{}").is(400);
    practice.post("cole", chart + "/reopen", "{\"reason\": \"A code is missing\"}").is(204);
    assertThat(practice.get("cole", chart).json().get("status").asString()).isEqualTo("REOPENED");
  }
}

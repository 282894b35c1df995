package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.CodingPractice.NOTE;
import static org.cleanclaim.app.story.CodingPractice.suggested;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The way of a chart over the API: waiting, two coders, late documents, evidence.
class CodingStoriesTest {
  private static List<String> levels(ApiAnswer chart) {
    return chart
        .json()
        .get("services")
        .valueStream()
        .filter(s -> s.get("kind").asString().equals("VISIT_LEVEL"))
        .map(s -> s.get("code").asString())
        .toList();
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

  @Test
  void codesThatAreMadeFinalSeveralTimesAtOnceAreSignedOnce() throws Exception {
    var practice = new CodingPractice("onc", "1205000015");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    practice.change("cole", chart, "ACCEPT", "E785", "").is(200);

    List<Future<Integer>> asked = new ArrayList<>();
    try (var three = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 3; i++) {
        asked.add(three.submit(() -> practice.post("cole", chart + "/finalize", "").status()));
      }
    }

    List<Integer> statuses = new ArrayList<>();
    for (var each : asked) statuses.add(each.get());
    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
    assertThat(practice.get("aude", chart + "/packets").json().size()).isEqualTo(1);
  }

  @Test
  void codersWhoAskAtTheSameMomentAreGivenTwoCharts() throws Exception {
    var practice = new CodingPractice("nxt", "1835000443");
    for (int i = 1; i <= 6; i++) practice.visit("S-" + i, "OUTPATIENT", NOTE);
    List<String> given = new ArrayList<>();
    try (var two = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 3; round++) {
        List<Future<String>> asked = new ArrayList<>();
        for (String coder : List.of("cole", "cora")) {
          asked.add(
              two.submit(() -> {
                var chart = practice.get(coder, "/charts/next").is(200).json().get("chart");
                return chart.get("encounterId").asString();
              }));
        }
        List<String> both = List.of(asked.get(0).get(), asked.get(1).get());
        assertThat(both.get(0)).isNotEqualTo(both.get(1));
        given.addAll(both);
        for (int i = 0; i < 2; i++) {
          String coder = i == 0 ? "cole" : "cora";
          String chart = "/charts/" + both.get(i);
          assertThat(practice.get(coder, chart + "/work").is(200).json().toString())
              .contains(practice.name(coder));
          practice.change(coder, chart, "ACCEPT", "I509", "").is(200);
          practice.change(coder, chart, "ACCEPT", "E785", "").is(200);
          practice.post(coder, chart + "/finalize", "").is(200);
        }
      }
    }
    assertThat(given).doesNotHaveDuplicates().hasSize(6);
    assertThat(practice.get("cole", "/charts/next").is(200).json().get("chart").isNull()).isTrue();
  }

  @Test
  void anAddendumIsNoVisitOfItsOwn() {
    var practice = new CodingPractice("lvl", "1835000666");
    String chart =
        practice.visit(
            "S-1",
            "OUTPATIENT",
            """
            Established patient, follow-up visit.
            HPI: Low back pain for three days after lifting.
            Assessment: Low back pain. Hyperlipidemia, stable.
            Plan: Ketorolac 60 mg IM given today. Continue atorvastatin.
            """);
    List<String> levels = levels(practice.get("cole", chart));
    assertThat(levels).hasSize(1);
    practice.document(
        chart, "Addendum", "Established patient, follow-up visit.\nAssessment: Acute cystitis.\n");
    assertThat(suggested(practice.get("cole", chart))).contains("N3000");
    assertThat(levels(practice.get("cole", chart))).isEqualTo(levels);
  }

  @Test
  void theReportOnSuggestionsCountsServicesLikeDiagnoses() {
    var practice = new CodingPractice("noi", "1835000559");
    practice.visit(
        "S-1", "OUTPATIENT", "Assessment: Low back pain.\nPlan: Ketorolac 30 mg IM given.\n");
    var noise = practice.get("moss", "/audits/noise").is(200).json();
    for (String code : List.of("M5450", "J1885")) {
      var row = noise.valueStream().filter(n -> n.get("code").asString().equals(code)).findFirst();
      assertThat(row).as(code).isPresent();
      assertThat(row.get().get("offered").asInt()).isEqualTo(1);
      assertThat(row.get().get("accepted").asInt() + row.get().get("rejected").asInt()).isZero();
    }
  }

  @Test
  void aWholeProcedureSettlesTheSuggestionOfItsBeginningUntilItIsTakenOut() {
    var practice = new CodingPractice("pcs", "1845002223");
    String chart =
        practice.visit(
            "S-1",
            "INPATIENT",
            "DISCHARGE SUMMARY\nProcedure: Stent of the left anterior descending artery.\n");
    practice.suggestProcedure(chart, "02703");
    practice.suggestProcedure(chart, "0210");
    assertThat(decisions(practice.get("cole", chart)))
        .containsEntry("02703", "null")
        .containsEntry("0210", "null");
    practice.change("cole", chart, "ACCEPT", "ICD10PCS", "02703", "").is(409);

    practice
        .change("cole", chart, "ADD", "ICD10PCS", "027034Z", ", \"reason\": \"OTHER_SOURCE\"")
        .is(200);
    assertThat(decisions(practice.get("cole", chart)))
        .containsEntry("02703", "ACCEPTED")
        .as("another procedure")
        .containsEntry("0210", "null");
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get(chart).body()).contains("Completed as 027034Z");
    }

    practice
        .change("cole", chart, "REMOVE", "ICD10PCS", "027034Z", ", \"reason\": \"NOT_SUPPORTED\"")
        .is(200);
    assertThat(decisions(practice.get("cole", chart))).containsEntry("02703", "null");
  }

  @Test
  void whatTheChartHasIsNoNewSuggestionOfALateDocument() {
    var practice = new CodingPractice("set", "1845003338");
    String chart = practice.visit("S-1", "OUTPATIENT", NOTE);
    practice.change("cole", chart, "ADD", "E119", ", \"reason\": \"OTHER_SOURCE\"").is(200);
    practice.document(
        chart, "Addendum", "Addendum. Assessment: Type 2 diabetes mellitus. Acute cystitis.");

    assertThat(decisions(practice.get("cole", chart)))
        .containsEntry("E119", "ACCEPTED")
        .containsEntry("N3000", "null");
    var late = practice.get("cole", chart + "/work").json().get("lateDocuments").get(0);
    assertThat(late.get("newCodes").toString()).contains("N3000").doesNotContain("E119");
  }

  @Test
  void aChartSaysWhichTablesItsCodingWouldNeed() {
    var practice = new CodingPractice("tab", "1845004443");
    String stay = practice.visit("S-1", "INPATIENT", NOTE);
    String visit = practice.visit("S-2", "OUTPATIENT", NOTE);
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get(stay).body())
          .contains("The Tables and the Index of ICD-10-PCS are not installed")
          .contains("cleanclaim codes install --official icd10pcs");
      assertThat(cole.get(visit).body())
          .contains("HCPCS Level II is the small built-in selection")
          .doesNotContain("ICD-10-PCS");
    }
    practice.change("cole", visit, "ACCEPT", "I509", "").is(200);
    var signed = practice.post("cole", visit + "/finalize", "").is(200);
    assertThat(signed.at("/isFinal")).as("it stops nothing").isEqualTo("true");
  }

  private static Map<String, String> decisions(ApiAnswer chart) {
    return chart
        .json()
        .get("suggestions")
        .valueStream()
        .collect(
            Collectors.toMap(
                s -> s.get("code").asString(),
                s -> s.get("decision").toString().replace("\"", "")));
  }
}

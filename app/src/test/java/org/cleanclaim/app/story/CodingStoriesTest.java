package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

  private static List<String> levels(Said chart) {
    return chart
        .json()
        .get("services")
        .valueStream()
        .filter(s -> s.get("kind").asString().equals("VISIT_LEVEL"))
        .map(s -> s.get("code").asString())
        .toList();
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
    try (var cole = practice.visitor("cole")) {
      assertThat(cole.get(dear).body()).contains("gave it back: <b>Look at the lipids</b>");
    }

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
    assertThat(practice.get("aude", dear + "/packets").is(200).text())
        .as("signed as the coder's")
        .contains(practice.name("cole"))
        .doesNotContain(practice.name("moss"));
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

  @Test
  void whatWasGivenAndTheLevelOfTheVisitBecomeCharges() {
    var practice = new CodingPractice("svc", "1114000015");
    practice.prices(Map.of("J1885", "12.50", "99213", "140.00", "99214", "190.00"));
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
    practice.charge(chart, "99212", "95.00");
    practice.prices(
        Map.of("J1885", "12.50", "99212", "95.00", "99213", "140.00", "99214", "190.00"));
    JsonNode level = null;
    JsonNode drug = null;
    for (JsonNode each : practice.get("cole", chart).json().get("services")) {
      if (each.get("kind").asString().equals("VISIT_LEVEL")) level = each;
      else drug = each;
    }
    assertThat(drug).isNotNull();
    assertThat(drug.get("code").asString()).isEqualTo("J1885");
    assertThat(drug.get("units").asInt()).as("60 mg by 15 mg a unit").isEqualTo(4);
    assertThat(drug.get("evidence").toString()).contains("etorolac 60 mg");
    assertThat(level).isNotNull();
    String code = level.get("code").asString();
    assertThat(code).isIn("99213", "99214");
    assertThat(level.get("evidence").size()).isPositive();

    practice.change("cole", chart, "ACCEPT", "M5450", "").is(200);
    practice.change("cole", chart, "ACCEPT", "HCPCS", "J1885", "").is(200);
    practice.change("cole", chart, "ACCEPT", "CPT", code, "").is(200);
    practice.change("cole", chart, "UP", "CPT", code, "").is(409);
    var done = practice.post("cole", chart + "/finalize", "").is(200).json();
    assertThat(done.get("isFinal").asBoolean()).as(done.toString()).isTrue();
    assertThat(done.get("findings").toString()).contains("SERVICE-LEVEL-DIFFERS");

    var charges = practice.get("cole", chart + "/charges").is(200).json();
    assertThat(charges.size()).isEqualTo(2);
    assertThat(charges.get(0).get("procedure").asString()).isEqualTo(code);
    assertThat(charges.get(0).get("amount").asString())
        .isEqualTo(code.equals("99213") ? "140.00" : "190.00");
    assertThat(charges.get(1).get("procedure").asString()).isEqualTo("J1885");
    assertThat(charges.get(1).get("units").asString()).isEqualTo("4");
    assertThat(charges.get(1).get("amount").asString()).isEqualTo("50.00");
    assertThat(charges.get(1).get("diagnoses").get(0).asString()).isEqualTo("M5450");
    assertThat(practice.get("aude", chart + "/packets/1").is(200).json().get("services").size())
        .isEqualTo(2);
  }

  @Test
  void aRejectedServiceIsNoChargeAndTheReasonStands() {
    var practice = new CodingPractice("svr", "1215000013");
    practice.prices(Map.of("J1885", "12.50"));
    String chart =
        practice.visit(
            "S-1", "OUTPATIENT", "Assessment: Low back pain.\nPlan: Ketorolac 30 mg IM given.\n");
    practice.change("cole", chart, "ACCEPT", "M5450", "").is(200);
    practice.change("cole", chart, "ACCEPT", "HCPCS", "J1885", "").is(200);
    practice.change("cole", chart, "REMOVE", "HCPCS", "J1885", ", \"reason\": \"COPIED\"").is(200);
    practice.post("cole", chart + "/finalize", "").is(200);
    assertThat(practice.get("cole", chart + "/charges").is(200).json().size()).isZero();
    assertThat(practice.get("aude", chart + "/packets/1").is(200).text())
        .contains("Copied from an earlier note");
    var noise = practice.get("moss", "/audits/noise").is(200).json();
    var drug =
        noise.valueStream().filter(n -> n.get("code").asString().equals("J1885")).findFirst();
    assertThat(drug).isPresent();
    assertThat(drug.get().get("rejected").asInt()).isEqualTo(1);
    assertThat(drug.get().get("reasons").toString()).contains("Copied");
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
  void aStayOnOneMajorConditionIsReviewedAndAuditedToTheEnd() {
    var practice = new CodingPractice("mcc", "1417000019");
    practice.put("moss", "/coding/review-rules/SINGLE_CC_MCC", "{}").is(200);
    String chart =
        practice.visit(
            "S-1",
            "INPATIENT",
            LocalDate.of(2026, 3, 10),
            """
            DISCHARGE SUMMARY
            Discharge diagnoses: NSTEMI. Acute systolic heart failure. Type 2 diabetes mellitus.
            """);
    for (String code : List.of("I214", "I5021", "E119")) {
      if (practice.change("cole", chart, "ACCEPT", code, "").status() != 200) {
        practice.change("cole", chart, "ADD", code, ", \"reason\": \"OTHER_SOURCE\"").is(200);
      }
      practice
          .put("cole", chart + "/codes/" + code + "/admission", "{\"indicator\": \"Y\"}")
          .is(204);
    }
    practice.change("cole", chart, "PRINCIPAL", "I214", "").is(200);
    practice.put("cole", chart + "/codes/I214/admission", "{\"indicator\": \"Q\"}").is(409);
    practice.charge(chart, "99223", "410.00");
    assertThat(practice.get("cole", chart + "/computed").is(200).text()).contains("280");
    var held = practice.post("cole", chart + "/finalize", "").is(200).json();
    assertThat(held.get("secondReview").asString()).contains("rests on one MCC, I5021");
    var review = practice.get("moss", "/coding/reviews").is(200).json().get(0);
    practice
        .post(
            "moss",
            "/coding/reviews/" + review.get("publicId").asString(),
            "{\"decision\": \"APPROVED\"}")
        .is(200);
    assertThat(practice.get("cole", chart).json().get("status").asString())
        .isEqualTo("FINAL_CODED");

    auditToTheEnd(practice);
  }

  /// A targeted sample, coded again by the auditor; the coder accepts one finding and wins another;
  /// what is left counts.
  private static void auditToTheEnd(CodingPractice practice) {
    String day = CodingPractice.today().toString();
    String audit =
        practice
            .post(
                "moss",
                "/audits",
                """
                {"name": "Stays", "from": "%s", "to": "%s", "perCoder": 5, "seed": 7,
                 "criteria": {"code": "I21", "setting": "INPATIENT"}}
                """
                    .formatted(day, day))
            .is(200)
            .json()
            .get("id")
            .asString();
    var sampled = practice.get("aude", "/audits/" + audit + "/charts").is(200).json().get(0);
    String address = "/audits/charts/" + sampled.get("id").asString();
    var compared =
        practice
            .post(
                "aude",
                address + "/coding",
                "{\"diagnoses\": [\"I21.4 Y\", \"I50.21 N\"], \"procedures\": [\"99223\"]}")
            .is(200)
            .json();
    assertThat(compared.get("status").asString()).isEqualTo("COMPARED");
    assertThat(compared.get("accuracy").get("PRINCIPAL").get("percent").asString())
        .isEqualTo("100.0");
    assertThat(compared.get("accuracy").get("POA").get("wrong").asInt()).isEqualTo(1);
    assertThat(compared.get("accuracy").get("SECONDARY").get("wrong").asInt()).isEqualTo(1);
    practice.post("aude", address + "/release", "").is(409);
    String overturned = "";
    for (JsonNode difference : compared.get("differences")) {
      String one = address + "/differences/" + difference.get("publicId").asString();
      boolean isAdmission = difference.get("mark").get("element").asString().equals("POA");
      practice
          .put(
              "aude",
              one + "/reason",
              "{\"reason\": \"Not in the summary\", \"topic\": \"%s\"}"
                  .formatted(isAdmission ? "ADMISSION_INDICATOR" : "UNSUPPORTED"))
          .is(200);
      if (isAdmission) overturned = one;
    }
    practice.get("cole", address).is(409);
    practice.post("aude", address + "/release", "").is(200);
    assertThat(practice.get("cole", "/audits/findings").is(200).json().size()).isEqualTo(1);
    for (JsonNode difference : compared.get("differences")) {
      String one = address + "/differences/" + difference.get("publicId").asString();
      String answer =
          one.equals(overturned)
              ? "{\"answer\": \"REBUTTED\", \"text\": \"Came with it\", \"reference\": \"Summary,"
                  + " line 2\"}"
              : "{\"answer\": \"ACCEPTED\"}";
      practice.post("cole", one + "/answer", answer).is(200);
    }
    assertThat(practice.get("aude", address).json().get("status").asString())
        .isEqualTo("TO_DECIDE");
    practice
        .post(
            "cole", overturned + "/decision", "{\"decision\": \"OVERTURNED\", \"text\": \"mine\"}")
        .is(403);
    var closed =
        practice
            .post(
                "aude",
                overturned + "/decision",
                "{\"decision\": \"OVERTURNED\", \"text\": \"The summary says so\"}")
            .is(200)
            .json();
    assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
    assertThat(closed.get("accuracy").get("POA").get("wrong").asInt()).isZero();

    for (String user : List.of("cole", "moss")) {
      var accuracy =
          practice.get(user, "/audits/accuracy?person=" + practice.name("cole")).is(200).json();
      assertThat(accuracy.get("formula").asString()).contains("agreed");
      assertThat(accuracy.get("all").get("denominator").asInt())
          .isEqualTo(accuracy.get("all").get("numerator").asInt() + 1);
      assertThat(accuracy.get("topics").toString()).contains("UNSUPPORTED");
    }
    practice.get("cora", "/audits/accuracy?person=" + practice.name("cole")).is(403);
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
}

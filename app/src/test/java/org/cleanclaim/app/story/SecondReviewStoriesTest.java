package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.CodingPractice.NOTE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Charts that somebody else looks at before they are final.
class SecondReviewStoriesTest {
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
}

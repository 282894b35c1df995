package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What was done at a visit becomes its charges when the chart is final.
class ServiceChargeStoriesTest {
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
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A visit and its documents brought in over the API, as a scheduling system and a medical record
/// do, up to the signed codes and the document that comes after them.
class VisitStoriesTest {
  private static final String NOTE =
      """
      Established patient with swelling of both legs.
      Assessment: Heart failure. Hyperlipidemia.
      """;

  private static String visit(String number, String patient) {
    return """
    {"visitNumber": "%s", "patient": "%s", "servedOn": "%s", "setting": "OUTPATIENT",
     "specialty": "Cardiology", "placeOfService": "11",
     "provider": {"lastName": "Panel", "firstName": "Pia", "npi": "%s", "taxonomy": "207RC0000X"}}
    """
        .formatted(number, patient, CodingPractice.today(), CodingPractice.NPI);
  }

  private static String document(String name, String text) {
    return "{\"name\": \"%s\", \"text\": \"%s\"}".formatted(name, text.replace("\n", "\\n"));
  }

  private static ApiAnswer register(CodingPractice practice, String last) {
    return practice.post(
        "moss", "/patients", FrontDesk.person(last, "Vera", "1960-05-06", "Elm 4"));
  }

  @Test
  void aVisitComesWithItsNoteAndALaterDocumentOpensItAgain() {
    var practice = new CodingPractice("vis", "1456789019");
    String patient = register(practice, "Visser").is(201).json().get("id").asString();
    String id =
        practice
            .post("moss", "/encounters", visit("V-1", patient))
            .is(201)
            .json()
            .get("id")
            .asString();
    assertThat(
            practice
                .post("moss", "/encounters", visit("V-1", patient))
                .is(201)
                .json()
                .get("id")
                .asString())
        .as("sent again")
        .isEqualTo(id);
    String documents = "/encounters/" + id + "/documents";
    for (int time = 0; time < 2; time++) {
      var filed = practice.post("moss", documents, document("Visit note", NOTE)).is(201);
      assertThat(filed.json().get("documents").asInt()).isEqualTo(1);
    }

    String chart = "/charts/" + id;
    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    practice.change("cole", chart, "ACCEPT", "E785", "").is(200);
    assertThat(
            practice
                .post("cole", chart + "/finalize", "")
                .is(200)
                .json()
                .get("isFinal")
                .asBoolean())
        .isTrue();
    practice
        .post("cole", documents, document("Addendum", "Type 2 diabetes mellitus, on metformin."))
        .is(201);
    var reopened = practice.get("cole", chart).is(200);
    assertThat(reopened.json().get("status").asString()).isEqualTo("REOPENED");
    assertThat(reopened.text()).contains("E119");
  }

  @Test
  void whatCannotBeAVisitOrADocumentIsRefusedInASentence() {
    var practice = new CodingPractice("vbd", "1123456786");
    String patient = register(practice, "Vance").is(201).json().get("id").asString();
    String other = register(practice, "Vogel").is(201).json().get("id").asString();
    String id =
        practice
            .post("moss", "/encounters", visit("V-1", patient))
            .is(201)
            .json()
            .get("id")
            .asString();

    assertThat(practice.post("moss", "/encounters", visit("V-1", other)).is(409).text())
        .contains("V-1 is registered already");
    assertThat(
            practice
                .post("moss", "/encounters", visit("V-2", UUID.randomUUID().toString()))
                .is(400)
                .text())
        .contains("Register the patient first");
    String wrong = visit("V-2", patient).replace(CodingPractice.NPI, "1234567890");
    assertThat(practice.post("moss", "/encounters", wrong).is(400).text())
        .contains("npi: An NPI has ten digits");
    practice.post("cole", "/encounters", visit("V-2", patient)).is(403);
    String documents = "/encounters/" + id + "/documents";
    assertThat(practice.post("moss", documents, document("Scan", "a\\u0000b")).is(400).text())
        .contains("bytes that no text has");
    practice.post("moss", documents, document("Scan", "  ")).is(400);
    practice.post("aude", documents, document("Scan", "Cough.")).is(403);
  }

  private static String clinicalDocument(String born, String servedOn) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <ClinicalDocument xmlns="urn:hl7-org:v3">
      <recordTarget><patientRole><patient><administrativeGenderCode code="F"/><birthTime value="%s"/>
      </patient></patientRole></recordTarget>
      <componentOf><encompassingEncounter><effectiveTime><low value="%s"/></effectiveTime>
      </encompassingEncounter></componentOf>
      <component><structuredBody>
        <component><section><code code="51848-0"/><title>Assessment</title>
          <text><list><item>Heart failure</item><item>Hyperlipidemia</item></list></text></section></component>
      </structuredBody></component>
    </ClinicalDocument>
    """
        .formatted(born, servedOn);
  }

  private static String json(String name, String text) {
    return JsonMapper.shared().writeValueAsString(Map.of("name", name, "text", text));
  }

  @Test
  void clinicalDocumentsAndFhirGoTheWayOfEveryDocument() {
    var practice = new CodingPractice("vcd", "1835000112");
    String patient = register(practice, "Vidal").is(201).json().get("id").asString();
    String id =
        practice
            .post("moss", "/encounters", visit("V-1", patient))
            .is(201)
            .json()
            .get("id")
            .asString();
    String documents = "/encounters/" + id + "/documents";
    String today = CodingPractice.today().toString().replace("-", "");

    var ofSomebodyElse = json("Note", clinicalDocument("19600102", today));
    assertThat(practice.post("moss", documents, ofSomebodyElse).is(400).text())
        .contains("born on 1960-01-02", "1960-05-06");
    var filed =
        practice
            .post("moss", documents, json("Note", clinicalDocument("19600506", "20200312")))
            .is(201)
            .json();
    assertThat(filed.get("format").asString()).isEqualTo("CDA");
    assertThat(filed.get("remarks").toString()).contains("2020-03-12");

    // Evidence points into the text that was taken out, which the coder reads.
    String chart = "/charts/" + id;
    var evidence =
        practice
            .get("cole", chart)
            .is(200)
            .json()
            .get("suggestions")
            .valueStream()
            .filter(s -> s.get("code").asString().equals("I509"))
            .findFirst()
            .orElseThrow()
            .get("evidence")
            .get(0);
    String text = practice.documentText(chart);
    assertThat(text).doesNotContain("<");
    assertThat(text.substring(evidence.get("start").asInt(), evidence.get("end").asInt()))
        .isEqualTo("Heart failure");

    practice.change("cole", chart, "ACCEPT", "I509", "").is(200);
    practice.change("cole", chart, "ACCEPT", "E785", "").is(200);
    practice.post("cole", chart + "/finalize", "").is(200);
    String addendum =
        """
        {"resourceType": "Bundle", "entry": [
          {"resource": {"resourceType": "Patient", "birthDate": "1960-05-06"}},
          {"resource": {"resourceType": "Composition", "section": [{"title": "Assessment",
            "text": {"div": "<div><ul><li>Type 2 diabetes mellitus</li></ul></div>"}}]}}]}
        """;
    assertThat(
            practice
                .post("moss", documents, json("Addendum", addendum))
                .is(201)
                .json()
                .get("format")
                .asString())
        .isEqualTo("FHIR");
    var reopened = practice.get("cole", chart).is(200);
    assertThat(reopened.json().get("status").asString()).isEqualTo("REOPENED");
    assertThat(reopened.text()).contains("E119");
    var late = practice.get("cole", chart + "/work").is(200).json().get("lateDocuments");
    assertThat(late.toString()).contains("Addendum", "E119");
    assertThat(practice.get("aude", chart + "/packets/1").is(200).text()).contains("Heart failure");
  }

  @Test
  void nothingIsGuessedFromWhatCannotBeCoded() {
    var practice = new CodingPractice("vng", "1835000229");
    String spanish =
        practice.visit(
            "S-1",
            "OUTPATIENT",
            "Assessment: El paciente se queja de dolor en la espalda por la mañana y la noche."
                + " Hypertension con diabetes, es tratado con metformina en el hospital y se le da"
                + " una cita para el lunes.\n");
    String form = practice.visit("S-2", "OUTPATIENT", "Assessment: ____\nPlan: ____\n");
    String boxes =
        practice.visit("S-3", "OUTPATIENT", "Assessment:\n[ ] Heart failure\n[x] Hyperlipidemia\n");
    for (String chart : List.of(spanish, form)) {
      assertThat(practice.get("cole", chart).is(200).json().get("suggestions").size()).isZero();
    }
    assertThat(practice.get("cole", boxes).is(200).json().get("suggestions").toString())
        .contains("E785")
        .doesNotContain("I509");
  }

  @Test
  void aVisitLiesNeitherAheadNorBeforeTheBirth() {
    var practice = new CodingPractice("vdy", "1835000336");
    String patient = register(practice, "Vesper").is(201).json().get("id").asString();
    String today = CodingPractice.today().toString();
    String ahead =
        visit("V-1", patient).replace(today, CodingPractice.today().plusDays(1).toString());
    assertThat(practice.post("moss", "/encounters", ahead).is(400).text())
        .contains("Book it as an appointment");
    String unborn = visit("V-1", patient).replace(today, "1950-01-01");
    assertThat(practice.post("moss", "/encounters", unborn).is(400).text()).contains("birth");
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

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
    assertThat(practice.post("moss", "/encounters", wrong).is(400).text()).contains("check digit");
    practice.post("cole", "/encounters", visit("V-2", patient)).is(403);
    String documents = "/encounters/" + id + "/documents";
    assertThat(practice.post("moss", documents, document("Scan", "a\\u0000b")).is(400).text())
        .contains("bytes that are no text");
    practice.post("moss", documents, document("Scan", "  ")).is(400);
    practice.post("aude", documents, document("Scan", "Cough.")).is(403);
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.FrontDesk.person;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Household;
import org.cleanclaim.app.statement.Households;
import org.junit.jupiter.api.Test;

/// Who a patient is, and who answers for them.
class RegistrationStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  @Test
  void whatIsMistypedIsSaidFieldByFieldAndNothingIsSaved() {
    var body =
        """
        {"last": "Quillon", "first": "", "bornOn": "2190-02-30", "sex": "F", "line1": "1 Elm", "city": "Marlow",
         "state": "XX", "postalCode": "4321", "phone": "112-555-0142", "email": "a@b", "ssnLast4": "12",
         "primaryCareNpi": "1234567890"}\
        """;

    var faults = desk.post("fran", "/patients/check", body).is(200).json().at("/faults");

    assertThat(faults.propertyNames())
        .containsExactlyInAnyOrder(
            "first",
            "bornOn",
            "state",
            "postalCode",
            "phone",
            "email",
            "ssnLast4",
            "primaryCareNpi");
    assertThat(faults.at("/primaryCareNpi").asString()).contains("mistyped");
    assertThat(desk.post("fran", "/patients", body).is(400).text()).contains("ZIP code");
    assertThat(desk.get("fran", "/patients?q=Quillon").json().size()).isZero();
    assertThat(desk.post("casey", "/patients", body).status()).isEqualTo(403);
  }

  @Test
  void theSamePersonSpelledOtherwiseIsSeenBeforeTheyAreTwice() {
    String first = desk.register("Katzenbach", "Theodora", "1961-04-09");

    var again = person("Katsenbach", "Theodora", "1961-04-09", "Theodora Street 7");
    var checked = desk.post("fran", "/patients/check", again).is(200);

    assertThat(checked.at("/alike/0/id")).isEqualTo(first);
    assertThat(checked.at("/alike/0/verdict")).isEqualTo("likely");
    assertThat(checked.text())
        .contains("the last name differs in a letter or two", "the same birth date");
    assertThat(desk.post("fran", "/patients", again).is(409).text())
        .contains("most likely the same person", "despite=true");
    desk.post("fran", "/patients?despite=true", again).is(201);
    var other = person("Katsenbach", "Waldemar", "1988-12-24", "9 Far Road");
    assertThat(desk.post("fran", "/patients/check", other).json().at("/alike").size()).isZero();
  }

  @Test
  void anAccentMakesNobodyAnother() {
    desk.register("N\u00fa\u00f1ez", "Jos\u00e9", "1962-04-10");

    var again = person("Nunez", "Jose", "1962-04-10", "another street");

    assertThat(desk.post("fran", "/patients", again).is(409).text()).contains("most likely");
  }

  @Test
  void aPatientIsFoundByFirstAndLastNameByBirthDateAndByTheNumberOnTheCard() {
    String id = desk.register("Zellweger", "Rosalind", "1963-05-17");
    desk.cover(id, "granite", "GM-763051");
    for (String words :
        List.of("rosalind%20zell", "zell%20ros", "Zellweger,%20R", "1963-05-17", "5/17/1963")) {
      assertThat(desk.get("fran", "/patients?q=" + words).is(200).text())
          .as(words)
          .contains("Rosalind");
    }
    assertThat(desk.get("fran", "/patients?q=Zell%25%20Ros").json().size()).isZero();
    assertThat(desk.get("fran", "/search?q=gm-763051").is(200).text())
        .contains("Zellweger, Rosalind", "member GM-763051 of Gold");
  }

  @Test
  void aGuarantorIsCorrectedAndAChildThatComesOfAgeAnswersAgain() {
    String child = desk.register("Yarrow", "Linnet", "2008-02-03");
    String parent =
        """
        {"last": "Yarrow", "first": "%s", "relationship": "%s", "line1": "4 Oak", "city": "Marlow", "state": "OH",
         "postalCode": "43215", "from": "2026-01-01"}\
        """;
    String path = "/patients/" + child + "/guarantors";
    desk.post("fran", path, parent.formatted("Hester", "CADAVER_DONOR")).is(400);
    desk.post("fran", path, parent.formatted("Hester", "PARENT")).is(200);
    assertThat(desk.post("fran", path, parent.formatted("Esther", "PARENT")).is(200).at("/name"))
        .isEqualTo("Yarrow, Esther");

    assertThat(desk.post("fran", path + "/end", "{\"through\": \"2025-02-02\"}").is(409).text())
        .contains("Nobody else answers for the bill on 2025-02-02");
    desk.post("fran", path + "/end", "{\"through\": \"2026-02-02\"}").is(204);

    var kept = desk.get("fran", "/patients/" + child + "/registration").json().at("/guarantors");
    assertThat(kept.size()).isEqualTo(1);
    assertThat(kept.at("/0/through").asString()).isEqualTo("2026-02-02");
  }

  @Test
  void aChangeKeepsWhatWasThereAndTwoDeskClerksDoNotOverwriteEachOther() {
    String id = desk.register("Ormsby", "Clementine", "1979-08-15");
    String change =
        """
        {"version": 0, "reason": "moved house", "patient": %s}\
        """
            .formatted(person("Ormsby", "Clementine", "1979-08-15", "44 New Lane"));

    assertThat(
            desk.put("fran", "/patients/" + id + "/registration", change)
                .is(200)
                .at("/patient/line1"))
        .isEqualTo("44 New Lane");
    assertThat(desk.put("fran", "/patients/" + id + "/registration", change).is(409).text())
        .contains("Somebody changed this patient meanwhile");
    var detail = desk.get("fran", "/patients/" + id + "/registration").is(200);
    assertThat(detail.at("/before/0/facts/address/line1")).isEqualTo("Clementine Street 7");
    assertThat(detail.at("/before/0/reason")).isEqualTo("moved house");
  }

  @Test
  void aGuarantorFollowsAnotherByDate() {
    String id = desk.register("Pemberly", "Isolde", "2015-03-03");
    String mother =
        """
        {"last": "Pemberly", "first": "%s", "relationship": "%s", "line1": "1 Elm", "city": "Marlow", "state": "OH",
         "postalCode": "43215", "from": "%s"}\
        """;
    desk.post(
            "fran",
            "/patients/" + id + "/guarantors",
            mother.formatted("Agnes", "OTHER", "2026-01-01"))
        .is(200);

    desk.post(
            "fran",
            "/patients/" + id + "/guarantors",
            mother.formatted("Bruno", "OTHER", "2026-06-01"))
        .is(200);

    var kept = desk.get("fran", "/patients/" + id + "/registration").json().at("/guarantors");
    assertThat(kept.at("/0/name").asString()).isEqualTo("Pemberly, Bruno");
    assertThat(kept.at("/1/through").asString()).isEqualTo("2026-05-31");
    assertThat(
            desk.post(
                    "fran",
                    "/patients/" + id + "/guarantors",
                    mother.formatted("Late", "OTHER", "2026-03-01"))
                .is(409)
                .text())
        .contains("later first day");
  }

  @Test
  void aBillGoesToWhoeverAnswersOnItsDayAtTheirAddress() {
    String child = desk.register("Ravensworth", "Tobias", "2015-03-03");
    String mother = desk.register("Ravensworth", "Sabina", "1985-05-05");
    String answers =
        """
        {"last": "%s", "first": "%s", "relationship": "OTHER", "line1": "%s", "city": "Marlow", "state": "OH",
         "postalCode": "43215", "from": "%s"}\
        """;
    String path = "/patients/" + child + "/guarantors";
    assertThat(
            desk.post("fran", path, answers.formatted("", "Sabina", "1 Elm", today)).is(400).text())
        .contains("last: Enter the last name");
    desk.post(
            "fran",
            path,
            answers.formatted("Ravensworth", "Sabina", "Sabina Street 7", today.minusDays(9)))
        .is(200);
    desk.post("fran", path, answers.formatted("Godwin", "Leopold", "3 Ash", today.plusDays(1)))
        .is(200);

    for (String one : new String[] {child, mother}) {
      var together = household(one, today);
      assertThat(together.responsible()).isEqualTo("Ravensworth, Sabina");
      assertThat(together.members()).hasSize(2);
      assertThat(together.holder().publicId().toString()).isEqualTo(mother);
    }
    var later = household(child, today.plusDays(1));
    assertThat(later.responsible()).isEqualTo("Godwin, Leopold");
    assertThat(later.address().line1()).isEqualTo("3 Ash");
    assertThat(later.members()).hasSize(1);
    assertThat(household(child, today.minusDays(10)).responsible())
        .isEqualTo("Ravensworth, Tobias");
  }

  private static Household household(String patient, LocalDate day) {
    var server = DemoServer.shared();
    return server.inPractice(() ->
        server
            .bean(Households.class)
            .of(
                server
                    .bean(Patients.class)
                    .find(java.util.UUID.fromString(patient))
                    .orElseThrow()
                    .id(),
                day));
  }

  @Test
  void twoRecordsOfOnePersonAreMergedAndBothIdsLeadToOne() {
    String stays = desk.register("Hathersage", "Philippa", "1966-11-11");
    String goes =
        desk.post(
                "fran",
                "/patients?despite=true",
                person("Hathersage", "Phillipa", "1966-11-11", "2 Old Road"))
            .is(201)
            .at("/id");
    desk.cover(goes, "lakeland", "LKP700000010");
    String merge = "{\"gone\": \"" + goes + "\", \"reason\": \"same license and card seen\"}";

    desk.post("fran", "/patients/" + stays + "/merge", merge).is(403);
    desk.post("mara", "/patients/" + stays + "/merge", merge).is(200);

    assertThat(desk.get("fran", "/patients/" + goes).is(200).at("/id")).isEqualTo(stays);
    assertThat(desk.get("fran", "/patients/" + stays + "/coverages").text())
        .contains("LKP700000010");
    assertThat(desk.get("fran", "/patients/" + stays + "/registration").at("/merged/0/publicId"))
        .isEqualTo(goes);
    assertThat(desk.get("fran", "/patients?q=Hathersage").json().size()).isEqualTo(1);
    assertThat(desk.post("mara", "/patients/" + goes + "/merge", merge).is(409).text())
        .contains("one record already");
  }

  @Test
  void recordsOfAnotherNameAndBirthDateAreMergedOnlyByWhoConfirmsIt() {
    String stays = desk.register("Ashgrove", "Winifred", "1958-02-02");
    String goes = desk.register("Pemberwick", "Barnaby", "1971-05-05");
    String account = desk.get("fran", "/patients/" + goes).at("/accountNumber");
    String merge =
        "{\"gone\": \"%s\", \"reason\": \"same license and card seen\", \"confirm\": \"%s\"}";

    assertThat(
            desk.post("mara", "/patients/" + stays + "/merge", merge.formatted(goes, ""))
                .is(409)
                .at("/detail"))
        .contains("another last name, first name, birth date", account)
        .doesNotContain("1971", "Pemberwick");
    assertThat(desk.get("fran", "/patients/" + goes).at("/id")).isEqualTo(goes);

    desk.post("mara", "/patients/" + stays + "/merge", merge.formatted(goes, account)).is(200);

    assertThat(desk.get("fran", "/patients/" + goes).at("/id")).isEqualTo(stays);
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.app.story.FrontDesk.person;

import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.patient.Patients;
import org.cleanclaim.app.statement.Household;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// From the telephone to the day of the visit: who the patient is, who insures them, what the payer
/// says and allows.
class RegistrationStoriesTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2021, 1, 1);

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
  void aMemberNumberOfAnotherShapeIsRefusedAndAPlaceIsTakenOnce() {
    String id = desk.register("Thackery", "Rosamund", "1984-10-30");
    String policy =
        """
        {"payer": "lakeland", "sequence": "PRIMARY", "plan": "Gold", "memberId": "%s", "relationship": "SELF",
         "from": "2026-01-01"}\
        """;

    assertThat(
            desk.post("fran", "/patients/" + id + "/coverages", policy.formatted("LKP12"))
                .is(400)
                .text())
        .contains("member numbers look otherwise");
    long first = desk.cover(id, "lakeland", "LKP700000001");
    assertThat(
            desk.post(
                    "fran",
                    "/patients/" + id + "/coverages",
                    policy.replace("lakeland", "prairie").formatted("7000000001"))
                .is(409)
                .text())
        .contains("End it first");
    desk.post(
            "fran",
            "/patients/" + id + "/coverages/" + first + "/end",
            "{\"through\": \"" + today + "\", \"reason\": \"new job\"}")
        .is(200);
    assertThat(desk.get("fran", "/patients/" + id + "/coverages").at("/0/through"))
        .isEqualTo(today.toString());
  }

  @Test
  void theBirthdayRuleAndMedicaresQuestionsAreAdviceAndTheDeskDecides() {
    String id = desk.register("Lindqvist", "Annika", "2018-05-05");
    String policy =
        """
        {"payer": "%s", "sequence": "%s", "plan": "%s", "memberId": "%s", "relationship": "CHILD",
         "subscriberLast": "Lindqvist", "subscriberFirst": "%s", "subscriberBornOn": "%s", "subscriberSex": "MALE",
         "from": "%s"}\
        """;
    String path = "/patients/" + id + "/coverages";
    long father =
        desk.post(
                "fran",
                path,
                policy.formatted(
                    "lakeland",
                    "PRIMARY",
                    "Father's",
                    "LKP700000002",
                    "Olof",
                    "1980-11-20",
                    "2026-01-01"))
            .is(201)
            .json()
            .at("/id")
            .asLong();
    long mother =
        desk.post(
                "fran",
                path,
                policy.formatted(
                    "lakeland",
                    "SECONDARY",
                    "Mother's",
                    "LKP700000011",
                    "Maja",
                    "1983-02-02",
                    "2026-02-01"))
            .is(201)
            .json()
            .at("/id")
            .asLong();
    long medicaid =
        desk.post(
                "fran",
                path,
                """
                {"payer": "prairie", "sequence": "TERTIARY", "plan": "State", "memberId": "7000000002",
                 "relationship": "SELF", "from": "2026-01-01"}\
                """)
            .is(201)
            .json()
            .at("/id")
            .asLong();

    var advice = desk.post("fran", path + "/advice", "{}").is(200);
    assertThat(advice.json().at("/places/0/coverageId").asLong()).isEqualTo(mother);
    assertThat(advice.at("/places/0/why")).contains("birthday comes earlier in the year");
    assertThat(advice.json().at("/places/1/coverageId").asLong()).isEqualTo(father);
    assertThat(advice.text()).contains("has a court named one of them");
    assertThat(advice.at("/places/2/why")).contains("Medicaid pays last");

    desk.post(
            "fran",
            path + "/order",
            "{\"coverages\": [%d, %d, %d], \"reason\": \"court order seen\"}"
                .formatted(mother, father, medicaid))
        .is(200);
    var kept = desk.get("fran", path).json();
    kept.forEach(one -> {
      long policyId = one.at("/id").asLong();
      assertThat(one.at("/sequence").asString())
          .isEqualTo(
              policyId == mother ? "PRIMARY" : policyId == father ? "SECONDARY" : "TERTIARY");
    });
  }

  @Test
  void aPayerIsAskedAndItsAnswerIsReadAsOneReadsIt() {
    String id = desk.register("Vandermeer", "Beatrix", "1971-02-17");
    long coverage = desk.cover(id, "lakeland", "LKP700000003");
    var payer =
        FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000003", LONG_AGO));

    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");
    byte[] asked = desk.download("fran", "/eligibility/" + check + "/files/question");

    assertThat(desk.carry(payer, asked)).isEqualTo(1);
    var read = desk.get("fran", "/eligibility/" + check).is(200);
    assertThat(read.at("/check/trouble")).isEqualTo("OK");
    assertThat(read.at("/benefits/status")).isEqualTo("ACTIVE");
    assertThat(read.at("/benefits/limits/0/kind")).isEqualTo("Deductible");
    assertThat(read.at("/benefits/limits/0/total")).isEqualTo("500.00");
    assertThat(read.at("/benefits/limits/0/left")).isEqualTo("500.00");
    assertThat(read.text())
        .contains("\"copay\":\"30.00\"", "Physician's office visit", "in network");
    assertThat(
            new String(
                desk.download("fran", "/eligibility/" + check + "/files/answer"),
                java.nio.charset.StandardCharsets.US_ASCII))
        .startsWith("ISA")
        .contains("EB*1*IND");
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check);
  }

  @Test
  void aRefusalComesInWordsWithItsRemedyAndAFixedNumberIsAskedAgain() {
    String id = desk.register("Oyelaran", "Ngozi", "1990-09-09");
    long coverage = desk.cover(id, "lakeland", "LKP700000004");
    var payer =
        FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000005", LONG_AGO));
    desk.post(
            "fran",
            "/patients/" + id + "/appointments",
            "{\"on\": \"" + today.plusDays(3) + "\", \"what\": \"knee\"}")
        .is(201);

    round();
    String check = latest(id);
    assertThat(
            desk.carry(payer, desk.download("fran", "/eligibility/" + check + "/files/question")))
        .isPositive();

    var listed = desk.get("fran", "/eligibility").is(200).text();
    assertThat(listed)
        .contains(check, "The payer does not find the subscriber (75)", "Correct what it names");
    desk.post(
            "fran",
            "/patients/" + id + "/coverages/" + coverage + "/member-id",
            "{\"memberId\": \"lkp700000005\", \"reason\": \"read from the card\"}")
        .is(200);
    assertThat(round()).contains("The policy was changed since it was checked");
    String second = latest(id);
    assertThat(second).isNotEqualTo(check);
    desk.carry(payer, desk.download("fran", "/eligibility/" + second + "/files/question"));
    assertThat(desk.get("fran", "/eligibility/" + second).at("/check/trouble")).isEqualTo("OK");
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check, second);
  }

  @Test
  void aRoundAsksOnceAndNamesWhoHasNoCoverage() {
    String insured = desk.register("Fitzgibbon", "Maeve", "1968-06-06");
    desk.cover(insured, "prairie", "7000000006");
    String alone = desk.register("Abernathy", "Solveig", "1955-05-25");
    for (String id : new String[] {insured, alone}) {
      desk.post(
              "fran",
              "/patients/" + id + "/appointments",
              "{\"on\": \"" + today.plusDays(2) + "\", \"what\": \"visit\"}")
          .is(201);
    }
    String account = desk.get("fran", "/patients/" + insured).at("/accountNumber");
    String without = desk.get("fran", "/patients/" + alone).at("/accountNumber");

    assertThat(round())
        .contains(account + ", Gold", "The policy was never checked")
        .contains(without + " is expected on");
    assertThat(round()).doesNotContain(account + ", Gold").contains(without + " is expected on");
    assertThat(desk.post("casey", "/eligibility/rounds", "{}").status()).isEqualTo(403);
  }

  @Test
  void aMemberWhoIsNotCoveredOnTheDayIsSeenToBeforeTheVisit() {
    String id = desk.register("Castellane", "Oriane", "1993-01-28");
    long coverage = desk.cover(id, "lakeland", "LKP700000007");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000007", today.plusYears(1)));
    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");
    desk.carry(payer, desk.download("fran", "/eligibility/" + check + "/files/question"));

    var seen = desk.get("fran", "/eligibility/" + check);
    assertThat(seen.at("/check/trouble")).isEqualTo("NOT_ACTIVE");
    assertThat(seen.at("/check/next")).contains("another coverage");
    desk.post("fran", "/eligibility/" + check + "/settle", "{\"note\": \"no\"}").is(409);
    desk.post("fran", "/eligibility/" + check + "/settle", "{\"note\": \"will pay alone\"}")
        .is(200);
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check);
  }

  @Test
  void anAuthorizationIsAskedForAndItsUnitsAndNumberAreTakenOver() {
    String id = desk.register("Brannigan", "Saoirse", "1982-07-07");
    desk.cover(id, "lakeland", "LKP700000008");
    var payer =
        FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000008", LONG_AGO));
    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "97110", "units": "20"}], "from": "%s",
         "through": "%s", "diagnoses": ["M25.561"], "placeOfService": "11"}\
        """
            .formatted(id, today, today.plusDays(60));

    var asked = desk.post("fran", "/authorizations/requests", need).is(201);
    String one = asked.at("/authorization");
    assertThat(desk.get("fran", "/authorizations/" + one).at("/authorization/status"))
        .isEqualTo("REQUESTED");
    assertThat(desk.get("mara", "/deadlines").text()).contains("authorization " + one);
    byte[] question =
        desk.download(
            "fran",
            "/authorizations/"
                + one
                + "/requests/"
                + asked.at("/requests/0/request/publicId")
                + "/files/question");
    assertThat(desk.carry(payer, question)).isEqualTo(1);

    var given = desk.get("fran", "/authorizations/" + one);
    assertThat(given.at("/authorization/status")).isEqualTo("PARTIAL");
    assertThat(given.at("/authorization/number")).startsWith("ALKPPO");
    assertThat(new java.math.BigDecimal(given.at("/authorization/unitsApproved")))
        .isEqualByComparingTo("12");
    assertThat(given.at("/authorization/through")).isEqualTo(today.plusDays(60).toString());
    var answer = desk.get("fran", "/authorizations/" + one + "/requests");
    assertThat(answer.at("/requests/0/request/outcome")).isEqualTo("MODIFIED");
    assertThat(answer.at("/requests/0/next")).contains("ask again for the rest");
    desk.post("fran", "/authorizations/" + one + "/requests", "{}").is(409);
  }

  @Test
  void whatThePayerPendsOrCannotFindStaysOnTheListWithWhatItWants() {
    String id = desk.register("Delacroix", "Manon", "1977-12-12");
    desk.cover(id, "lakeland", "LKP700000009");
    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "73721"}], "from": "%s", "through": "%s"}\
        """
            .formatted(id, today, today.plusDays(30));
    var asked = desk.post("fran", "/authorizations/requests", need).is(201);
    String one = asked.at("/authorization");
    byte[] question =
        desk.download(
            "fran",
            "/authorizations/"
                + one
                + "/requests/"
                + asked.at("/requests/0/request/publicId")
                + "/files/question");

    desk.carry(
        FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000009", LONG_AGO)),
        question);
    var pended = desk.get("fran", "/authorizations/" + one + "/requests");
    assertThat(pended.at("/requests/0/request/outcome")).isEqualTo("PENDED");
    assertThat(pended.at("/requests/0/request/inWords"))
        .contains("A diagnosis is needed to decide");
    assertThat(desk.get("fran", "/authorizations/" + one).at("/authorization/status"))
        .isEqualTo("REQUESTED");

    desk.post("fran", "/authorizations/" + one + "/requests", "{}").is(200);
    var again = desk.get("fran", "/authorizations/" + one + "/requests");
    question =
        desk.download(
            "fran",
            "/authorizations/"
                + one
                + "/requests/"
                + again.at("/requests/0/request/publicId")
                + "/files/question");
    desk.carry(FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of()), question);
    var refused = desk.get("fran", "/authorizations/" + one + "/requests");
    assertThat(refused.at("/requests/0/request/outcome")).isEqualTo("REFUSED");
    assertThat(refused.at("/requests/0/request/inWords"))
        .contains("does not find the subscriber (75)");
    assertThat(
            desk.post("fran", "/authorizations/requests", need.replace("lakeland", "prairie"))
                .is(409)
                .text())
        .contains("no coverage of");
  }

  @Test
  void onePayerHasManyNumbersAndTheQuestionNamesTheRightOne() {
    String body =
        """
        {"contact": {"addressLine": "9 Payer Plaza", "city": "Columbus", "state": "OH", "postalCode": "43215",
         "claimsPhone": "614-555-0190", "eligibilityPhone": "", "authorizationPhone": "", "portal": "",
         "usualAnswerDays": 12},
         "numbers": [{"clearinghouse": "", "kind": "270", "identifier": "GRANITE270"}]}\
        """;
    desk.put("fran", "/payers/granite", body).is(403);
    assertThat(desk.put("mara", "/payers/granite", body.replace("GRANITE270", "!")).is(409).text())
        .contains("is no payer number");
    desk.put("mara", "/payers/granite", body).is(200);
    String id = desk.register("Wetherby", "Odile", "1974-04-14");
    long coverage = desk.cover(id, "granite", "GM-700001");

    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");
    assertThat(text(desk.download("fran", "/eligibility/" + check + "/files/question")))
        .contains("*PI*GRANITE270~");

    String table = text(desk.download("mara", "/payers/file"));
    assertThat(table).contains("/270=GRANITE270", "9 Payer Plaza");
    desk.table("mara", "/payers/file", table).is(200);
    assertThat(text(desk.download("mara", "/payers/file"))).isEqualTo(table);
    String wrong = table + "newpayer,New,XX9,??,90,,,,,,,,,,,\n";
    assertThat(desk.table("mara", "/payers/file", wrong).is(409).text())
        .contains("Line ", "filing is a code", "Nothing was taken over");
    desk.get("mara", "/payers/newpayer").is(404);
    desk.put("mara", "/payers/granite", "{\"numbers\": []}").is(200);
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
  void whoHoldsThePolicyIsKnownByDateAndThePayerIsAskedSo() {
    String id = desk.register("Wainscott", "Perpetua", "2014-08-08");
    desk.post(
            "fran",
            "/patients/" + id + "/coverages",
            """
            {"payer": "granite", "sequence": "PRIMARY", "plan": "Gold", "memberId": "GM-700021", "relationship": "CHILD",
             "subscriberLast": "Wainscott", "subscriberFirst": "Barnaby", "subscriberBornOn": "1980-01-01",
             "from": "%d-01-01"}\
            """
                .formatted(today.getYear() - 1))
        .is(201);
    long coverage = desk.get("fran", "/patients/" + id + "/coverages").json().at("/0/id").asLong();
    String path = "/patients/" + id + "/coverages/" + coverage + "/subscribers";
    String mother =
        """
        {"relationship": "CHILD", "last": "Winterbourne", "first": "Cordula", "bornOn": "1982-02-02", "line1": "4 Oak",
         "city": "Marlow", "state": "OH", "postalCode": "43215", "from": "%s", "reason": "court order seen"}\
        """;

    assertThat(
            desk.post("fran", path, mother.formatted(today).replace("\"OH\"", "\"Ohio\""))
                .is(400)
                .text())
        .contains("state: A state is written in two letters");
    assertThat(desk.post("fran", path, mother.formatted("2001-01-01")).is(409).text())
        .contains("not in force");
    desk.post("fran", path, mother.formatted(today)).is(200);

    var history = desk.get("fran", path).is(200).json();
    assertThat(history.at("/0/subscriber").asString()).isEqualTo("Winterbourne, Cordula");
    assertThat(history.at("/1/through").asString()).isEqualTo(today.minusDays(1).toString());
    assertThat(asked(coverage, today).toUpperCase(java.util.Locale.ROOT))
        .contains("*WINTERBOURNE*CORDULA*");
    assertThat(asked(coverage, today.minusDays(1)).toUpperCase(java.util.Locale.ROOT))
        .contains("*WAINSCOTT*BARNABY*");
  }

  private String asked(long coverage, LocalDate asOf) {
    String check =
        desk.post(
                "fran",
                "/eligibility/checks",
                "{\"coverage\": %d, \"asOf\": \"%s\"}".formatted(coverage, asOf))
            .is(201)
            .at("/id");
    return text(desk.download("fran", "/eligibility/" + check + "/files/question"));
  }

  @Test
  void whoIsBookedWithoutACoverageIsOwedAnEstimateUntilOneIsEntered() {
    String id = desk.register("Quillfeather", "Ottoline", "1961-07-07");
    String account = desk.get("fran", "/patients/" + id).at("/accountNumber");
    var day = today.plusDays(30);
    desk.post(
            "fran",
            "/patients/" + id + "/appointments",
            "{\"on\": \"" + day + "\", \"what\": \"knee\"}")
        .is(201);

    String list = "/appointments?from=" + day + "&through=" + day + "&patient=" + id;
    assertThat(desk.get("fran", list).is(200).at("/0/standing")).isEqualTo("NO_COVERAGE");
    assertThat(desk.get("fran", list).at("/0/next")).contains("good-faith estimate");
    String clocks = desk.get("mara", "/deadlines?kind=ESTIMATE&span=OPEN").is(200).text();
    assertThat(clocks).contains("account " + account, "45 CFR 149.610(b)(1)(vi)(B)", "FRONT_DESK");

    desk.cover(id, "prairie", "7000000031");

    if (day.getYear() == today.getYear()) {
      assertThat(desk.get("fran", list).at("/0/standing")).isEqualTo("NOT_ASKED");
    }
    assertThat(desk.get("mara", "/deadlines?kind=ESTIMATE&span=OPEN").text())
        .doesNotContain("account " + account);
    assertThat(desk.get("mara", "/deadlines?kind=ESTIMATE&span=STOPPED").text())
        .contains("account " + account);
    String appointment = desk.get("fran", list).at("/0/id");
    desk.post("fran", "/patients/" + id + "/appointments/" + appointment + "/cancel", "{}").is(204);
    assertThat(desk.get("fran", list).json().size()).isZero();
  }

  @Test
  void theEstimateThatThePatientHasGotMeetsItsClock() {
    String id = desk.register("Tanglewood", "Perpetua", "1963-03-03");
    String account = desk.get("fran", "/patients/" + id).at("/accountNumber");
    var day = today.plusDays(30);
    desk.post(
            "fran",
            "/patients/" + id + "/appointments",
            "{\"on\": \"" + day + "\", \"what\": \"knee\"}")
        .is(201);
    String list = "/appointments?from=" + day + "&through=" + day + "&patient=" + id;
    String path =
        "/patients/" + id + "/appointments/" + desk.get("fran", list).at("/0/id") + "/estimate";
    assertThat(desk.get("mara", "/deadlines?kind=ESTIMATE&span=OPEN").text())
        .contains("account " + account);

    desk.post("casey", path, "{\"how\": \"Handed over on paper\"}").is(403);
    desk.post("fran", path, "{\"how\": \"\"}").is(409);
    desk.post("fran", path, "{\"how\": \"Handed over on paper\"}").is(204);

    assertThat(desk.get("mara", "/deadlines?kind=ESTIMATE&span=OPEN").text())
        .doesNotContain("account " + account);
    assertThat(desk.get("mara", "/deadlines?kind=ESTIMATE&span=STOPPED").json())
        .filteredOn(c -> c.at("/title").asString().contains("account " + account))
        .singleElement()
        .satisfies(c -> assertThat(c.at("/state").asString()).isEqualTo("MET"));
    assertThat(desk.post("fran", path, "{\"how\": \"Handed over again\"}").is(409).text())
        .contains("No good-faith estimate is owed");
  }

  @Test
  void theRoundGoesByItselfOnceADayAndSaysWhatCameOfIt() {
    String id = desk.register("Marchbanks", "Eudora", "1972-12-12");
    desk.cover(id, "prairie", "7000000041");
    desk.post(
            "fran",
            "/patients/" + id + "/appointments",
            "{\"on\": \"" + today.plusDays(1) + "\", \"what\": \"visit\"}")
        .is(201);
    String on = "{\"on\": true, \"at\": \"00:00\", \"first\": 3, \"second\": 30}";
    desk.put("casey", "/eligibility/daily", on).is(403);
    desk.put("fran", "/eligibility/daily", on.replace("3,", "99,")).is(409);
    desk.put("fran", "/eligibility/daily", on).is(200);

    desk.goDailyRounds();
    var first = desk.get("fran", "/eligibility/daily").is(200);
    assertThat(first.at("/outcome")).contains(" asked in ", "known well enough");
    assertThat(desk.get("fran", "/eligibility?patient=" + id).json().size()).isEqualTo(1);
    desk.goDailyRounds();
    assertThat(desk.get("fran", "/eligibility/daily").at("/ranAt")).isEqualTo(first.at("/ranAt"));

    desk.put("fran", "/eligibility/daily", on.replace("true", "false")).is(200);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }

  private String round() {
    return desk.post("fran", "/eligibility/rounds", "{\"days\": 7}").is(200).text();
  }

  private String latest(String patient) {
    return desk.get("fran", "/eligibility?patient=" + patient).is(200).at("/0/id");
  }
}

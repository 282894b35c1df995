package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.cleanclaim.app.staff.Visitor;
import org.junit.jupiter.api.Test;

/// Who insures a patient, in which order, and under which numbers.
class CoverageStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

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
  void onePayerHasManyNumbersAndTheQuestionNamesTheRightOne() {
    String body =
        """
        {"contact": {"addressLine": "9 Payer Plaza", "city": "Columbus", "state": "OH", "postalCode": "43215",
         "appealsAddress": {"line1": "8 Appeal Alley", "city": "Columbus", "state": "OH", "postalCode": "43216"},
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
    assertThat(desk.get("fran", "/eligibility/" + check + "/files/question").text())
        .contains("*PI*GRANITE270~");

    String table = desk.get("mara", "/payers/file").text();
    assertThat(table)
        .contains("/270=GRANITE270", "9 Payer Plaza", "8 Appeal Alley,Columbus,OH,43216");
    desk.table("mara", "/payers/file", table).is(200);
    assertThat(desk.get("mara", "/payers/file").text()).isEqualTo(table);
    String wrong = table + "newpayer,New,XX9,??,90,,,,,,,,,,,,,,,\n";
    assertThat(desk.table("mara", "/payers/file", wrong).is(409).text())
        .contains("Line ", "filing is a code", "Nothing was taken over");
    desk.get("mara", "/payers/newpayer").is(404);
    desk.put("mara", "/payers/granite", "{\"numbers\": []}").is(200);
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
    return desk.get("fran", "/eligibility/" + check + "/files/question").text();
  }

  @Test
  void aPolicyIsCorrectedOnItsPageOrTheFormSaysWhatIsWrong() {
    String id = desk.register("Vesterholm", "Agathe", "1979-06-17");
    String page =
        "/patients/%s/coverages/%d".formatted(id, desk.cover(id, "lakeland", "LKP700000031"));

    try (var fran = new Visitor("fran")) {
      var wrong = fran.post(page, page + "/member-id", "memberId=LKP12&reason=no");
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body())
          .contains("Nothing was saved.", "member numbers look otherwise", "Say why, in at least");
      var second = fran.post(page, page + "/medicare-second", "medicareSecond=12&reason=told+us");
      assertThat(second.body()).contains("Nothing was saved. Only a policy of Medicare says");
      var days = fran.post(page, page + "/days", "from=2026-02-01&through=2026-01-01&reason=card");
      assertThat(days.body()).contains("The last day lies before the first.");

      assertThat(
              fran.post(page, page + "/member-id", "memberId=LKP700000032&reason=misread")
                  .statusCode())
          .isEqualTo(303);
      assertThat(
              fran.post(page, page + "/plan", "plan=Silver&group=77&reason=new+card").statusCode())
          .isEqualTo(303);
      assertThat(fran.get(page).body()).contains("LKP700000032", "Silver", "77");
      var gone = fran.post(page, page + "/withdraw", "reason=entered+for+the+wrong+person");
      assertThat(gone.headers().firstValue("Location"))
          .hasValueSatisfying(to -> assertThat(to).endsWith("/patients/" + id));
      assertThat(fran.get("/patients/" + id).body()).doesNotContain("LKP700000032");
    }
  }
}

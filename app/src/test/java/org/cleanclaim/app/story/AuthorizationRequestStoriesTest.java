package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.junit.jupiter.api.Test;

/// What payers allow beforehand when they are asked.
class AuthorizationRequestStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  @Test
  void anAuthorizationIsAskedForAndItsUnitsAndNumberAreTakenOver() {
    String id = desk.register("Brannigan", "Saoirse", "1982-07-07");
    desk.cover(id, "lakeland", "LKP700000008");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000008", FrontDesk.LONG_AGO));
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
    byte[] question = question(one, asked);
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
  void oneThatRunsOutIsOffTheListOnceMoreIsAskedFor() {
    String id = desk.register("Oyelowo", "Temperance", "1959-10-02");
    desk.cover(id, "lakeland", "LKP700000053");
    String ending =
        desk.post("fran", "/authorizations", record(id, "A900", "97110-97150", today.plusDays(5)))
            .is(200)
            .at("/id");
    String other =
        desk.post("fran", "/authorizations", record(id, "A901", "92507", today.plusDays(4)))
            .is(200)
            .at("/id");
    assertThat(runningOut()).contains(ending, other);

    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "97112", "units": "8"}], "from": "%s",
         "through": "%s"}\
        """
            .formatted(id, today, today.plusDays(60));
    String asked = desk.post("fran", "/authorizations/requests", need).is(201).at("/authorization");

    assertThat(runningOut()).contains(other).doesNotContain(ending);
    desk.carry(
        FrontDesk.payer("LKPPO", FilingIndicator.COMMERCIAL, Map.of()),
        question(asked, desk.get("fran", "/authorizations/" + asked + "/requests")));
    assertThat(runningOut()).contains(other).doesNotContain(ending);
  }

  private String runningOut() {
    return desk.get("fran", "/authorizations?soon=true").is(200).text();
  }

  private static String record(String patient, String number, String services, LocalDate through) {
    return """
    {"patient": "%s", "payer": "lakeland", "kind": "PRIOR_AUTHORIZATION", "status": "APPROVED", "number": "%s",
     "source": "PHONE", "services": ["%s"], "units": "12", "from": "%s", "through": "%s"}\
    """
        .formatted(patient, number, services, through.minusDays(60), through);
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
    byte[] question = question(one, asked);

    desk.carry(
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000009", FrontDesk.LONG_AGO)),
        question);
    var pended = desk.get("fran", "/authorizations/" + one + "/requests");
    assertThat(pended.at("/requests/0/request/outcome")).isEqualTo("PENDED");
    assertThat(pended.at("/requests/0/request/inWords"))
        .contains("A diagnosis is needed to decide");
    assertThat(desk.get("fran", "/authorizations/" + one).at("/authorization/status"))
        .isEqualTo("REQUESTED");

    desk.post("fran", "/authorizations/" + one + "/requests", "{}").is(200);
    var again = desk.get("fran", "/authorizations/" + one + "/requests");
    question = question(one, again);
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

  /// The file in which the first request of an answer went out.
  private byte[] question(String authorization, ApiAnswer asked) {
    String request = asked.at("/requests/0/request/publicId");
    return desk.download(
        "fran", "/authorizations/" + authorization + "/requests/" + request + "/files/question");
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
  void eachServiceKeepsItsOwnNumberUnitsAndDays() {
    String id = desk.register("Haddadi", "Samira", "1975-01-05");
    desk.cover(id, "lakeland", "LKP700000077");
    String need =
        """
        {"patient": "%s", "payer": "lakeland", "services": [{"code": "97110", "units": "12"}, {"code": "97140", "units": "8"},
         {"code": "97112", "units": "6"}, {"code": "73721", "units": "1"}],
         "from": "%s", "through": "%s", "urgency": "URGENT"}\
        """
            .formatted(id, today, today.plusDays(60));
    var asked = desk.post("fran", "/authorizations/requests", need).is(201);
    String one = asked.at("/authorization");
    var clock =
        Office.rows(desk.get("mara", "/deadlines?kind=AUTHORIZATION_DECISION&q=" + one)).getFirst();
    assertThat(clock.at("/dueOn").asString()).isEqualTo(today.plusDays(3).toString());
    String trace = asked.at("/requests/0/request/trace");

    assertThat(desk.take("certified.278", certified(trace))).isEqualTo(1);

    var rows = desk.get("fran", "/authorizations?q=Haddadi").is(200);
    assertThat(Office.rows(rows))
        .extracting(
            row -> row.at("/number").asString(),
            row -> row.at("/services/0").asString(),
            row -> row.at("/unitsApproved").asInt(),
            row -> row.at("/through").asString())
        .containsExactlyInAnyOrder(
            tuple("AUTH9988", "97110", 12, today.plusDays(60).toString()),
            tuple("AUTH9988", "97140", 4, today.plusDays(30).toString()),
            tuple("AUTH9989", "97112", 6, today.plusDays(60).toString()));
    assertThat(
            desk.get("fran", "/authorizations/" + one + "/requests")
                .at("/requests/0/request/inWords"))
        .contains("97112, units 6: certified, number AUTH9989.", "73721, units 1: not certified");
  }

  private String certified(String trace) {
    return """
    ISA*00*          *00*          *ZZ*LKPPO          *ZZ*1948372614     *261129*2010*^*00501*%1$s*0*P*:~
    GS*HI*LKPPO*1948372614*20261129*2010*22*X*005010X217~
    ST*278*0001*005010X217~
    BHT*0007*11*%2$s*20261129*1520*18~
    HL*1**20*1~
    NM1*X3*2*Lakeland PPO*****PI*LKPPO~
    HL*2*1*21*1~
    NM1*1P*2*Juniper Street Medical Group*****XX*1948372614~
    HL*3*2*22*1~
    NM1*IL*1*Haddadi*Samira****MI*LKP700000077~
    HL*4*3*EV*1~
    TRN*2*%2$s*9948372614~
    UM*HS*I*1*11:B~
    HCR*A2*AUTH9988~
    DTP*472*RD8*%3$s-%4$s~
    HL*5*4*SS*0~
    HCR*A1~
    SV1*HC:97110**UN*12~
    HL*6*4*SS*0~
    HCR*A6*AUTH9988~
    DTP*472*RD8*%3$s-%5$s~
    SV1*HC:97140**UN*4~
    HL*7*4*SS*0~
    HCR*A1*AUTH9989~
    SV1*HC:97112**UN*6~
    HL*8*4*SS*0~
    HCR*A3**0V~
    SV1*HC:73721**UN*1~
    SE*27*0001~
    GE*1*22~
    IEA*1*%1$s~
    """
        .formatted(
            "000009505", trace, day(today), day(today.plusDays(60)), day(today.plusDays(30)));
  }

  private static String day(LocalDate day) {
    return day.toString().replace("-", "");
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

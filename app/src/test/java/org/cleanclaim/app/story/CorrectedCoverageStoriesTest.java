package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Policies that were entered wrongly, and two that would pay first on one day.
class CorrectedCoverageStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();
  private final LocalDate january = LocalDate.of(today.getYear(), 1, 1);

  private static String coverages(String patient) {
    return "/patients/" + patient + "/coverages";
  }

  private long second(String patient, String from) {
    return desk.post(
            "fran",
            coverages(patient),
            """
            {"payer": "prairie", "sequence": "SECONDARY", "plan": "State", "memberId": "700000%s", "relationship": "SELF",
             "from": "%s"}\
            """
                .formatted(patient.replaceAll("[^0-9]", "").substring(0, 4), from))
        .is(201)
        .json()
        .at("/id")
        .asLong();
  }

  private JsonNode policy(String patient, long id) {
    for (JsonNode one : desk.get("fran", coverages(patient)).is(200).json()) {
      if (one.at("/id").asLong() == id) return one;
    }
    throw new AssertionError("no policy " + id);
  }

  @Test
  void anOrderThatLeavesTwoFirstOnOneDayIsRefused() {
    String patient = desk.register("Abernathy", "Orla", "1981-01-19");
    long gold = desk.cover(patient, "lakeland", "LKP700000041");
    long state = second(patient, january.toString());
    String order = "{\"coverages\": [%s], \"reason\": \"asked the patient\"}";

    assertThat(
            desk.post("fran", coverages(patient) + "/order", order.formatted(state)).is(409).text())
        .contains("Gold is primary on some of these days already", "name it in the order as well");
    assertThat(policy(patient, gold).at("/sequence").asString()).isEqualTo("PRIMARY");
    assertThat(policy(patient, state).at("/sequence").asString()).isEqualTo("SECONDARY");

    desk.post("fran", coverages(patient) + "/order", order.formatted(state + ", " + gold)).is(200);
    assertThat(policy(patient, gold).at("/sequence").asString()).isEqualTo("SECONDARY");
  }

  @Test
  void theDaysOfAPolicyAreCorrectedAndNeverOverAnotherInItsPlace() {
    String patient = desk.register("Bellweather", "Ines", "1981-01-20");
    long gold = desk.cover(patient, "lakeland", "LKP700000042");
    String path = coverages(patient) + "/" + gold;
    desk.post(
            "fran",
            path + "/end",
            "{\"through\": \"%s\", \"reason\": \"new job\"}".formatted(today))
        .is(200);
    desk.post(
            "fran",
            coverages(patient),
            """
            {"payer": "summit", "sequence": "PRIMARY", "plan": "Silver", "memberId": "SEH7900004", "relationship": "SELF",
             "from": "%s"}\
            """
                .formatted(today.plusDays(1)))
        .is(201);

    String longer = "{\"from\": \"%s\", \"through\": \"%s\", \"reason\": \"card shows it\"}";
    assertThat(
            desk.post("fran", path + "/days", longer.formatted(january, today.plusDays(5)))
                .is(409)
                .text())
        .contains("Silver is primary on some of these days already");
    assertThat(desk.post("fran", path + "/days", longer.formatted(today, january)).is(400).text())
        .contains("The last day lies before the first");

    var earlier = january.minusMonths(2);
    desk.post("fran", path + "/days", longer.formatted(earlier, today)).is(200);
    assertThat(policy(patient, gold).at("/from").asString()).isEqualTo(earlier.toString());
    assertThat(policy(patient, gold).at("/through").asString()).isEqualTo(today.toString());
    assertThat(desk.get("fran", path + "/subscribers").at("/0/from")).isEqualTo(earlier.toString());
  }

  @Test
  void planAndGroupAreCorrectedAndAWrongPayersPolicyIsWithdrawn() {
    String patient = desk.register("Crabtree", "Sunniva", "1981-01-21");
    long wrong = desk.cover(patient, "lakeland", "LKP700000043");
    String path = coverages(patient) + "/" + wrong;

    desk.post("fran", path + "/plan", "{\"plan\": \"\", \"reason\": \"card shows it\"}").is(400);
    var corrected =
        desk.post(
                "fran",
                path + "/plan",
                "{\"plan\": \"Gold Plus\", \"group\": \"G-77\", \"reason\": \"card shows it\"}")
            .is(200);
    assertThat(corrected.at("/plan")).isEqualTo("Gold Plus");
    assertThat(corrected.at("/group")).isEqualTo("G-77");

    desk.post("bill", path + "/withdraw", "{\"reason\": \"it is Summit\"}").is(403);
    var left = desk.post("fran", path + "/withdraw", "{\"reason\": \"it is Summit\"}").is(200);
    assertThat(left.json().size()).isZero();
    desk.post("fran", path + "/withdraw", "{\"reason\": \"it is Summit\"}").is(404);
    desk.post(
            "fran",
            coverages(patient),
            """
            {"payer": "summit", "sequence": "PRIMARY", "plan": "Silver", "memberId": "SEH7900005", "relationship": "SELF",
             "from": "%s"}\
            """
                .formatted(january))
        .is(201);
  }

  @Test
  void recordsThatAreMergedSayThatTwoPoliciesAreFirst() {
    String stays = desk.register("Dunmore", "Philippa", "1981-01-22");
    String goes = desk.register("Dunnmore", "Pippa", "1981-01-22");
    desk.cover(stays, "lakeland", "LKP700000044");
    long twin = desk.cover(goes, "summit", "SEH7900006");
    desk.post(
            "mara",
            "/patients/" + stays + "/merge",
            "{\"gone\": \"%s\", \"reason\": \"same card, same mother\", \"confirm\": \"%s\"}"
                .formatted(goes, desk.get("fran", "/patients/" + goes).at("/accountNumber")))
        .is(200);

    var advice = desk.post("fran", coverages(stays) + "/advice", "{}").is(200);
    assertThat(advice.text()).contains("are both primary on some same days");

    desk.post("fran", coverages(stays) + "/" + twin + "/withdraw", "{\"reason\": \"old card\"}")
        .is(200);
    assertThat(desk.post("fran", coverages(stays) + "/advice", "{}").is(200).at("/open/0"))
        .isEmpty();
  }

  @Test
  void adviceForAPastDayGoesByWhoHeldThePolicyThen() {
    String child = desk.register("Everdene", "Tilda", "2018-05-06");
    String policy =
        """
        {"payer": "%s", "sequence": "%s", "plan": "%s", "memberId": "%s", "relationship": "CHILD",
         "subscriberLast": "Everdene", "subscriberFirst": "%s", "subscriberBornOn": "%s", "subscriberSex": "MALE",
         "from": "%s"}\
        """;
    var lastYear = january.minusYears(1);
    long fathers =
        desk.post(
                "fran",
                coverages(child),
                policy.formatted(
                    "lakeland",
                    "PRIMARY",
                    "Gold",
                    "LKP700000045",
                    "Gabriel",
                    "1980-09-09",
                    lastYear))
            .is(201)
            .json()
            .at("/id")
            .asLong();
    long mothers =
        desk.post(
                "fran",
                coverages(child),
                policy.formatted(
                    "summit", "SECONDARY", "Silver", "SEH7900007", "Maud", "1983-02-02", lastYear))
            .is(201)
            .json()
            .at("/id")
            .asLong();
    desk.post(
            "fran",
            coverages(child) + "/" + fathers + "/subscribers",
            """
            {"relationship": "CHILD", "last": "Boldwood", "first": "William", "bornOn": "1979-01-01", "from": "%s",
             "reason": "stepfather holds it"}\
            """
                .formatted(january))
        .is(200);

    assertThat(first(child, today)).isEqualTo(fathers);
    assertThat(first(child, january.minusDays(1))).isEqualTo(mothers);
  }

  private long first(String patient, LocalDate on) {
    return desk.post("fran", coverages(patient) + "/advice", "{\"on\": \"" + on + "\"}")
        .is(200)
        .json()
        .at("/places/0/coverageId")
        .asLong();
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Who is booked without a coverage is owed an estimate.
class AppointmentStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  @Test
  void whoIsBookedWithoutACoverageIsOwedAnEstimateUntilOneIsEntered() {
    String id = desk.register("Quillfeather", "Ottoline", "1961-07-07");
    String account = desk.get("fran", "/patients/" + id).at("/accountNumber");
    var day = today.plusDays(30);
    desk.book(id, day);

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
    desk.book(id, day);
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
  void whoLosesTheCoverageOfTheDayIsOwedOneFromThenOn() {
    String id = desk.register("Thistlewood", "Clementine", "1969-09-09");
    String account = desk.get("fran", "/patients/" + id).at("/accountNumber");
    var day = today.plusDays(30);
    long first = desk.cover(id, "prairie", "7000000077");
    desk.post(
            "fran",
            "/patients/" + id + "/coverages/" + first + "/days",
            "{\"from\": \"%s\", \"reason\": \"as on the card\"}".formatted(today.minusDays(40)))
        .is(200);
    desk.book(id, day);
    assertThat(open()).doesNotContain("account " + account);

    String path = "/patients/" + id + "/coverages/" + first;
    desk.post(
            "fran",
            path + "/end",
            "{\"through\": \"%s\", \"reason\": \"new job\"}".formatted(today))
        .is(200);

    assertThat(open()).contains("account " + account, "45 CFR 149.610(b)(1)(vi)(B)");

    desk.post(
            "fran",
            path + "/days",
            "{\"from\": \"%s\", \"reason\": \"the job stays\"}".formatted(today.minusDays(40)))
        .is(200);
    assertThat(open()).doesNotContain("account " + account);

    desk.post("fran", path + "/withdraw", "{\"reason\": \"another person's card\"}").is(200);
    assertThat(open()).contains("account " + account);
    String list = "/appointments?from=" + day + "&through=" + day + "&patient=" + id;
    String estimate =
        "/patients/" + id + "/appointments/" + desk.get("fran", list).at("/0/id") + "/estimate";
    desk.post("fran", estimate, "{\"how\": \"Handed over on paper\"}").is(204);
    long second = desk.cover(id, "prairie", "7000000078");
    desk.post(
            "fran",
            "/patients/" + id + "/coverages/" + second + "/withdraw",
            "{\"reason\": \"another person's card\"}")
        .is(200);
    assertThat(open()).as("it was given").doesNotContain("account " + account);
  }

  private String open() {
    return desk.get("mara", "/deadlines?kind=ESTIMATE&span=OPEN").is(200).text();
  }

  @Test
  void theFrontDeskSeesAndStopsItsOwnClocksAndNoOthers() {
    String id = desk.register("Wetherby", "Albertine", "1967-10-10");
    String account = desk.get("fran", "/patients/" + id).at("/accountNumber");
    desk.book(id, today.plusDays(30));

    var own = desk.get("fran", "/deadlines").is(200);
    assertThat(own.text()).contains("account " + account);
    assertThat(own.json())
        .allSatisfy(c -> assertThat(c.at("/owner").asString()).isEqualTo("FRONT_DESK"));
    var clock =
        own.json()
            .valueStream()
            .filter(c -> c.at("/title").asString().contains("account " + account))
            .findFirst()
            .orElseThrow();
    String other = desk.get("mara", "/deadlines?owner=BILLER&span=STOPPED").is(200).at("/0/id");
    desk.get("fran", "/deadlines/" + other).is(403);
    desk.post("fran", "/deadlines/" + other + "/deeds", "{}").is(403);
    desk.get("casey", "/deadlines/" + clock.at("/id").asString()).is(200);

    desk.post(
            "fran",
            "/deadlines/" + clock.at("/id").asString() + "/deeds",
            "{\"action\": \"ended\", \"on\": \"%s\", \"reason\": \"will not come\"}"
                .formatted(today))
        .is(200);

    assertThat(desk.get("fran", "/deadlines").text()).doesNotContain("account " + account);
  }
}

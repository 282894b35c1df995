package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.coverage.EligibilityDesk;
import org.cleanclaim.app.coverage.EligibilityDesk.PolicyDay;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.junit.jupiter.api.Test;

/// What payers say about coverage before a visit.
class EligibilityStoriesTest {
  private final FrontDesk desk = new FrontDesk();
  private final LocalDate today = desk.today();

  @Test
  void aPayerIsAskedAndItsAnswerIsReadAsOneReadsIt() {
    String id = desk.register("Vandermeer", "Beatrix", "1971-02-17");
    long coverage = desk.cover(id, "lakeland", "LKP700000003");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000003", FrontDesk.LONG_AGO));

    String check =
        desk.post("fran", "/eligibility/checks", "{\"coverage\": " + coverage + "}")
            .is(201)
            .at("/id");
    byte[] asked = desk.question(check);
    var unanswered = desk.get("fran", "/eligibility/" + check).is(200);
    assertThat(unanswered.at("/check/trouble")).isEqualTo("WAITING");
    assertThat(unanswered.at("/check/sentence")).isEqualTo("The payer has not answered yet.");

    assertThat(desk.carry(payer, asked)).isEqualTo(1);
    var read = desk.get("fran", "/eligibility/" + check).is(200);
    assertThat(read.at("/check/trouble")).isEqualTo("OK");
    assertThat(read.at("/benefits/status")).isEqualTo("ACTIVE");
    assertThat(read.at("/benefits/limits/0/kind")).isEqualTo("Deductible");
    assertThat(read.at("/benefits/limits/0/total")).isEqualTo("500.00");
    assertThat(read.at("/benefits/limits/0/left")).isEqualTo("500.00");
    assertThat(read.text())
        .contains("\"copay\":\"30.00\"", "Physician's office visit", "in network");
    assertThat(desk.get("fran", "/eligibility/" + check + "/files/answer").text())
        .startsWith("ISA")
        .contains("EB*1*IND");
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check);
  }

  @Test
  void aRefusalComesInWordsWithItsRemedyAndAFixedNumberIsAskedAgain() {
    String id = desk.register("Oyelaran", "Ngozi", "1990-09-09");
    long coverage = desk.cover(id, "lakeland", "LKP700000004");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000005", FrontDesk.LONG_AGO));
    desk.book(id, today.plusDays(3));

    round();
    String check = latest(id);
    assertThat(desk.carry(payer, desk.question(check))).isPositive();

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
    desk.carry(payer, desk.question(second));
    assertThat(desk.get("fran", "/eligibility/" + second).at("/check/trouble")).isEqualTo("OK");
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check, second);
  }

  @Test
  void anAnswerAboutAnotherDayIsNoneAboutTheService() {
    String id = desk.register("Ostrowski", "Halina", "1966-03-03");
    long coverage = desk.cover(id, "lakeland", "LKP700000041");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000041", today.minusDays(40)));
    for (LocalDate day : new LocalDate[] {today, today.minusDays(300)}) {
      String check =
          desk.post(
                  "fran",
                  "/eligibility/checks",
                  "{\"coverage\": %d, \"asOf\": \"%s\"}".formatted(coverage, day))
              .is(201)
              .at("/id");
      desk.carry(payer, desk.question(check));
    }

    assertThat(about(coverage, today)).hasValue(EligibilityAnswer.Status.ACTIVE);
    assertThat(about(coverage, today.minusDays(290)))
        .hasValueSatisfying(s -> assertThat(s).isNotEqualTo(EligibilityAnswer.Status.ACTIVE));
    assertThat(about(coverage, today.minusDays(150))).isEmpty();
  }

  private static Optional<EligibilityAnswer.Status> about(long coverage, LocalDate day) {
    var server = DemoServer.shared();
    return server.inPractice(() ->
        server
            .bean(EligibilityDesk.class)
            .answerFor(new PolicyDay(coverage, day))
            .map(EligibilityAnswer::status));
  }

  @Test
  void twoPoliciesOfOnePayerMayBeginOnTheSameDay() {
    String id = desk.register("Castellanos", "Rufina", "1979-09-19");
    desk.cover(id, "lakeland", "LKP700000051");
    String second =
        """
        {"payer": "lakeland", "sequence": "SECONDARY", "plan": "Second", "memberId": "%s", "relationship": "SELF",
         "from": "%d-01-01"}
        """;

    desk.post(
            "fran",
            "/patients/" + id + "/coverages",
            second.formatted("LKP700000051", today.getYear()))
        .is(409);
    desk.post(
            "fran",
            "/patients/" + id + "/coverages",
            second.formatted("LKP700000052", today.getYear()))
        .is(201);
  }

  @Test
  void aRoundAsksOnceAndNamesWhoHasNoCoverage() {
    String insured = desk.register("Fitzgibbon", "Maeve", "1968-06-06");
    desk.cover(insured, "prairie", "7000000006");
    String alone = desk.register("Abernathy", "Solveig", "1955-05-25");
    for (String id : new String[] {insured, alone}) {
      desk.book(id, today.plusDays(2));
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
  void aRoundNamesTheRecordThatStandsAfterAMerge() {
    String stays = desk.register("Winterbourne", "Isolde", "1949-09-19");
    String goes = desk.register("Winterborn", "Isolda", "1949-09-19");
    desk.book(stays, today.plusDays(2));
    desk.book(goes, today.plusDays(2));
    String account = desk.get("fran", "/patients/" + stays).at("/accountNumber");
    String gone = desk.get("fran", "/patients/" + goes).at("/accountNumber");
    desk.post(
            "mara",
            "/patients/" + stays + "/merge",
            "{\"gone\": \"" + goes + "\", \"reason\": \"same license and card seen\"}")
        .is(200);

    String said = round();

    assertThat(said).containsOnlyOnce(account + " is expected on").doesNotContain(gone + " is");
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
    desk.carry(payer, desk.question(check));

    var seen = desk.get("fran", "/eligibility/" + check);
    assertThat(seen.at("/check/trouble")).isEqualTo("NOT_ACTIVE");
    assertThat(seen.at("/check/next")).contains("another coverage");
    desk.post("fran", "/eligibility/" + check + "/settle", "{\"note\": \"no\"}").is(409);
    desk.post("fran", "/eligibility/" + check + "/settle", "{\"note\": \"will pay alone\"}")
        .is(200);
    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check);
  }

  @Test
  void aPolicyThatIsEndedBeforeTheDayNeedsNobodyAnyMore() {
    String id = desk.register("Achterberg", "Floortje", "1984-03-30");
    long coverage = desk.cover(id, "lakeland", "LKP700000051");
    var payer =
        FrontDesk.payer(
            "LKPPO", FilingIndicator.COMMERCIAL, Map.of("LKP700000051", today.plusYears(1)));
    String visit = today.plusDays(6).toString();
    String check =
        desk.post(
                "fran",
                "/eligibility/checks",
                "{\"coverage\": %d, \"asOf\": \"%s\"}".formatted(coverage, visit))
            .is(201)
            .at("/id");
    desk.carry(payer, desk.question(check));
    String policy = "/patients/" + id + "/coverages/" + coverage;
    assertThat(desk.get("fran", "/eligibility").text()).contains(check);

    desk.post(
            "fran",
            policy + "/member-id",
            "{\"memberId\": \"LKP700000052\", \"reason\": \"from the card\"}")
        .is(200);
    assertThat(desk.get("fran", "/eligibility/" + check).at("/check/next"))
        .isEqualTo("Ask again: the policy or the patient was changed since");
    String end = "{\"through\": \"%s\", \"reason\": \"left the employer\"}";
    desk.post("fran", policy + "/end", end.formatted(visit)).is(200);
    assertThat(desk.get("fran", "/eligibility").text()).contains(check);
    desk.post("fran", policy + "/end", end.formatted(today)).is(200);

    assertThat(desk.get("fran", "/eligibility").text()).doesNotContain(check);
  }

  @Test
  void theRoundGoesByItselfOnceADayAndSaysWhatCameOfIt() {
    String id = desk.register("Marchbanks", "Eudora", "1972-12-12");
    desk.cover(id, "prairie", "7000000041");
    desk.book(id, today.plusDays(1));
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

  private String round() {
    return desk.post("fran", "/eligibility/rounds", "{\"days\": 7}").is(200).text();
  }

  private String latest(String patient) {
    return desk.get("fran", "/eligibility?patient=" + patient).is(200).at("/0/id");
  }
}

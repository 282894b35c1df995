package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.payer.PlannedEvent;
import org.junit.jupiter.api.Test;

/// From a coded visit to the payer's payment.
class SubmissionStoriesTest {
  private static final Office OFFICE = new Office("sub", "1553001144");

  @Test
  void aCleanClaimIsPaidAndOnlyTheCopayIsLeftToThePatient() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.next(claim)).isEqualTo("Send it to the payer");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("TIMELY_FILING");
    var harbor = OFFICE.box(List.of(member));

    OFFICE.deliver(harbor);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.next(claim)).startsWith("Wait for the remittance");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.clocks(claim, "STOPPED").get("TIMELY_FILING").at("/state").asString())
        .isEqualTo("MET");

    OFFICE.payRun(harbor);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("ADJUDICATED");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aRejectionIsNoDenialAndTheClaimGoesAgainUnderItsNumber() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    var harbor =
        OFFICE.box(
            List.of(member),
            new PlannedEvent.RejectBeforeAdjudication(
                new MemberId(member), Office.SERVED, "A7", "33", "IL", "Subscriber not found"));

    OFFICE.deliver(harbor);

    var rejected = OFFICE.claim(claim);
    assertThat(rejected.at("/status")).isEqualTo("REJECTED");
    assertThat(rejected.at("/standing/next"))
        .isEqualTo("Correct it and send it again: it was never adjudicated");
    assertThat(rejected.at("/standing/why")).isNotBlank();
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("TIMELY_FILING");
  }

  @Test
  void aFileThatTheReceiverRefusesBringsItsClaimsBack() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    var sent = OFFICE.submitted();

    OFFICE.take("refused.999", RefusedFile.refusal(sent)).is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REJECTED");
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.next(claim)).contains("never adjudicated");
  }

  @Test
  void aFileThatIsAcceptedWithErrorsCountsAndSaysWhatIsWrong() {
    var flawed = OFFICE.billed(OFFICE.member(), "99213");
    var flawless = OFFICE.billed(OFFICE.member(), "99213");
    var sent = OFFICE.submitted();
    var error =
        new SegmentError(
            "SV1",
            9,
            "2400",
            "8",
            "CLM01",
            flawed.controlNumber(),
            List.of(new ElementError(1, 2, null, "7", null)));

    OFFICE.take("errors.999", RefusedFile.acceptedWithErrors(sent, error)).is(200);

    var told = OFFICE.claim(flawed);
    assertThat(told.at("/status")).isEqualTo("ACCEPTED");
    assertThat(told.text())
        .contains("File accepted with errors")
        .contains("SV1 in loop 2400: SV101-2 has a code that is not valid.");
    assertThat(OFFICE.claim(flawless).at("/status")).isEqualTo("ACCEPTED");
    assertThat(OFFICE.claim(flawless).text()).doesNotContain("with errors");
    assertThat(OFFICE.page("/claims?only=WITH_ERRORS"))
        .contains(flawed.controlNumber(), "SV101-2 has a code that is not valid.")
        .doesNotContain(flawless.controlNumber());
  }

  @Test
  void thePayersAnswersComingTwiceChangeNothing() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213", "20610");
    var harbor = OFFICE.box(List.of(member));
    OFFICE.deliver(harbor);
    var paid = OFFICE.payRun(harbor);
    String patient = OFFICE.ofPatient(claim);
    var timeline = OFFICE.claim(claim).json().at("/timeline").size();

    for (var file : paid) {
      var again = OFFICE.take(file.name(), file.bytes()).is(200);
      assertThat(again.json().at("/isRepeat").asBoolean()).isTrue();
    }

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo(patient).isEqualTo("44.00");
    assertThat(OFFICE.claim(claim).json().at("/timeline").size()).isEqualTo(timeline);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimThatNobodyAnswersIsMissedAndAskedFor() {
    var claim = OFFICE.atPayer("99213");
    OFFICE.sentDaysAgo(claim, 60);

    var missed =
        Office.rows(OFFICE.get(Role.BILLER, "/claims/silent")).stream()
            .filter(s -> s.at("/publicId").asString().equals(claim.publicId().toString()))
            .toList();
    assertThat(missed).hasSize(1);
    assertThat(OFFICE.next(claim))
        .isEqualTo("No decision, 60 days after it was sent: ask where it stands, then call");
    var asked =
        OFFICE
            .post(
                Role.BILLER,
                "/claims/silent/ask",
                "{\"claims\": [\"%s\"]}".formatted(claim.publicId()))
            .is(200);
    assertThat(asked.json().at("/claims").asInt()).isEqualTo(1);
    assertThat(asked.json().at("/files").size()).isEqualTo(1);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void whatAProofOfFilingSaysIsOneFile() {
    var claim = OFFICE.atPayer("99213");
    assertThat(
            OFFICE
                .get(Role.BILLER, "/claims/" + claim.publicId() + "/filing-proof.pdf")
                .is(200)
                .text())
        .startsWith("%PDF");
    OFFICE.get(Role.CODER, "/claims/" + claim.publicId() + "/filing-proof.pdf").is(200);
    OFFICE.get(Role.FRONT_DESK, "/claims/" + claim.publicId() + "/filing-proof.pdf").is(403);
  }

  @Test
  void thePayerIsNamedByTheNumberOfTheKindOfFile() {
    var office = new Office("num", "1245319599");
    office
        .put(
            Role.MANAGER,
            "/payers/harbor",
            """
            {"numbers": [{"clearinghouse": "", "kind": "837P", "identifier": "HBRCLAIM"},
             {"clearinghouse": "", "kind": "276", "identifier": "HBRSTATUS"},
             {"clearinghouse": "Another house", "kind": "", "identifier": "ELSEWHERE"}]}\
            """)
        .is(200);
    String member = office.member();
    var claim = office.billed(member, "99213");

    String file = new String(office.submitted(), StandardCharsets.US_ASCII);

    assertThat(file).contains("*PI*HBRCLAIM~", "*46*HBRCLAIM~").doesNotContain("HARBORNUM~");
    assertThat(claim.snapshot().payer().id()).isEqualTo(office.harbor().electronicId());
    assertThat(office.claim(claim).at("/status")).isEqualTo("SENT");
    assertThat(office.owed(claim)).isEqualTo("150.00");
    String name =
        office
            .post(
                Role.BILLER,
                "/claims/silent/ask",
                "{\"claims\": [\"%s\"]}".formatted(claim.publicId()))
            .is(200)
            .at("/files/0");
    assertThat(new OfficeRecords(office).sent(name)).contains("*PI*HBRSTATUS~");
    assertThat(
            office.inside(
                () -> office.server.bean(Payers.class).named("HBRCLAIM", "").orElseThrow().slug()))
        .isEqualTo("harbor");
  }

  @Test
  void aPayersOwnDaysSayWhenItIsSilent() {
    var office = new Office("sil", "1553001003");
    var claim = office.atPayer("99213");
    office.sentDaysAgo(claim, 15);
    assertThat(Office.rows(office.get(Role.BILLER, "/claims/silent"))).isEmpty();

    office
        .put(
            Role.MANAGER,
            "/payers/harbor",
            """
            {"contact": {"addressLine": "", "city": "", "state": "", "postalCode": "", "claimsPhone": "",
             "eligibilityPhone": "", "authorizationPhone": "", "portal": "", "usualAnswerDays": 12}}\
            """)
        .is(200);

    var missed = Office.rows(office.get(Role.BILLER, "/claims/silent"));
    assertThat(missed).hasSize(1);
    assertThat(missed.getFirst().at("/usualDays").asInt()).isEqualTo(12);
    assertThat(missed.getFirst().at("/habit").asString()).isEqualTo("DIRECTORY");
    assertThat(missed.getFirst().at("/silence").asString()).isEqualTo("NO_DECISION");
    assertThat(office.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(office.owed(claim)).isEqualTo("150.00");

    String daily = "{\"on\": true, \"at\": \"00:01\", \"first\": 7}";
    office.put(Role.FRONT_DESK, "/claims/silent/daily", daily).is(403);
    office.put(Role.BILLER, "/claims/silent/daily", daily.replace("7", "1")).is(409);
    office.put(Role.BILLER, "/claims/silent/daily", daily).is(200);
    office.goDailyRounds();
    assertThat(office.get(Role.BILLER, "/claims/silent/daily").at("/outcome"))
        .isEqualTo("1 claims asked about in 1 files, 0 asked about lately.");
    office.goDailyRounds();
    assertThat(Office.rows(office.get(Role.BILLER, "/claims/silent")).getFirst().at("/askedAt"))
        .isNotNull();
    assertThat(office.get(Role.BILLER, "/claims/silent/daily").at("/outcome")).startsWith("1 ");
    office.put(Role.BILLER, "/claims/silent/daily", daily.replace("true", "false")).is(200);
  }

  @Test
  void anotherFilingLimitOfThePayerMovesItsRunningClocks() {
    var office = new Office("lim", "1467560003");
    var claim = office.billed(office.member(), "99213");
    assertThat(office.clocks(claim, "OPEN").get("TIMELY_FILING").at("/dueOn").asString())
        .isEqualTo(Office.SERVED.plusDays(365).toString());

    office.put(Role.BILLER, "/payers/harbor", "{\"timelyFilingDays\": 90}").is(403);
    office.put(Role.MANAGER, "/payers/harbor", "{\"timelyFilingDays\": 0}").is(400);
    office.put(Role.MANAGER, "/payers/harbor", "{\"timelyFilingDays\": 90}").is(200);

    assertThat(office.clocks(claim, "OPEN").get("TIMELY_FILING").at("/dueOn").asString())
        .isEqualTo(Office.SERVED.plusDays(90).toString());
    assertThat(office.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(office.next(claim)).isEqualTo("Send it to the payer");
  }

  @Test
  void theClaimTakesTheSubscriberOfTheDayOfService() {
    var office = new Office("hol", "1003864661");
    String member = office.member();
    var first = office.billed(member, "99213");
    assertThat(first.snapshot().subscriber().name().display()).startsWith("Story");
    String patient = office.patient(first);
    long coverage =
        office
            .get(Role.FRONT_DESK, "/patients/" + patient + "/coverages")
            .is(200)
            .json()
            .at("/0/id")
            .asLong();
    String path = "/patients/" + patient + "/coverages/" + coverage + "/subscribers";
    String spouse =
        """
        {"relationship": "SPOUSE", "last": "Holder", "first": "Max", "bornOn": "1979-02-03", "sex": "MALE",
         "from": "%s", "reason": "policy went over to the husband"}\
        """;

    office.post(Role.BILLER, path, spouse.formatted(Office.SERVED)).is(403);
    office.post(Role.FRONT_DESK, path, spouse.formatted(Office.TODAY)).is(200);
    var unchanged = office.billedAgain(first, "20610");
    office.post(Role.FRONT_DESK, path, spouse.formatted(Office.SERVED)).is(200);
    var changed = new OfficeRecords(office).claim(unchanged.publicId().toString());

    assertThat(unchanged.snapshot().subscriber().name().display()).startsWith("Story");
    assertThat(changed.snapshot().subscriber().name().display()).isEqualTo("Holder, Max");
    assertThat(changed.snapshot().patient().relationship()).isEqualTo(Relationship.SPOUSE);
    assertThat(office.claim(changed).at("/status")).isEqualTo("READY");
    assertThat(office.claim(first).at("/status")).isEqualTo("READY");
    var history = Office.rows(office.get(Role.FRONT_DESK, path));
    assertThat(history).hasSize(3);
    assertThat(history.getFirst().at("/subscriber").asString()).isEqualTo("Holder, Max");
    assertThat(history.get(1).at("/through").asString())
        .isEqualTo(Office.SERVED.minusDays(1).toString());
    assertThat(history.getLast().at("/supersededAt").isNull()).isFalse();
  }

  @Test
  void aCorrectionAfterTheFilingLimitGoesAsLongAsThePayersTermsLetIt() {
    var office = new Office("cor", "1553001045");
    var claim = office.atPayer("99213");
    new Remitted(office, office.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();
    // The payer took the claim in time; its limit has passed since.
    var limit = Office.SERVED.plusDays(15);
    office.filingLimit(claim, limit);

    var correction =
        office
            .post(
                Role.BILLER,
                "/claims/" + claim.publicId() + "/corrections",
                "{\"how\":\"REPLACEMENT\",\"reason\":\"Wrong place of service\"}")
            .is(200);

    String path = "/claims/" + correction.at("/id");
    assertThat(office.get(Role.BILLER, path).at("/status")).isEqualTo("HELD");
    assertThat(office.get(Role.BILLER, path).text())
        .contains("The payer took this claim until " + limit);

    office
        .put(
            Role.MANAGER,
            "/payers/harbor/terms",
            "{\"correctedClaimDays\":60,\"levels\":[],\"source\":\"Contract, section 7\"}")
        .is(200);

    assertThat(office.get(Role.BILLER, path).text())
        .contains(
            "The payer takes it until %s, no more %s".formatted(Office.TODAY.plusDays(60), limit));
    assertThat(office.post(Role.BILLER, path + "/scrub", "").is(200).at("/status"))
        .isEqualTo("READY");
    assertThat(office.get(Role.BILLER, path).text()).doesNotContain("The payer took this claim");
  }
}

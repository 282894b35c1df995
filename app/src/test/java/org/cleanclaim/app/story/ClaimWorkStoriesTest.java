package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.app.submission.FilingProof;
import org.cleanclaim.app.submission.FilingProofs;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.payer.PlannedEvent;
import org.junit.jupiter.api.Test;

/// What a biller does with claims that do not go through: corrected and sent again, held and
/// released, asked about by telephone.
class ClaimWorkStoriesTest {
  private static final Office OFFICE = new Office("wrk", "1003001017");

  @Test
  void aRejectedClaimIsCorrectedAndGoesAgainWithTheFirstSendingOnRecord() {
    String wrong = OFFICE.member();
    String right = OFFICE.member();
    var claim = OFFICE.billed(wrong, "99213");
    OFFICE.deliver(
        OFFICE.box(
            List.of(wrong),
            new PlannedEvent.RejectBeforeAdjudication(
                new MemberId(wrong), Office.SERVED, "A7", "33", "IL", "Subscriber not found")));
    assertThat(row(claim, "REJECTED")).contains("Subscriber not found");

    correctMember(claim, right);
    var made = rebuild(claim);

    assertThat(made.at("/ready")).isEqualTo("1");
    assertThat(OFFICE.next(claim)).isEqualTo("Send it to the payer");
    assertThat(row(claim, "REJECTED")).isEmpty();
    OFFICE.deliver(OFFICE.box(List.of(right)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.clocks(claim, "STOPPED").get("TIMELY_FILING").at("/state").asString())
        .isEqualTo("MET");
    var proof = proof(claim);
    assertThat(proof.sendings()).hasSize(2);
    assertThat(proof.sendings().getFirst().receipts())
        .anySatisfy(r -> assertThat(r.answer()).startsWith("claim refused"));
    assertThat(proof.proving()).contains(proof.sendings().getLast());
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimThatSomebodyHoldsGoesWhenItIsReleased() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String on = Office.TODAY.plusDays(9).toString();

    assertThat(hold(claim, "no", null).status()).isEqualTo(409);
    assertThat(hold(claim, "The referral is on its way", Office.TODAY.toString()).status())
        .isEqualTo(409);
    String first = hold(claim, "The referral is on its way", on).is(200).at("/publicId");
    String second = hold(claim, "The doctor looks at the note", null).is(200).at("/publicId");
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.next(claim)).isEqualTo("Release the hold when its reason is gone");
    assertThat(row(claim, "HELD")).contains("The doctor looks at the note");
    assertThat(OFFICE.page("/claims?status=HELD&only=ON_HOLD"))
        .contains(claim.controlNumber(), "Release the hold when its reason is gone");
    assertThat(OFFICE.clocks(claim, "OPEN").get("HELD_CLAIM").at("/dueOn").asString())
        .isEqualTo(on);
    OFFICE.post(Role.BILLER, path(claim) + "/scrub", "{}").is(200);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("HELD");

    assertThat(release(claim, first).is(200).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("HELD_CLAIM");
    assertThat(release(claim, second).is(200).at("/status")).isEqualTo("READY");
    assertThat(release(claim, second).is(409).text()).contains("has released the hold already");
    assertThat(OFFICE.next(claim)).isEqualTo("Send it to the payer");
  }

  @Test
  void aCallDoesNotEndTheDayOfAHold() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    OFFICE.take("refused.999", RefusedFile.refusal(OFFICE.submitted())).is(200);
    String on = Office.TODAY.plusDays(9).toString();
    hold(claim, "The referral is on its way", on).is(200);

    call(claim, "They refuse whole files of today", Office.TODAY.plusDays(3).toString()).is(200);
    call(claim, "They take files again", "").is(200);

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("FOLLOW_UP");
    assertThat(OFFICE.clocks(claim, "OPEN").get("HELD_CLAIM").at("/dueOn").asString())
        .isEqualTo(on);
  }

  @Test
  void aWithdrawnCorrectionLeavesNoDayToLookAtIt() {
    var claim = OFFICE.atPayer("99213");
    OFFICE
        .post(
            Role.BILLER,
            path(claim) + "/corrections",
            "{\"how\": \"REPLACEMENT\", \"reason\": \"The units were wrong\"}")
        .is(200);
    var correction =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
    hold(correction, "The doctor looks at the note", Office.TODAY.plusDays(9).toString()).is(200);
    assertThat(OFFICE.clocks(correction, "OPEN")).containsOnlyKeys("HELD_CLAIM", "TIMELY_FILING");

    var earlier =
        OFFICE
            .post(Role.BILLER, path(correction) + "/withdraw", "{\"reason\": \"It was right\"}")
            .is(200);

    assertThat(earlier.at("/controlNumber")).isEqualTo(claim.controlNumber());
    assertThat(OFFICE.clocks(correction, "OPEN")).isEmpty();
  }

  @Test
  void aClaimThatAPayerHasIsNotHeld() {
    var claim = OFFICE.atPayer("99213");

    assertThat(hold(claim, "The referral is on its way", null).is(409).text())
        .contains("only one that no payer has is held");
    OFFICE
        .post(Role.CODER, path(claim) + "/holds", "{\"reason\": \"The referral is missing\"}")
        .is(403);
  }

  @Test
  void aSilentClaimIsCalledAboutAndReturnsOnTheAgreedDay() {
    var claim = OFFICE.atPayer("99213");
    OFFICE.sentDaysAgo(claim, 60);
    assertThat(isSilent(claim)).isTrue();

    call(claim, "In review, decided within two weeks", Office.TODAY.plusDays(14).toString())
        .is(200);

    assertThat(isSilent(claim)).isFalse();
    assertThat(OFFICE.clocks(claim, "OPEN").get("FOLLOW_UP").at("/dueOn").asString())
        .isEqualTo(Office.TODAY.plusDays(14).toString());
    assertThat(OFFICE.claim(claim).text())
        .contains("Called the payer", "spoke with Dana, extension 12", "reference R-77");
    call(claim, "It is lost, they look for it", "").is(200);
    assertThat(isSilent(claim)).isTrue();
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("FOLLOW_UP");
    assertThat(call(OFFICE.billed(OFFICE.member(), "99213"), "Nothing there", "").status())
        .isEqualTo(409);
  }

  @Test
  void aDecisionEndsTheDayThatWasAgreedUpon() {
    var claim = OFFICE.atPayer("99213");
    call(claim, "In review", Office.TODAY.plusDays(14).toString()).is(200);
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("FOLLOW_UP");

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", "CO 45 58.00, PR 3 30.00").arrives();

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("FOLLOW_UP");
  }

  @Test
  void aClaimThatNeverArrivedGoesAgainAndIsOwedOnce() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    byte[] lost = OFFICE.submitted();
    OFFICE.sentDaysAgo(claim, 5);
    assertThat(isSilent(claim)).isTrue();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");

    var again =
        OFFICE
            .post(Role.BILLER, path(claim) + "/send-again", "{\"reason\": \"No file came\"}")
            .is(200);

    assertThat(again.at("/status")).isEqualTo("READY");
    assertThat(isSilent(claim)).isFalse();
    OFFICE.deliver(OFFICE.box(List.of(member)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(proof(claim).sendings()).hasSize(2);
    OFFICE.take("late.999", RefusedFile.refusal(lost)).is(200);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatComesLateForAnEarlierFileDoesNotMoveAClaimThatWentAgain() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    byte[] lost = OFFICE.submitted();
    OFFICE.post(Role.BILLER, path(claim) + "/send-again", "{\"reason\": \"No file came\"}").is(200);
    OFFICE.submitted();

    OFFICE.take("late.999", RefusedFile.refusal(lost)).is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
  }

  @Test
  void aLate277CAOfAnEarlierFileIsKeptAndMovesNothing() {
    String wrong = OFFICE.member();
    String right = OFFICE.member();
    var claim = OFFICE.billed(wrong, "99213");
    var box =
        OFFICE.box(
            List.of(wrong),
            new PlannedEvent.RejectBeforeAdjudication(
                new MemberId(wrong), Office.SERVED, "A7", "33", "IL", "Subscriber not found"));
    var answers =
        box.receive("first.837", OFFICE.submitted(), Office.TODAY.minusDays(20).atTime(17, 0));
    answers.forEach(answer -> OFFICE.take(answer.name(), answer.bytes()).is(200));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REJECTED");
    correctMember(claim, right);
    rebuild(claim);
    OFFICE.deliver(OFFICE.box(List.of(right)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");

    var late = answers.stream().filter(a -> a.kind().equals("277CA")).findFirst().orElseThrow();
    String text = new String(late.bytes(), StandardCharsets.ISO_8859_1);
    String number = text.substring(90, 99);
    OFFICE
        .take("late.277ca", text.replace(number, "987654321").getBytes(StandardCharsets.ISO_8859_1))
        .is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    var sendings = proof(claim).sendings();
    assertThat(sendings.getLast().receipts())
        .noneSatisfy(r -> assertThat(r.answer()).startsWith("claim refused"));
  }

  @Test
  void aFileThatIsRefusedAboveItsClaimsSendsThemAllBack() {
    var one = OFFICE.billed(OFFICE.member(), "99213");
    var other = OFFICE.billed(OFFICE.member(), "99213");
    String batch = RefusedFile.interchange(OFFICE.submitted());

    OFFICE.take("whole.277ca", RefusedFile.refusalOfSender(batch)).is(200);

    for (var claim : List.of(one, other)) {
      assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REJECTED");
      assertThat(row(claim, "REJECTED"))
          .contains(
              "The 277CA refuses the whole file: sent back unworked: not approved to send"
                  + " electronic claims (sender of the file), A3/24/41.");
      assertThat(proof(claim).sendings().getLast().receipts())
          .anySatisfy(r -> assertThat(r.answer()).isEqualTo("claim refused with its file"));
      assertThat(proof(claim).proving()).isEmpty();
    }
  }

  @Test
  void aRefusedBillingProviderSendsItsClaimsBackBesideThoseThatAreNamed() {
    var named = OFFICE.billed(OFFICE.member(), "99213");
    var other = OFFICE.billed(OFFICE.member(), "99213");
    String batch = RefusedFile.interchange(OFFICE.submitted());

    OFFICE
        .take("provider.277ca", RefusedFile.refusalOfProvider(batch, "1003001017", taken(named)))
        .is(200);

    assertThat(OFFICE.claim(named).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.claim(other).at("/status")).isEqualTo("REJECTED");
    assertThat(row(other, "REJECTED"))
        .contains("The 277CA refuses its billing provider: not valid: NPI (billing provider)");
    var stranger =
        OFFICE.take(
            "stranger.277ca",
            RefusedFile.refusalOfProvider(
                batch, "1999999992", new RefusedFile.Taken("NOTOURS", "Doe", "Jane", "1", "150")));
    assertThat(stranger.is(200).at("/unknown")).isEqualTo("2");
  }

  @Test
  void aRefusedGroupIsNoErrorOfAnotherClaim() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    OFFICE.take("group.999", RefusedFile.refusalOfGroup(OFFICE.submitted())).is(200);

    assertThat(row(claim, "REJECTED"))
        .contains(
            "The 999 refuses the whole group, code R/4, its number differs between beginning and"
                + " end. Its file has to be mended, not the claim.");
  }

  @Test
  void anAnswerOfAnotherPracticeDoesNotMoveAClaimThatHappensToHaveItsNumber() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String batch = RefusedFile.interchange(OFFICE.submitted());
    var ours = taken(claim);

    for (var other :
        List.of(
            new RefusedFile.Taken(ours.number(), ours.last(), ours.first(), ours.member(), "165"),
            new RefusedFile.Taken(ours.number(), "Doe", "Jane", "1", ours.charge()))) {
      var read =
          OFFICE.take(
              "other.277ca", RefusedFile.refusalOfProvider("987654321", "1999999992", other));
      assertThat(read.is(200).at("/handled")).isEqualTo("0");
    }
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("SENT");
    OFFICE.take("ours.277ca", RefusedFile.refusalOfProvider(batch, "1999999992", ours)).is(200);
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
  }

  private static RefusedFile.Taken taken(BilledClaim claim) {
    var patient = (PartyName.PersonName) claim.snapshot().patient().name();
    return new RefusedFile.Taken(
        claim.controlNumber(),
        patient.last(),
        patient.first(),
        claim.snapshot().subscriber().memberId().value(),
        claim.totalCharge().toX12());
  }

  @Test
  void aDecidedClaimDoesNotGoAgain() {
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE.payRun(box);

    assertThat(
            OFFICE
                .post(Role.BILLER, path(claim) + "/send-again", "{\"reason\": \"No file came\"}")
                .is(409)
                .text())
        .contains("The claim is adjudicated");
    assertThat(rebuild(claim).at("/left/0")).contains("what the payer has is changed");
  }

  @Test
  void aRejectedClaimToTheNextPayerTakesTheCorrectedNumberAndGoesAgain() {
    var summit = new SecondPayer(OFFICE, "summit", "Summit Benefits");
    String member = OFFICE.member();
    String wrong = OFFICE.member();
    String right = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    summit.covers(patient.id(), wrong);
    var visit = OFFICE.charge(patient, "NEXT1", Office.SERVED, "11", "99213");
    var claim = OFFICE.bill(visit.id());
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE.payRun(box);
    var next = summit.follower(claim);
    OFFICE.take("summit.999", RefusedFile.refusal(summit.sent())).is(200);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("REJECTED");

    correctMember(next, right);
    assertThat(rebuild(next).at("/ready")).isEqualTo("1");

    String file = new String(summit.delivered(summit.box(right)), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("*MI*" + right, "AMT*D*", "CAS*CO*45*").doesNotContain(wrong);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(next)).isEqualTo("30.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  private static String path(BilledClaim claim) {
    return "/claims/" + claim.publicId();
  }

  private static FilingProof proof(BilledClaim claim) {
    return OFFICE.inside(() -> OFFICE.server.bean(FilingProofs.class).of(claim));
  }

  /// The claim's row of the list of a status; empty when it is not in it.
  private static String row(BilledClaim claim, String status) {
    return Office.rows(OFFICE.get(Role.BILLER, "/claims?status=" + status)).stream()
        .filter(c -> c.at("/controlNumber").asString().equals(claim.controlNumber()))
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }

  private static boolean isSilent(BilledClaim claim) {
    return OFFICE.get(Role.BILLER, "/claims/silent").is(200).text().contains(claim.controlNumber());
  }

  private static ApiAnswer rebuild(BilledClaim claim) {
    return OFFICE
        .post(Role.BILLER, "/claims/rebuild", "{\"claims\": [\"%s\"]}".formatted(claim.publicId()))
        .is(200);
  }

  private static ApiAnswer hold(BilledClaim claim, String reason, String on) {
    String day = on == null ? "null" : '"' + on + '"';
    return OFFICE.post(
        Role.BILLER,
        path(claim) + "/holds",
        "{\"reason\": \"%s\", \"lookAgainOn\": %s}".formatted(reason, day));
  }

  private static ApiAnswer release(BilledClaim claim, String hold) {
    return OFFICE.post(Role.BILLER, path(claim) + "/holds/" + hold + "/release", "{}");
  }

  private static ApiAnswer call(BilledClaim claim, String said, String on) {
    return OFFICE.post(
        Role.BILLER,
        path(claim) + "/calls",
        """
        {"said": "%s", "spokeWith": "Dana, extension 12", "reference": "R-77", "lookAgainOn": "%s"}\
        """
            .formatted(said, on));
  }

  private static void correctMember(BilledClaim claim, String member) {
    OFFICE
        .post(
            Role.FRONT_DESK,
            "/patients/%s/coverages/%d/member-id"
                .formatted(OFFICE.patient(claim), claim.coverageId()),
            "{\"memberId\": \"%s\", \"reason\": \"Read from the card\"}".formatted(member))
        .is(200);
  }
}

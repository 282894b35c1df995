package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// The second payer of claims that hold several visits, or a part of one, and first payers that
/// decide anew after it was asked.
class NextPayerStoriesTest {
  private static final Office OFFICE = new Office("nxt", "1003000910");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);
  private static final SecondPayer SUMMIT = new SecondPayer(OFFICE, "summit", "Summit Benefits");

  private record Combined(Patient patient, Encounter one, Encounter other, BilledClaim claim) {}

  /// A visit of 150.00 and an injection of 120.00 on one claim, which the first payer has; the
  /// patient has a second one.
  private static Combined combined(String number, String secondMember) {
    String member = OFFICE.member();
    var patient = OFFICE.inside(() -> OFFICE.registered(member));
    SUMMIT.covers(patient.id(), secondMember);
    var one = OFFICE.charge(patient, number + "A", Office.SERVED.minusDays(2), "11", "99213");
    var other = OFFICE.charge(patient, number + "B", Office.SERVED, "11", "20610");
    var made =
        Office.rows(
            OFFICE.post(
                Role.BILLER,
                "/claims/combined",
                "{\"encounters\":[\"%s\",\"%s\"]}".formatted(one.publicId(), other.publicId())));
    var claim = RECORDS.claim(made.getFirst().at("/id").asString());
    OFFICE.deliver(OFFICE.box(List.of(member)));
    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    return new Combined(patient, one, other, claim);
  }

  private static void decides(BilledClaim claim, String ofVisit, String ofInjection) {
    new Remitted(OFFICE, OFFICE.trace()).lines(claim, "1", List.of(ofVisit, ofInjection)).arrives();
  }

  /// What was paid comes out of later payments (PLB FB), so that nothing is to be paid.
  private static void takesBack(
      BilledClaim claim, String paid, String ofVisit, String ofInjection) {
    new Remitted(OFFICE, OFFICE.trace())
        .lines(claim, "22", List.of(ofVisit, ofInjection))
        .providerLevel("FB", "HH" + claim.controlNumber(), "-" + paid)
        .arrives();
  }

  @Test
  void theSecondPayerOfACombinedClaimGetsEachLinesDecisionAndTheLedgerAgreesByVisit() {
    String second = OFFICE.member();
    var bill = combined("TWO", second);

    decides(bill.claim(), "CO 45 58.00, PR 3 30.00", "CO 45 50.00, PR 2 14.00");

    assertThat(OFFICE.owed(bill.claim())).isEqualTo("0.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.of("30.00"));
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.of("14.00"));
    assertThat(RECORDS.shares(bill.patient())).isEmpty();
    var next = SUMMIT.follower(bill.claim());
    assertThat(next.snapshot().lines()).hasSize(2);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(next).at("/billed")).isEqualTo("270.00");
    assertThat(OFFICE.claim(next).at("/payers/1/owed")).isEqualTo("44.00");
    assertThat(OFFICE.claim(next).json().at("/visits").size()).isEqualTo(2);

    String file = new String(SUMMIT.delivered(SUMMIT.box(second)), StandardCharsets.ISO_8859_1);

    assertThat(file)
        .contains("AMT*D*118~", "CLM*" + next.controlNumber() + "*270*")
        .containsSubsequence(
            "SV1*HC:99213*150*",
            "*62*HC:99213*",
            "CAS*CO*45*58~",
            "CAS*PR*3*30~",
            "SV1*HC:20610*120*",
            "*56*HC:20610*",
            "CAS*CO*45*50~",
            "CAS*PR*2*14~");
    assertThat(OFFICE.owed(next)).isEqualTo("44.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.ZERO);

    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .lines(next, "2", List.of("OA 23 120.00, PR 2 10.00", "OA 23 106.00, PR 2 4.00"))
        .arrives();

    assertThat(OFFICE.owed(next)).isEqualTo("0.00");
    assertThat(RECORDS.shares(bill.patient()))
        .containsOnly(Map.entry("TWOA", "10.00"), Map.entry("TWOB", "4.00"));
    assertThat(OFFICE.ofPatient(bill.claim())).isEqualTo("14.00");
    assertThat(OFFICE.next(next)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatTheFirstPayerTakesBackBeforeTheSecondIsAskedHoldsTheClaimUntilItDecidesAnew() {
    var bill = combined("BCK", OFFICE.member());
    decides(bill.claim(), "CO 45 58.00, PR 3 30.00", "CO 45 50.00, PR 2 14.00");
    var next = SUMMIT.follower(bill.claim());

    takesBack(bill.claim(), "118.00", "CO 45 58.00, PR 3 30.00", "CO 45 50.00, PR 2 14.00");

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.next(next)).isEqualTo("Wait for the new decision of the payer before");
    assertThat(OFFICE.page("/claims?q=" + next.controlNumber()))
        .contains("Wait for the new decision of the payer before");
    OFFICE.post(Role.BILLER, "/claims/" + next.publicId() + "/scrub", "").is(200);
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.claim(next).at("/standing/why"))
        .isEqualTo("Held: The payer before has taken its decision back and not decided anew");
    OFFICE.billedAgain(next, "99213");
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.owed(bill.claim())).isEqualTo("270.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.ZERO);

    decides(bill.claim(), "CO 45 58.00, PR 3 20.00", "CO 45 50.00");

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(next).at("/payers/1/owed")).isEqualTo("20.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.of("20.00"));
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.ZERO);
    assertThat(RECORDS.shares(bill.patient())).isEmpty();

    takesBack(bill.claim(), "142.00", "CO 45 58.00, PR 3 20.00", "CO 45 50.00");
    decides(bill.claim(), "CO 45 58.00", "CO 45 50.00");

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("VOIDED");
    assertThat(OFFICE.claim(next).text()).contains("leaves nothing");
    assertThat(OFFICE.clocks(next, "OPEN")).isEmpty();
    assertThat(OFFICE.next(bill.claim())).isEqualTo("Nothing: the payer's part is settled");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.ZERO);
    assertThat(OFFICE.ofPatient(bill.claim())).isEqualTo("0.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void whatTheFirstPayerDecidesAnewAfterTheSecondWasAskedIsToldByAReplacement() {
    String second = OFFICE.member();
    var bill = combined("REP", second);
    decides(bill.claim(), "CO 45 58.00, PR 3 30.00", "CO 45 50.00, PR 2 14.00");
    var next = SUMMIT.follower(bill.claim());
    var box = SUMMIT.box(second);
    SUMMIT.delivered(box);

    takesBack(bill.claim(), "118.00", "CO 45 58.00, PR 3 30.00", "CO 45 50.00, PR 2 14.00");
    decides(bill.claim(), "CO 45 58.00, PR 3 20.00", "CO 45 50.00, PR 2 14.00");

    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(next)).isEqualTo("44.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.of("-10.00"));
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.ZERO);
    assertThat(OFFICE.claim(next).at("/standing/why"))
        .isEqualTo("Payer before decided again: Now it leaves 34.00; the claim says 44.00");

    var replacement =
        RECORDS.claim(
            OFFICE
                .post(
                    Role.BILLER,
                    "/claims/" + next.publicId() + "/corrections",
                    "{\"how\":\"REPLACEMENT\",\"reason\":\"The first payer decided anew\"}")
                .is(200)
                .at("/id"));

    assertThat(OFFICE.claim(replacement).at("/status")).isEqualTo("READY");
    assertThat(RECORDS.claim(replacement.publicId().toString()).owed())
        .isEqualTo(Money.of("34.00"));
    String file = new String(SUMMIT.delivered(box), StandardCharsets.ISO_8859_1);
    assertThat(file).contains(":7*", "CAS*PR*3*20~", "AMT*D*128~").doesNotContain("CAS*PR*3*30~");
    assertThat(OFFICE.claim(next).at("/status")).isEqualTo("REPLACED");
    assertThat(OFFICE.owed(next)).isEqualTo("0.00");
    assertThat(OFFICE.owed(replacement)).isEqualTo("34.00");
    assertThat(RECORDS.unbilled(bill.one())).isEqualTo(Money.ZERO);
    assertThat(RECORDS.unbilled(bill.other())).isEqualTo(Money.ZERO);

    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .lines(replacement, "2", List.of("OA 23 130.00, PR 2 5.00", "OA 23 106.00, PR 2 4.00"))
        .arrives();

    assertThat(OFFICE.owed(replacement)).isEqualTo("0.00");
    assertThat(RECORDS.shares(bill.patient()))
        .containsOnly(Map.entry("REPA", "5.00"), Map.entry("REPB", "4.00"));
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aRemarkOfTheWholeClaimTellsThatThePayerHasSentItOnAndStaysToBeRead() {
    var first = OFFICE.atPayer("99213");
    SUMMIT.covers(first.patientId(), OFFICE.member());

    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA18", "MA01")
        .line(first, "1", "CO 45 58.00, PR 3 30.00", "N130")
        .arrives();

    var decided = OFFICE.claim(first).json().at("/decisions/0");
    assertThat(decided.at("/remarks").toString()).isEqualTo("[\"MA18\",\"MA01\"]");
    assertThat(decided.at("/sentOnTo").asString()).isEqualTo("the next payer");
    assertThat(OFFICE.claim(first).json().at("/decidedLines/0/remarks").toString())
        .isEqualTo("[\"N130\"]");
    assertThat(OFFICE.page("/claims/" + first.publicId()))
        .containsSubsequence(
            "What the payer decided",
            "N130",
            "sent on to the next payer by the payer itself",
            "MA18 MA01");
    assertThat(OFFICE.page("/remittances/" + decided.at("/remittanceId").asString()))
        .contains("N130", "MA18 MA01");
    var second = SUMMIT.follower(first);
    assertThat(OFFICE.claim(second).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.owed(second)).isEqualTo("30.00");
    assertThat(second.snapshot().otherCoverages())
        .singleElement()
        .satisfies(o -> assertThat(o.remarks()).containsExactly("MA18", "MA01"));
    assertThat(OFFICE.ofPatient(first)).isEqualTo("0.00");
  }

  private static BilledClaim sentOnToNobodyKnown() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA18")
        .line(claim, "1", "CO 45 58.00, PR 3 30.00")
        .arrives();
    return claim;
  }

  @Test
  void aClaimThatWasSentOnToAPlanThatIsNotOnFileHasANextStepAndAClockUntilThePlanIsAsked() {
    var claim = sentOnToNobodyKnown();

    assertThat(OFFICE.next(claim))
        .startsWith("Find out to which plan Harbor Health has sent it on");
    assertThat(OFFICE.clocks(claim, "OPEN").get("SENT_ON_CLAIM").at("/dueOn").asString())
        .isEqualTo(Remitted.PAID_ON.plusDays(30).toString());
    assertThat(OFFICE.page("/claims?only=SENT_ON")).contains(claim.controlNumber());
    int waiting =
        Office.rows(OFFICE.get(Role.BILLER, "/deadlines?kind=SENT_ON_CLAIM&span=OPEN")).size();
    assertThat(OFFICE.page("/"))
        .contains(
            "href=\"/claims?only=SENT_ON\"><span class=\"cc-number\">%d</span><span>Sent on to a plan not on file"
                .formatted(waiting));

    SUMMIT.covers(claim.patientId(), OFFICE.member());
    assertThat(OFFICE.next(claim)).startsWith("Ask Summit Benefits");
    assertThat(OFFICE.clocks(claim, "OPEN")).containsKey("SENT_ON_CLAIM");
    OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/ask-next-payer", "").is(200);

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("SENT_ON_CLAIM");
    assertThat(OFFICE.next(claim)).startsWith("Follow claim");
    assertThat(OFFICE.page("/claims?only=SENT_ON")).doesNotContain(claim.controlNumber());
  }

  @Test
  void whoSaysThatInsuranceIsDoneEndsTheSearchForThePlanThatAClaimWasSentOnTo() {
    var claim = sentOnToNobodyKnown();
    var visit =
        OFFICE.inside(
            () -> OFFICE.server.bean(Encounters.class).get(claim.encounterId()).publicId());

    OFFICE
        .post(
            Role.BILLER,
            "/billing/visits/" + visit + "/release",
            "{\"why\": \"The patient has no other plan\"}")
        .is(200);

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("SENT_ON_CLAIM");
    assertThat(OFFICE.next(claim)).isEqualTo("Nothing: the payer's part is settled");
  }

  @Test
  void aRemarkThatSaysNothingOfAnotherPayerSendsNothingOn() {
    var first = OFFICE.atPayer("99213");
    SUMMIT.covers(first.patientId(), OFFICE.member());

    new Remitted(OFFICE, OFFICE.trace())
        .remarked("MA01")
        .line(first, "1", "CO 45 58.00, PR 3 30.00")
        .arrives();

    assertThat(OFFICE.claim(first).json().at("/decisions/0/sentOnTo").isNull()).isTrue();
    assertThat(OFFICE.claim(SUMMIT.follower(first)).at("/status")).isEqualTo("READY");
  }
}

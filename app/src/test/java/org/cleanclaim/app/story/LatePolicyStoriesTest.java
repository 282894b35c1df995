package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.practice.ApiAnswer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Second policies of which nobody knew when the first payer decided.
class LatePolicyStoriesTest {
  private static final Office OFFICE = new Office("lat", "1003000951");
  private static final OfficeRecords RECORDS = new OfficeRecords(OFFICE);
  private static final SecondPayer SUMMIT = new SecondPayer(OFFICE, "summit", "Summit Benefits");
  private static final String DECISION = "CO 45 58.00, PR 3 30.00";

  private static BilledClaim decided(String status) {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, status, DECISION).arrives();
    return claim;
  }

  private static ApiAnswer ask(BilledClaim claim) {
    return OFFICE.post(Role.BILLER, "/claims/" + claim.publicId() + "/ask-next-payer", "");
  }

  private static ApiAnswer account(BilledClaim claim) {
    return OFFICE.get(Role.BILLER, "/billing/accounts/" + OFFICE.patient(claim)).is(200);
  }

  @Test
  void aPolicyThatIsRegisteredLaterIsAskedForWhatThePatientOwes() {
    var claim = decided("1");
    String second = OFFICE.member();
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(ask(claim).is(409).at("/detail")).contains("Register the policy first");
    SUMMIT.covers(claim.patientId(), second);
    assertThat(OFFICE.next(claim))
        .isEqualTo("Ask Summit Benefits, the next payer, which was not asked");
    assertThat(OFFICE.page("/claims/" + claim.publicId()))
        .contains("Ask Summit Benefits for what is left");

    var asked = ask(claim).is(200);

    var next = SUMMIT.follower(claim);
    assertThat(asked.at("/controlNumber")).isEqualTo(next.controlNumber());
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
    assertThat(ask(claim).status()).isEqualTo(409);
    SUMMIT.delivered(SUMMIT.box(second));
    assertThat(OFFICE.owed(next)).isEqualTo("30.00");
    new Remitted(OFFICE, OFFICE.trace())
        .by(SUMMIT.payer)
        .line(next, "2", "OA 23 120.00, PR 2 10.00")
        .arrives();
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("10.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aDecisionThatIsTakenBackGoesBackWhereItsShareLies() {
    var ofPatient = decided("1");
    SUMMIT.covers(ofPatient.patientId(), OFFICE.member());
    var ofNext = decided("1");
    SUMMIT.covers(ofNext.patientId(), OFFICE.member());
    ask(ofNext).is(200);

    for (BilledClaim claim : new BilledClaim[] {ofPatient, ofNext}) {
      new Remitted(OFFICE, OFFICE.trace())
          .line(claim, "22", DECISION)
          .providerLevel("FB", "HH" + claim.controlNumber(), "-62.00")
          .arrives();
      assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
      assertThat(OFFICE.ofPatient(claim)).isEqualTo("0.00");
      assertThat(RECORDS.unbilled(claim.encounterId())).isEqualTo(Money.ZERO);
    }
  }

  @Test
  void thePolicyOfAMergedRecordIsAskedToo() {
    var claim = OFFICE.atPayer("99213");
    var other = OFFICE.inside(() -> OFFICE.registered(OFFICE.member()));
    SUMMIT.covers(other.id(), OFFICE.member());
    OFFICE
        .post(
            Role.MANAGER,
            "/patients/" + other.publicId() + "/merge",
            "{\"gone\": \"%s\", \"reason\": \"The same person\"}".formatted(OFFICE.patient(claim)))
        .is(200);

    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", DECISION).arrives();

    assertThat(OFFICE.owed(SUMMIT.follower(claim))).isEqualTo("0.00");
    assertThat(RECORDS.unbilled(claim.encounterId())).isEqualTo(Money.of("30.00"));
  }

  @Test
  void aPatientIsNotBilledWhileThePayerSaysThatItSentTheClaimOn() {
    var claim = decided("19");

    assertThat(account(claim).at("/state")).isEqualTo("NOT_READY");
    assertThat(account(claim).at("/why"))
        .isEqualTo(
            "Harbor Health has sent claim %s on to the next payer, and no such plan is on file"
                .formatted(claim.controlNumber()));
  }
}

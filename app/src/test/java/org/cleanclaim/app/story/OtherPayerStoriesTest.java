package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.coverage.CoverageOrder;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.practice.ApiAnswer;
import org.junit.jupiter.api.Test;

/// Claims that the wrong payer got: they go to the right one, in the place of the refused ones.
class OtherPayerStoriesTest {
  private static final Office OFFICE = new Office("oth", "1740286301");
  private static final SecondPayer RIGHT = new SecondPayer(OFFICE, "right", "Right Health");

  private static ApiAnswer rebilled(BilledClaim claim) {
    String denial = OFFICE.denials(claim).getFirst().at("/publicId").asString();
    return OFFICE.post(
        Role.BILLER,
        "/denials/" + denial + "/deeds",
        "{\"action\": \"bill-other-payer\", \"reason\": \"Right Health was first on that day\"}");
  }

  private static void coveredFirst(BilledClaim claim, String member) {
    RIGHT.covers(claim.patientId(), member);
    OFFICE.inside(() -> {
      var coverages = OFFICE.server.bean(Coverages.class);
      var policies = coverages.ofPatient(claim.patientId());
      OFFICE
          .server
          .bean(CoverageOrder.class)
          .set(
              claim.patientId(),
              List.of(policies.get(1).id(), policies.get(0).id()),
              null,
              "The employer's plan is first");
      return true;
    });
  }

  private static BilledClaim refused(String reasons) {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "4", reasons).arrives();
    return claim;
  }

  @Test
  void aRefusedClaimGoesToThePayerThatIsFirstAndWhatItWasBilledAtMovesWithIt() {
    var claim = refused("CO 109 150.00");
    String member = OFFICE.member();
    coveredFirst(claim, member);

    rebilled(claim).is(200);

    var chain = OFFICE.claim(claim).json().at("/chain");
    assertThat(chain.size()).isEqualTo(2);
    String number = chain.get(1).at("/controlNumber").asString();
    var made = new OfficeRecords(OFFICE).numbered(number);
    assertThat(made.payerId()).isEqualTo(RIGHT.payer.id());
    assertThat(made.snapshot().payer().name()).isEqualTo("Right Health");
    assertThat(made.fileBy()).isEqualTo(Office.SERVED.plusDays(365));
    assertThat(OFFICE.clocks(made, "OPEN").get("TIMELY_FILING").at("/dueOn").asString())
        .isEqualTo(made.fileBy().toString());
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    RIGHT.delivered(RIGHT.box(member));
    assertThat(OFFICE.clocks(made, "STOPPED").get("TIMELY_FILING").at("/state").asString())
        .isEqualTo("MET");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.owed(made)).isEqualTo("150.00");
    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("IN_WORK");

    new Remitted(OFFICE, OFFICE.trace())
        .by(RIGHT.payer)
        .line(made, "1", "CO 45 58.00, PR 3 30.00")
        .arrives();
    var denial = OFFICE.denials(claim).getFirst();
    assertThat(denial.at("/status").asString()).isEqualTo("WON");
    assertThat(denial.at("/action").asString()).isEqualTo("BILL_OTHER_PAYER");
    assertThat(OFFICE.owed(made)).isEqualTo("0.00");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aClaimStaysWithItsPayerWhileNoOtherIsRegisteredAsTheFirst() {
    var claim = refused("CO 109 150.00");
    RIGHT.covers(claim.patientId(), OFFICE.member());

    var refusal = rebilled(claim).is(409);

    assertThat(refusal.at("/detail")).contains("register the policy that pays first");
    assertThat(OFFICE.claim(claim).json().at("/chain").size()).isEqualTo(1);
  }

  @Test
  void aClaimThatWasPaidInPartIsVoidedBeforeAnotherPayerIsBilled() {
    var claim = refused("CO 109 100.00");
    coveredFirst(claim, OFFICE.member());

    assertThat(rebilled(claim).is(409).at("/detail")).contains("void that claim first");
  }
}

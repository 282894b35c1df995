package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.junit.jupiter.api.Test;

/// Claims that are decided and not done: nobody has denied what is open.
class OpenBalanceStoriesTest {
  private static final Office OFFICE = new Office("opb", "1003000985");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  private static void arrives(BilledClaim claim, String status, String says) {
    var other = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, status, says).line(other, "1", PAID).arrives();
  }

  private static String nextOf(BilledClaim claim) {
    return OFFICE.next(claim);
  }

  private static boolean isListed(BilledClaim claim) {
    return Office.rows(OFFICE.get(Role.BILLER, "/deadlines?kind=OPEN_BALANCE")).stream()
        .anyMatch(c -> c.at("/subject").asString().endsWith(" " + claim.controlNumber()));
  }

  @Test
  void whatAPayerTookBackAndDidNotDecideAnewHasADayUntilItIsDecided() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    assertThat(isListed(claim)).isFalse();

    arrives(claim, "22", PAID);

    assertThat(isListed(claim)).isTrue();
    assertThat(nextOf(claim)).isEqualTo("Ask the payer about the $150.00 that are still open");
    assertThat(OFFICE.clocks(claim, "OPEN").get("OPEN_BALANCE").at("/dueOn").asString())
        .isEqualTo(Office.TODAY.plusDays(30).toString());
    assertThat(OFFICE.page("/")).contains("Open after the decision");

    arrives(claim, "1", PAID);

    assertThat(isListed(claim)).isFalse();
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OPEN_BALANCE");
  }

  @Test
  void aWrittenOffBalanceNeedsNobodyToAsk() {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", PAID).arrives();
    arrives(claim, "22", PAID);

    OFFICE
        .post(
            Role.MANAGER,
            "/write-offs",
            """
            {"claim": "%s", "reason": "TIMELY_FILING", "note": "Too late to ask", "amount": "150.00"}
            """
                .formatted(claim.controlNumber()))
        .is(200);

    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("OPEN_BALANCE");
  }

  @Test
  void aPayerThatIsNotFinishedHasDeniedNothing() {
    var claim = OFFICE.atPayer("99213");

    arrives(claim, "1", "CO 133 150.00");

    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(isListed(claim)).isTrue();
    assertThat(OFFICE.page("/claims/" + claim.publicId())).contains("Pended");

    arrives(claim, "1", PAID);

    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(isListed(claim)).isFalse();
  }

  @Test
  void whatIsOnlySaidBeforehandDecidesNothing() {
    var claim = OFFICE.atPayer("99213");

    arrives(claim, "25", "OA 101 90.00, CO 96 60.00");

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("AT_PAYER");
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
  }

  @Test
  void aDenialThatThePayerTakesBackByItselfIsNotWorkedOn() {
    var claim = OFFICE.atPayer("99213");
    arrives(claim, "4", "CO 197 150.00");
    assertThat(OFFICE.denials(claim)).hasSize(1);
    var other = OFFICE.atPayer("99213");

    new Remitted(OFFICE, OFFICE.trace())
        .line(claim, "22", "CO 197 150.00")
        .line(claim, "1", PAID)
        .line(other, "1", PAID)
        .arrives();

    var denial = OFFICE.denials(claim).getFirst();
    assertThat(denial.at("/status").asString()).isEqualTo("WON");
    assertThat(nextOf(claim)).isEqualTo("Nothing: the payer's part is settled");
    assertThat(OFFICE.clocks(claim, "OPEN")).doesNotContainKey("APPEAL");
  }

  @Test
  void aDenialThatIsTakenBackAloneLeavesTheClaimOpen() {
    var claim = OFFICE.atPayer("99213");
    arrives(claim, "4", "CO 197 150.00");

    arrives(claim, "22", "CO 197 150.00");

    assertThat(OFFICE.denials(claim).getFirst().at("/status").asString()).isEqualTo("CLOSED");
    assertThat(isListed(claim)).isTrue();
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is paid below the contract when a payer decides in parts, and when a payment was on the
/// wrong claim. The contract allows 92.00 of the visit's 150.00, and 70.00 of the injection's
/// 120.00.
class UnderpaymentStoriesTest {
  private static final Office OFFICE = new Office("unp", "1003008400");
  private static final Office BY_CASE = new Office("unc", "1003008509");
  private static final String SHORT = "CO 45 88.00, PR 3 30.00";

  private static List<JsonNode> underpayments(BilledClaim claim) {
    return underpayments(OFFICE, claim);
  }

  private static List<JsonNode> underpayments(Office office, BilledClaim claim) {
    return Office.rows(office.get(Role.BILLER, "/underpayments?state=all")).stream()
        .filter(u -> u.at("/controlNumber").asString().equals(claim.controlNumber()))
        .toList();
  }

  private static List<String> states(BilledClaim claim) {
    return underpayments(claim).stream().map(u -> u.at("/state").asString()).toList();
  }

  private static void piece(BilledClaim claim, int line, String charge, String reasons) {
    new Remitted(OFFICE, OFFICE.trace()).piece(line, charge).line(claim, "1", reasons).arrives();
  }

  private static void takenBack(BilledClaim claim, int line, String charge, String reasons) {
    new Remitted(OFFICE, OFFICE.trace())
        .piece(line, charge)
        .line(claim, "22", reasons)
        .piece(1, null)
        .line(OFFICE.atPayer("99213"), "1", "CO 45 58.00")
        .arrives();
  }

  /// A payment that names no claim of ours, as it waits.
  private static String lost(BilledClaim like, String reasons) {
    String trace = OFFICE.trace();
    new Remitted(OFFICE, trace).unknown("L" + trace, like, "1", reasons).arrives();
    return OFFICE.waiting(trace).getFirst().at("/id").asString();
  }

  private static void match(String exception, BilledClaim claim) {
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + exception + "/match",
            "{\"claim\": \"%s\", \"reason\": \"By name\"}".formatted(claim.controlNumber()))
        .is(200);
  }

  private static void undo(String exception) {
    OFFICE
        .post(
            Role.BILLER,
            "/remittances/exceptions/" + exception + "/undo-match",
            "{\"reason\": \"Another patient\"}")
        .is(200);
  }

  @Test
  void aLineThatIsDecidedInTwoRemittancesIsComparedOnceTheLastHasCome() {
    var claim = OFFICE.atPayer("99213");

    piece(claim, 1, "100.00", "CO 45 40.00");

    assertThat(underpayments(claim)).isEmpty();
    assertThat(OFFICE.claim(claim).at("/decidedLines/0/outcome")).isEqualTo("PAID");
    assertThat(OFFICE.owed(claim)).isEqualTo("50.00");

    piece(claim, 1, "50.00", "CO 45 18.00, PR 3 30.00");

    assertThat(underpayments(claim)).isEmpty();
    assertThat(OFFICE.claim(claim).at("/decidedLines/1/outcome")).isEqualTo("PAID");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");
    assertThat(OFFICE.ofPatient(claim)).isEqualTo("30.00");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void piecesThatTogetherComeToLessAreOneUnderpayment() {
    var claim = OFFICE.atPayer("99213");
    piece(claim, 1, "50.00", "CO 45 18.00, PR 3 30.00");

    piece(claim, 1, "100.00", "CO 45 50.00");

    assertThat(underpayments(claim))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/expected").asString()).isEqualTo("92.00");
          assertThat(u.at("/allowed").asString()).isEqualTo("82.00");
          assertThat(u.at("/charged").asString()).isEqualTo("150.00");
          assertThat(u.at("/state").asString()).isEqualTo("OPEN");
        });
  }

  @Test
  void whatIsDecidedOfOneLineLeavesTheOthersAsTheyAre() {
    var claim = OFFICE.atPayer("99213", "20610");
    piece(claim, 1, null, SHORT);
    piece(claim, 2, null, "CO 45 50.00");
    assertThat(states(claim)).containsExactly("OPEN");
    assertThat(OFFICE.owed(claim)).isEqualTo("0.00");

    takenBack(claim, 2, null, "CO 45 50.00");

    assertThat(states(claim)).containsExactly("OPEN");
    assertThat(OFFICE.owed(claim)).isEqualTo("120.00");

    takenBack(claim, 1, null, SHORT);

    assertThat(states(claim)).containsExactly("SUPERSEDED");
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  @Test
  void aCaseWhoseLinesComeInTwoRemittancesIsComparedOnceTheLastHasCome() {
    BY_CASE
        .post(
            Role.MANAGER,
            "/payers/harbor/contracts",
            """
            {"text": "contract: Cases\\nfrom: 2024-01-01\\nterms: [{name: visit, pays: {case_rate: 170.00}}]\\n"}
            """)
        .is(200);
    var claim = BY_CASE.atPayer("99213", "20610");

    new Remitted(BY_CASE, BY_CASE.trace()).line(claim, "1", "CO 45 58.00").arrives();
    assertThat(underpayments(BY_CASE, claim)).isEmpty();

    new Remitted(BY_CASE, BY_CASE.trace())
        .piece(2, "120.00")
        .line(claim, "1", "CO 45 50.00")
        .arrives();
    assertThat(underpayments(BY_CASE, claim))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/procedure").asString()).isEqualTo("whole claim");
          assertThat(u.at("/expected").asString()).isEqualTo("170.00");
          assertThat(u.at("/allowed").asString()).isEqualTo("162.00");
          assertThat(u.at("/charged").asString()).isEqualTo("270.00");
        });
  }

  @Test
  void theDecisionOnACorrectionEndsTheUnderpaymentOfTheFirst() {
    var claim = OFFICE.atPayer("99213");
    piece(claim, 1, null, SHORT);
    OFFICE.postCorrection(claim, "REPLACEMENT").is(200);
    OFFICE.submitted();
    var by =
        OFFICE.inside(() -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());

    piece(by, 1, null, "CO 45 58.00, PR 3 30.00");

    assertThat(states(claim)).containsExactly("SUPERSEDED");
    assertThat(underpayments(by)).isEmpty();
  }

  @Test
  void anUnderpaymentIsThereAgainWhenItsPaymentIsMatchedAgain() {
    var claim = OFFICE.atPayer("99213");
    String payment = lost(claim, SHORT);
    match(payment, claim);
    String path = "/underpayments/" + underpayments(claim).getFirst().at("/id").asString();
    OFFICE.post(Role.BILLER, path, "{\"state\": \"disputed\", \"note\": \"call 12\"}").is(200);

    undo(payment);
    assertThat(states(claim)).containsExactly("SUPERSEDED");

    match(payment, claim);
    assertThat(states(claim)).containsExactly("DISPUTED");
    assertThat(OFFICE.page(path)).contains("call 12", "The payment was matched to it again.");
  }

  @Test
  void whatAWrongPaymentHadRecoveredIsOpenAgain() {
    var claim = OFFICE.atPayer("99213");
    piece(claim, 1, null, SHORT);
    String payment = lost(claim, "CO 45 58.00, PR 3 30.00");
    match(payment, claim);
    assertThat(states(claim)).containsExactly("RECOVERED");

    undo(payment);

    assertThat(underpayments(claim))
        .singleElement()
        .satisfies(u -> {
          assertThat(u.at("/state").asString()).isEqualTo("OPEN");
          assertThat(u.at("/recovered").asString()).isEqualTo("0.00");
        });
  }
}

package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.payer.PlannedEvent;
import org.junit.jupiter.api.Test;

/// From a coded visit to the payer's payment.
class SubmissionStoriesTest {
  private static final Office OFFICE = new Office("sub", "1003000126");

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
    assertThat(OFFICE.next(claim)).isEqualTo("Wait for the remittance");
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

    OFFICE.take("refused.999", OFFICE.refusal(sent)).is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("REJECTED");
    assertThat(OFFICE.denials(claim)).isEmpty();
    assertThat(OFFICE.owed(claim)).isEqualTo("150.00");
    assertThat(OFFICE.next(claim)).contains("never adjudicated");
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
}

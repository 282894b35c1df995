package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.junit.jupiter.api.Test;

/// What is corrected at the front desk while a claim waits to be sent.
class ChangedRegistrationStoriesTest {
  private static final Office OFFICE = new Office("chr", "1003001058");

  private static String policy(BilledClaim claim) {
    return "/patients/%s/coverages/%d".formatted(OFFICE.patient(claim), claim.coverageId());
  }

  @Test
  void aReadyClaimGoesOutWithTheNumberThatWasCorrected() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");
    String right = OFFICE.member();

    OFFICE
        .post(
            Role.FRONT_DESK,
            policy(claim) + "/member-id",
            "{\"memberId\": \"%s\", \"reason\": \"card shows it\"}".formatted(right))
        .is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("READY");
    assertThat(OFFICE.claim(claim).text()).contains("The registration was corrected");
    assertThat(new String(OFFICE.submitted(), StandardCharsets.UTF_8)).contains("*MI*" + right);
  }

  @Test
  void aReadyClaimUnderAPolicyThatHadEndedWaitsForSomebody() {
    var claim = OFFICE.billed(OFFICE.member(), "99213");

    OFFICE
        .post(
            Role.FRONT_DESK,
            policy(claim) + "/end",
            "{\"through\": \"%s\", \"reason\": \"left the job\"}"
                .formatted(Office.SERVED.minusDays(1)))
        .is(200);

    assertThat(OFFICE.claim(claim).at("/status")).isEqualTo("HELD");
    assertThat(OFFICE.claim(claim).text())
        .contains("Its policy is not in force on " + Office.SERVED + " any more");
  }

  @Test
  void whatThePayerHasStaysAsItWent() {
    var claim = OFFICE.atPayer("99213");
    var before = new OfficeRecords(OFFICE).claim(claim.publicId().toString());

    OFFICE
        .post(Role.FRONT_DESK, policy(claim) + "/withdraw", "{\"reason\": \"another's card\"}")
        .is(200);

    var after = new OfficeRecords(OFFICE).claim(claim.publicId().toString());
    assertThat(after.snapshot()).isEqualTo(before.snapshot());
    assertThat(after.status()).isEqualTo(before.status());
  }
}

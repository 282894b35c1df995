package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// By when a payer that has a claim decides on it as a rule, as the claim's next step says.
class ExpectedDecisionStoriesTest {
  private static final Office OFFICE = new Office("exd", "1003008228");

  @Test
  void aClaimAtThePayerSaysByWhenItsDecisionComesAsARule() {
    var claim = OFFICE.atPayer("99213");
    assertThat(OFFICE.next(claim))
        .isEqualTo(
            "Wait for the remittance, which comes by %s as a rule (30 days, assumed)"
                .formatted(Office.TODAY.plusDays(30)));

    OFFICE.put(Role.MANAGER, "/payers/harbor", "{\"contact\": {\"usualAnswerDays\": 21}}").is(200);
    OFFICE.sentDaysAgo(claim, 20);
    assertThat(OFFICE.next(claim))
        .isEqualTo(
            "Wait for the remittance, which comes by %s as a rule (21 days, payer directory)"
                .formatted(Office.TODAY.plusDays(1)));

    OFFICE.sentDaysAgo(claim, 22);
    assertThat(OFFICE.next(claim)).startsWith("No decision, 22 days after it was sent");
  }
}

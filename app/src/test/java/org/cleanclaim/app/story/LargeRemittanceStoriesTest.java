package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.access.Role;
import org.junit.jupiter.api.Test;

/// A remittance of more claims than a page shows is counted whole.
class LargeRemittanceStoriesTest {
  private static final Office OFFICE = new Office("lrs", "1203478650");
  private static final int UNKNOWN = 1_005;

  @Test
  void thePageCountsAllClaimsAndSaysHowManyItShows() {
    var claim = OFFICE.atPayer("99213");
    String trace = OFFICE.trace();
    var remitted = new Remitted(OFFICE, trace).line(claim, "1", "CO 45 58.00, PR 3 30.00");
    for (int i = 1; i <= UNKNOWN; i++) remitted.unknown("ELSE" + i, claim, "1", "CO 45 150.00");
    remitted.arrives();
    var listed =
        Office.rows(OFFICE.get(Role.BILLER, "/remittances")).stream()
            .filter(r -> r.at("/trace").asString().equals(trace))
            .findFirst()
            .orElseThrow();
    String id = listed.at("/remittanceId").asString();

    assertThat(OFFICE.page("/remittances/" + id))
        .contains("1006 claims, 1005 without a claim of ours; the first 500 are shown")
        .containsPattern(
            "<a class=\"link-primary\" href=\"/claims/[0-9a-f-]{36}\">Claim "
                + claim.controlNumber()
                + "</a>")
        .contains("Claim ELSE1<")
        .contains("No claim has this number")
        .contains("href=\"/files/")
        .contains("?claims=2\">Next</a>");
    assertThat(OFFICE.page("/remittances/" + id + "?claims=3"))
        .contains(
            "claims 1001 to 1006 are shown",
            "Claim ELSE1005",
            "No claim has this number",
            "?claims=2\">Before</a>")
        .doesNotContain("Claim ELSE500<");
    var remittance = OFFICE.get(Role.BILLER, "/remittances/" + id).is(200).json();
    assertThat(remittance.at("/counts/claims").asInt()).isEqualTo(1_006);
    assertThat(remittance.at("/counts/unmatched").asInt()).isEqualTo(UNKNOWN);
    assertThat(remittance.at("/content/claims").size()).isEqualTo(500);
    assertThat(
            OFFICE
                .get(Role.BILLER, "/remittances/" + id + "?claims=3")
                .is(200)
                .json()
                .at("/content/claims")
                .size())
        .isEqualTo(6);
  }
}

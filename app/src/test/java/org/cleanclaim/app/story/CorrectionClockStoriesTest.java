package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.ClaimCorrections;
import org.junit.jupiter.api.Test;

/// Until when corrections have to be at the payer: each has a clock of its own, whatever came of
/// the claim that it corrects.
class CorrectionClockStoriesTest {
  private static final Office OFFICE = new Office("ccl", "1003008210");
  private static final String PAID = "CO 45 58.00, PR 3 30.00";

  private static void payerTakesCorrectionsFor(String days) {
    OFFICE
        .put(
            Role.MANAGER,
            "/payers/harbor/terms",
            "{\"correctedClaimDays\": %s, \"levels\": [], \"source\": \"Provider manual, section 4\"}"
                .formatted(days))
        .is(200);
  }

  private static BilledClaim decided(String reasons) {
    var claim = OFFICE.atPayer("99213");
    new Remitted(OFFICE, OFFICE.trace()).line(claim, "1", reasons).arrives();
    return claim;
  }

  private static BilledClaim corrected(BilledClaim claim, String how) {
    OFFICE.postCorrection(claim, how).is(200);
    return OFFICE.inside(
        () -> OFFICE.server.bean(ClaimCorrections.class).chain(claim.id()).getLast());
  }

  private static String due(BilledClaim claim, String kind) {
    var clock = OFFICE.clocks(claim, "OPEN").get(kind);
    return clock == null ? "none" : clock.at("/dueOn").asString();
  }

  private static String in(int days) {
    return Office.TODAY.plusDays(days).toString();
  }

  @Test
  void theReplacementOfAPaidClaimHasThePayersDaysUntilThePayerHasIt() {
    payerTakesCorrectionsFor("120");
    var claim = decided(PAID);

    var replacement = corrected(claim, "REPLACEMENT");

    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo(in(120));
    assertThat(OFFICE.claim(replacement).at("/standing/deadline"))
        .isEqualTo("Send the corrected claim");
    assertThat(OFFICE.claim(replacement).at("/standing/dueOn")).isEqualTo(in(120));

    OFFICE.take("no.999", RefusedFile.refusal(OFFICE.submitted())).is(200);
    assertThat(OFFICE.claim(replacement).at("/status")).isEqualTo("REJECTED");
    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo(in(120));

    payerTakesCorrectionsFor("90");
    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo(in(90));
    assertThat(OFFICE.claim(replacement).at("/fileBy")).isEqualTo(in(90));

    new Remitted(OFFICE, OFFICE.trace()).line(replacement, "1", PAID).arrives();
    assertThat(OFFICE.clocks(replacement, "STOPPED").get("CORRECTED_CLAIM").at("/state").asString())
        .isEqualTo("MET");
  }

  @Test
  void whereThePayerHasNoDaysForCorrectionsTheLimitOfFilingRuns() {
    payerTakesCorrectionsFor("null");
    LocalDate limit = Office.SERVED.plusDays(365);

    var anew = corrected(decided(PAID), "RESUBMISSION");

    assertThat(due(anew, "TIMELY_FILING")).isEqualTo(limit.toString());

    payerTakesCorrectionsFor("60");
    assertThat(due(anew, "CORRECTED_CLAIM")).isEqualTo(in(60));
    assertThat(due(anew, "TIMELY_FILING")).isEqualTo("none");
    assertThat(OFFICE.claim(anew).at("/fileBy")).isEqualTo(in(60));
  }

  @Test
  void theTimeOfADeniedClaimRunsOnWithItsCorrectionAndComesBackWhenThatIsGivenUp() {
    payerTakesCorrectionsFor("120");
    var denied = decided("CO 16 150.00");
    String due = due(denied, "CORRECTED_CLAIM");
    assertThat(due).isEqualTo(Remitted.PAID_ON.plusDays(120).toString());

    var replacement = corrected(denied, "REPLACEMENT");

    assertThat(due(denied, "CORRECTED_CLAIM")).isEqualTo("none");
    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo(due);

    OFFICE
        .post(
            Role.BILLER,
            "/claims/" + replacement.publicId() + "/withdraw",
            "{\"reason\": \"It was right as it was\"}")
        .is(200);
    assertThat(due(denied, "CORRECTED_CLAIM")).isEqualTo(due);
    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo("none");
  }

  @Test
  void aCorrectionThatIsDeniedHasTheTimeForItsOwnCorrectionBesideItsOwn() {
    payerTakesCorrectionsFor("120");
    String member = OFFICE.member();
    var claim = OFFICE.billed(member, "99213");
    var box = OFFICE.box(List.of(member));
    OFFICE.deliver(box);
    OFFICE.payRun(box);
    var replacement = corrected(claim, "REPLACEMENT");
    OFFICE.deliver(box);
    assertThat(due(replacement, "CORRECTED_CLAIM")).isEqualTo("none");

    new Remitted(OFFICE, OFFICE.trace()).line(replacement, "1", "CO 16 150.00").arrives();

    assertThat(due(replacement, "CORRECTED_CLAIM"))
        .isEqualTo(Remitted.PAID_ON.plusDays(120).toString());
  }
}

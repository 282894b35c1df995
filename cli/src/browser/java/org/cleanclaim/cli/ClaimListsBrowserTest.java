package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.submission.ClaimAnswers;
import org.cleanclaim.app.submission.FilingProofs;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// Each list of claims worked as a biller works it: from the first page to the row, and until the
/// row is gone. Screenshots land in `target/screenshots`.
@NullUnmarked
class ClaimListsBrowserTest extends ClaimsInBrowser {
  @Test
  void aClaimThatSomebodyHoldsIsReleasedAndSent() {
    var claim = billed(covered("Holdfast", "lakeland", "LKP700001001"), "99213");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      open(page, claim);
      unfold(page, "Hold it");
      page.fill("#holds input[name=reason]", "The referral is on its way");
      page.fill("#holds input[name=lookAgainOn]", TODAY.plusDays(3).toString());
      page.click("#holds button:text-is('Hold')");
      assertThat(page.textContent("main")).contains("Release the hold when its reason is gone");

      openTile(page, "Claims held");
      assertThat(page.textContent("#rows")).contains("The referral is on its way");
      shootBoth(page, "claims-held");
      openRow(page, claim.controlNumber());
      shootBoth(page, "claim-on-hold");
      page.click("button:text-is('Release')");
      assertThat(page.textContent("main")).contains("Send it to the payer");
      page.navigate(address + "/deadlines?q=" + claim.controlNumber());
      assertThat(page.textContent("tbody")).doesNotContain("Look at the claim again");
      openTile(page, "Claims held");
      assertThat(lists(page, claim.controlNumber())).isFalse();

      sendAll(page, "Lakeland PPO");
      shootBoth(page, "claims-sent");
      openTile(page, "Claims ready to send");
      assertThat(lists(page, claim.controlNumber())).isFalse();
      openTile(page, "Claims at payers");
      assertThat(lists(page, claim.controlNumber())).isTrue();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aFindingIsFixedOnTheClaimWhichIsReadyThen() {
    var claim = billed(covered("Scanlon", "lakeland", "LKP700001002"), "73721");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      openTile(page, "Claims held");
      openRow(page, claim.controlNumber());
      assertThat(page.textContent("main")).contains("AUTH-MISSING");
      page.click("a:has-text('Fix on the claim')");
      page.check("input[aria-label='Fix " + claim.controlNumber() + "']");
      page.selectOption("select[name=kind]", "AUTHORIZATION_NUMBER");
      page.fill("input[name=value]", "A7700123");
      page.click("button:has-text('Preview')");
      shootBoth(page, "fix-preview");
      page.fill("input[name=reason]", "As the payer's portal says");
      press(page, "Escape");
      press(page, "s");
      page.waitForSelector("text=Now ready");
      openTile(page, "Claims held");
      assertThat(lists(page, claim.controlNumber())).isFalse();
      openTile(page, "Claims ready to send");
      assertThat(lists(page, claim.controlNumber())).isTrue();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aRejectedClaimIsCorrectedAndSentAgainWithItsFirstSendingProven() {
    var sent = sent(covered("Fairweather", "lakeland", "LKP700001003"));
    refuse(sent, "Subscriber not found");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      openTile(page, "Claims rejected");
      assertThat(page.textContent("#rows")).contains("Subscriber not found").contains("IL");
      shootBoth(page, "claims-rejected");
      openRow(page, sent.claim().controlNumber());
      page.click("main >> text=Lakeland PPO");
      page.fill("form[action$=member-id] input[name=memberId]", "LKP700001033");
      page.fill("form[action$=member-id] input[name=reason]", "Read from the card");
      shootBoth(page, "coverage");
      page.click("form[action$=member-id] button");
      assertThat(page.textContent(".cc-facts")).contains("LKP700001033");

      openTile(page, "Claims rejected");
      press(page, "j");
      press(page, "x");
      press(page, "b");
      page.waitForSelector("[role=status]");
      assertThat(page.textContent("[role=status]")).contains("1 claim scrubbed again: 1 ready");
      assertThat(lists(page, sent.claim().controlNumber())).isFalse();
      page.click("[role=status] >> text=Send claims");
      sendAll(page, "Lakeland PPO");
      open(page, sent.claim());
      assertThat(page.textContent("main")).contains("Wait for the acknowledgment of the file");
      var proof = inPractice(() -> bean(FilingProofs.class).of(again(sent.claim())));
      assertThat(proof.sendings()).hasSize(2);
      assertThat(proof.sendings().getFirst().receipts()).isNotEmpty();
      assertThat(proof.verdict()).contains("before the last day");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aSilentClaimIsAskedAboutAndCalledAboutUntilTheAgreedDay() {
    var claim = sent(covered("Quietly", "prairie", "7000001004")).claim();
    sql(
        "update claim set last_sent_at = now() - interval '70 days' where control_number = ?",
        claim.controlNumber());
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      openTile(page, "Claims without an answer");
      page.click("button:has-text('Ask the payers')");
      assertThat(page.textContent("[role=status]")).contains("asked about in");
      shootBoth(page, "claims-silent");
      openRow(page, claim.controlNumber());
      press(page, "n");
      page.waitForSelector("#calls details[open]");
      page.fill("#calls input[name=said]", "In review, decided within two weeks");
      page.fill("#calls input[name=spokeWith]", "Dana");
      page.fill("#calls input[name=lookAgainOn]", TODAY.plusDays(14).toString());
      page.click("#calls button:text-is('Keep')");
      assertThat(page.textContent("#calls")).contains("spoke with Dana");
      shootBoth(page, "claim-called-about");
      openTile(page, "Claims without an answer");
      assertThat(lists(page, claim.controlNumber())).isFalse();

      open(page, claim);
      unfold(page, "The payer never got it");
      page.fill("form[action$=send-again] input[name=reason]", "It is not in their system");
      page.click("text=Send it again");
      assertThat(page.textContent("main")).contains("Send it to the payer").contains("Ready");
      page.navigate(address + "/deadlines?q=" + claim.controlNumber());
      assertThat(page.textContent("tbody"))
          .contains("File the claim")
          .doesNotContain("Look at the claim again");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void recordsThatAPayerAsksForAreSentAndTheirClockStops() {
    var claim = sent(covered("Ledbetter", "prairie", "7000001005")).claim();
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      open(page, claim);
      unfold(page, "The payer asks for records by letter");
      page.fill("form[action$=record-requests] input[name=what]", "The note of the visit");
      page.click("form[action$=record-requests] button");
      openTile(page, "Records asked for");
      shootBoth(page, "records-asked");
      page.click("tbody tr:has-text('" + claim.controlNumber() + "') a[href^='/claims/']");
      page.waitForURL("**/claims/*");
      assertThat(page.textContent("main")).contains("Send the records that the payer asks for");
      unfold(page, "Add a document");
      page.setInputFiles(
          "input[type=file]",
          new FilePayload("note.txt", "text/plain", "The note.".getBytes(StandardCharsets.UTF_8)));
      page.click("button:text-is('Add')");
      page.click("text=Send records");
      assertThat(page.textContent("#documents")).contains("Answered");
      openTile(page, "Records asked for");
      assertThat(lists(page, claim.controlNumber())).isFalse();
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aVisitWithoutChargesIsChargedAndBilledAndALateChargeReachesItsClaim() {
    var visit = coded(covered("Tardieu", "lakeland", "LKP700001006"));
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      openTile(page, "Visits to charge or bill");
      shootBoth(page, "visits-to-bill");
      page.click("tbody tr:has-text('" + visit.visitNumber() + "') >> text=Capture its charges");
      capture(page, "99213");
      openTile(page, "Visits to charge or bill");
      page.check("input[aria-label='Choose visit " + visit.visitNumber() + "']");
      page.click("text=Bill the chosen visits on one claim");
      page.waitForURL("**/claims/*");
      String number = page.textContent("h1").replace("Claim ", "").strip();
      openTile(page, "Visits to charge or bill");
      assertThat(lists(page, visit.visitNumber())).isFalse();

      page.navigate(address + "/encounters/" + visit.publicId() + "/charges");
      capture(page, "36415");
      openTile(page, "Visits to charge or bill");
      assertThat(lists(page, visit.visitNumber())).isFalse();
      page.navigate(address + "/claims?q=" + number);
      openRow(page, number);
      assertThat(page.textContent("main")).contains("36415");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void aForwardedClaimThatNeverCameIsSentByUsAndOneThatWaitsForThePayerBeforeSaysSo() {
    String following = "CC000038";
    sql(
        "update claim set is_forwarded = true, status = 'AT_PAYER' where control_number = ?",
        following);
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      page.navigate(address + "/claims?only=FORWARDED");
      openRow(page, following);
      unfold(page, "The next payer never got it");
      page.fill("form[action$=send-forwarded] input[name=reason]", "They have no such claim");
      page.click("text=Send it ourselves");
      assertThat(page.textContent("main")).contains("Send it to the payer");
      page.navigate(address + "/claims?only=FORWARDED");
      assertThat(page.textContent("#rows")).contains("No claims fit");

      sql("update claim set is_taken_back = true where control_number = ?", following);
      page.navigate(address + "/claims?q=" + following);
      openRow(page, following);
      press(page, "s");
      page.waitForSelector("main >> text=Wait for the new decision of the payer before");
      page.navigate(address + "/claims?only=TAKEN_BACK");
      assertThat(page.textContent("#rows"))
          .contains("has taken its decision back")
          .contains("Wait for the new decision of the payer before");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void twoPeopleAtOneHoldAreToldWhatHappened() {
    var claim = billed(covered("Doppler", "lakeland", "LKP700001007"), "99213");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      open(page, claim);
      unfold(page, "Hold it");
      page.fill("#holds input[name=reason]", "The referral is on its way");
      page.click("#holds button:text-is('Hold')");
      var other = context.newPage();
      open(other, claim);
      other.click("button:text-is('Release')");
      page.click("button:text-is('Release')");
      assertThat(page.textContent("main")).contains("has released the hold already");
      page.click("text=Back");
      assertThat(page.textContent("h1")).contains(claim.controlNumber());
    }
  }

  @Test
  void filtersOfTheListAreInItsFileToo() {
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(address + "/claims");
      page.selectOption("select[name=only]", "NEXT_PAYER");
      page.waitForURL("**/claims?*only=NEXT_PAYER*");
      int rows = page.locator("#rows tbody tr").count();
      assertThat(rows).isPositive();
      shootBoth(page, "claims-next-payer");
      var file = page.waitForDownload(() -> page.click("text=CSV"));
      assertThat(file.url()).contains("only=NEXT_PAYER");
    }
  }

  private void capture(Page page, String procedure) {
    String form = "form[action$='/charges'] ";
    page.fill(form + "input[name=procedure]", procedure);
    page.fill(form + "input[name=reason]", "The sheet came later");
    page.click("button:text-is('Capture')");
    assertThat(page.textContent("tbody")).contains(procedure);
  }

  private void open(Page page, BilledClaim claim) {
    page.navigate(address + "/claims/" + claim.publicId());
  }

  private BilledClaim again(BilledClaim claim) {
    return inPractice(() -> bean(Claims.class).get(claim.id()));
  }

  private void sendAll(Page page, String payer) {
    page.navigate(address + "/submissions");
    page.click("tr:has-text('" + payer + "') >> text=Send them");
    page.waitForSelector("[role=status]");
    assertThat(page.textContent("[role=status]")).contains("to " + payer + " sent in");
  }

  private void refuse(Sent sent, String message) {
    inPractice(() ->
        bean(ClaimAnswers.class)
            .receive(
                ClaimAcknowledgment.of(
                    sent.claim().controlNumber(),
                    List.of(
                        new AcknowledgmentStatement(
                            List.of(new ClaimAcknowledgment.Status("A7", "33", "IL")),
                            SERVED,
                            AcknowledgmentStatement.REJECT,
                            null,
                            message)),
                    null,
                    null),
                null,
                sent.fileId()));
  }
}

package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.coverage.Coverage;
import org.cleanclaim.app.coverage.Coverages;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.identifier.MemberId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// Denials and underpayments, each worked on its pages from Today until its row is gone.
/// Screenshots land in `target/screenshots`.
@NullUnmarked
class DenialWorkBrowserTest extends MoneyInBrowser {
  /// A claim of which the payer refuses all, for a reason.
  private BilledClaim refused(String group, String reason, String... remarks) {
    var claim = sent("99213");
    answered(claim, "%s %s %s".formatted(group, reason, claim.totalCharge()), remarks);
    return claim;
  }

  private String answered(BilledClaim claim, String reasons, String... remarks) {
    String trace = fresh("DN");
    take(
        trace + ".835",
        new PayersAnswer(payer(), NPI, trace).claim(claim, "1", reasons, remarks).file());
    return trace;
  }

  private void open(Page page, BilledClaim claim) {
    tile(page, "Denials open");
    openRow(page, claim.controlNumber());
  }

  private boolean isListed(Page page, BilledClaim claim) {
    tile(page, "Denials open");
    return page.textContent("table").contains(claim.controlNumber());
  }

  /// Opens an action by its number and says why.
  private void act(Page page, int action, String why, String button) {
    page.waitForLoadState();
    press(page, String.valueOf(action));
    page.fill("details[data-digit='" + action + "'] input[name=reason]", why);
    page.click("details[data-digit='" + action + "'] button:has-text('" + button + "')");
    page.waitForLoadState();
  }

  private BilledClaim correctionOf(Page page, BilledClaim claim) {
    String number = page.locator("ol.cc-timeline a[href^='/claims/']").last().textContent().strip();
    assertThat(number).isNotEqualTo(claim.controlNumber());
    return inPractice(() -> bean(Claims.class).findByControlNumber(number).orElseThrow());
  }

  private void send(Page page, BilledClaim claim) {
    page.navigate(address + "/claims/" + claim.publicId());
    assertThat(main(page)).contains("Ready");
    inPractice(() -> bean(Submissions.class).submit(bean(Payers.class).get(claim.payerId())));
  }

  @Test
  void aDenialIsCorrectedAndSentAgainAndThePayersAnswerTakesItOffTheList() {
    var claim = refused("CO", "16");
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      assertThat(isListed(page, claim)).isTrue();
      shootBoth(page, "denial-list");
      open(page, claim);
      shootBoth(page, "denial-case");
      act(page, 1, "The referring provider was missing", "Correct and rebill");
      assertThat(main(page)).contains("In work").contains("Corrected claim made");
      var correction = correctionOf(page, claim);
      assertThat(correction.correction().frequency().code()).isEqualTo("7");
      send(page, correction);
      answered(correction, "CO 45 44.00, PR 3 30.00");

      assertThat(isListed(page, claim)).isFalse();
      page.navigate(address + "/denials?state=WON");
      assertThat(page.textContent("table")).contains(claim.controlNumber());
      assertThat(problems).isEmpty();
      assertThat(owed(claim)).isEqualTo(Money.ZERO);
      assertThat(owed(correction)).isEqualTo(Money.ZERO);
    }
    assertThat(clocks(claim, "APPEAL")).isZero();
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void anAppealIsWrittenSentAndWonAndAnotherIsLostAndGivenUp() {
    var won = refused("CO", "50");
    var lost = refused("CO", "50");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "mara");
      appeal(page, won);
      decide(page, won.totalCharge().toString());
      assertThat(isListed(page, won)).isFalse();
      assertThat(clocks(won, "APPEAL") + clocks(won, "APPEAL_DECISION")).isZero();

      appeal(page, lost);
      decide(page, "0.00");
      while (main(page).contains("Write the letter")) {
        page.click("button:has-text('Write the letter')");
        sentBy(page);
        decide(page, "0.00");
      }
      assertThat(main(page)).contains("did not win").contains("Say what becomes of it");
      shootBoth(page, "denial-lost");
      assertThat(isListed(page, lost)).isTrue();
      page.navigate(address + "/claims/" + lost.publicId());
      assertThat(main(page)).contains("that no appeal has won");
      open(page, lost);
      act(page, 5, "A further appeal costs more", "Close");
      assertThat(isListed(page, lost)).isFalse();
    }
    assertThat(owed(lost)).isEqualTo(Money.ZERO);
    assertThat(owed(won)).isEqualTo(won.totalCharge());
    assertThat(isBalanced()).isTrue();
  }

  private void appeal(Page page, BilledClaim claim) {
    open(page, claim);
    assertThat(main(page)).contains("Needs evidence");
    page.selectOption("select[name=kind]", "MEDICAL_RECORD");
    page.fill("input[name=content]", "Note of the visit with the plan and its reasons");
    page.click("button:text-is('Add')");
    page.click("button:has-text('Write the letter')");
    assertThat(page.locator("a:has-text('letter (PDF)')").count()).isPositive();
    sentBy(page);
  }

  private static void sentBy(Page page) {
    page.fill("input[name=tracking]", "1Z 999");
    page.click("button:text-is('Sent')");
    page.waitForLoadState();
    assertThat(page.textContent("main")).contains("Appealed");
  }

  private static void decide(Page page, String amount) {
    page.click("summary:has-text('The payer has decided')");
    page.fill("input[name=won]", amount);
    page.click("button:text-is('Record')");
    page.waitForLoadState();
  }

  @Test
  void whatAPayerLeavesToThePatientIsBilledToThemAndWhatGuardrailsForbidSaysWhy() {
    var claim = refused("PR", "96");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      open(page, claim);
      act(page, 3, "Not covered, and they had agreed to pay", "Bill the patient");
      assertThat(isListed(page, claim)).isFalse();
      page.navigate(address + "/billing/accounts/" + patient(claim).publicId());
      assertThat(main(page)).contains("Insurance is done");

      var late = refused("CO", "29");
      open(page, late);
      assertThat(main(page))
          .contains("A corrected claim does not cure late filing")
          .contains("is not left to the patient");
      shootBoth(page, "denial-guardrails");
    }
    assertThat(owed(patient(claim))).isEqualTo(claim.totalCharge());
  }

  @Test
  void aClaimOfTheWrongPayerGoesToTheRightOneAndItsAnswerEndsTheCase() {
    var claim = refused("CO", "109");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      open(page, claim);
      assertThat(main(page)).contains("No other coverage of the day is on record");
      var other = insuredFirstWith("summit", claim.patientId());
      page.reload();
      act(page, 4, "Summit was first on that day", "Bill another payer");
      assertThat(main(page)).contains("Claim to another payer made").contains("In work");
      shootBoth(page, "denial-other-payer");
      var made = correctionOf(page, claim);
      assertThat(made.payerId()).isEqualTo(other.payerId());
      send(page, made);
      String trace = fresh("DO");
      var right = inPractice(() -> bean(Payers.class).get(made.payerId()));
      take(
          trace + ".835",
          new PayersAnswer(right, NPI, trace).claim(made, "1", "CO 45 40.00").file());

      assertThat(isListed(page, claim)).isFalse();
      assertThat(owed(claim)).isEqualTo(Money.ZERO);
      assertThat(owed(made)).isEqualTo(Money.ZERO);
    }
    assertThat(isBalanced()).isTrue();
  }

  private Coverage insuredFirstWith(String slug, PatientId patient) {
    return inPractice(() -> {
      var coverages = bean(Coverages.class);
      var first = coverages.ofPatient(patient).getFirst();
      var payer =
          bean(Payers.class).all().stream()
              .filter(p -> p.slug().equals(slug))
              .findFirst()
              .orElseThrow();
      var added =
          coverages.add(
              new Coverage(
                  0,
                  patient,
                  payer.id(),
                  PayerSequence.SECONDARY,
                  "Silver",
                  new MemberId("SEH900" + fresh("")),
                  null,
                  Relationship.SELF,
                  null,
                  null,
                  null,
                  null,
                  EffectivePeriod.from(LocalDate.of(TODAY.getYear() - 1, 1, 1))));
      coverages.order(patient, List.of(added.id(), first.id()), "The employer's plan is first");
      return added;
    });
  }

  @Test
  void aCaseIsClosedByWhoMayWriteOffAndLeadsToARuleThatPreventsTheNext() {
    var claim = refused("CO", "97");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      open(page, claim);
      assertThat(main(page)).contains("somebody who approves write-offs closes it");
      changeTo(page, "mara");
      open(page, claim);
      page.click("a:has-text('Draft a payer rule')");
      assertThat(page.inputValue("#rule-text")).contains("97");
      page.goBack();
      page.click("summary:has-text('Name the rule')");
      page.fill("input[name=rule]", "GRAN-97");
      page.click("button:text-is('Keep')");
      assertThat(main(page)).contains("is to prevent it");
      act(page, 5, "Part of the visit's fee by contract", "Close");
      assertThat(isListed(page, claim)).isFalse();
    }
    assertThat(owed(claim)).isEqualTo(Money.ZERO);
    assertThat(clocks(claim, "APPEAL")).isZero();
  }

  @Test
  void aLinePaidBelowTheContractIsDisputedAndRecovered() {
    var claim = sent("99213");
    answered(claim, "CO 45 %s".formatted(claim.totalCharge().minus(Money.of("20.00"))));
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      int waiting = onTile(page, "Lines paid below contract");
      tile(page, "Lines paid below contract");
      shootBoth(page, "underpayments");
      openRow(page, claim.controlNumber());
      page.fill("input[name=note]", "Dispute 4711 by the portal");
      page.fill("input[name=recovered]", "5.00");
      page.click("button:text-is('Record')");
      assertThat(main(page)).contains("State what was recovered");
      assertThat(page.inputValue("input[name=note]")).isEqualTo("Dispute 4711 by the portal");
      page.fill("input[name=recovered]", "");
      page.click("button:text-is('Record')");
      assertThat(main(page)).contains("Dispute 4711");
      shootBoth(page, "underpayment");
      assertThat(onTile(page, "Lines paid below contract")).isEqualTo(waiting - 1);
      page.navigate(address + "/underpayments");
      openRow(page, claim.controlNumber());
      page.selectOption("select[name=state]", "RECOVERED");
      page.fill("input[name=recovered]", page.getAttribute("input[name=recovered]", "placeholder"));
      page.fill("input[name=note]", "Paid with check 815");
      page.click("button:text-is('Record')");
      page.navigate(address + "/underpayments");
      assertThat(page.textContent("table")).doesNotContain(claim.controlNumber());
      assertThat(problems).isEmpty();
    }
  }
}

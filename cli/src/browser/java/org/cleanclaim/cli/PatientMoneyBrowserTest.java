package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// What patients owe, worked on its pages: statements, plans, disputes, assistance, refunds,
/// collection, write-offs, each until its row is gone. Screenshots land in `target/screenshots`.
@NullUnmarked
class PatientMoneyBrowserTest extends MoneyInBrowser {
  /// A patient to whom a payer has left a share of a visit.
  private Patient owing(String share) {
    var claim = sent("99213");
    String trace = fresh("PT");
    take(
        trace + ".835",
        new PayersAnswer(payer(), NPI, trace)
            .claim(claim, "1", "CO 45 44.00, PR 1 " + share)
            .file());
    return patient(claim);
  }

  private String account(Patient patient) {
    return address + "/billing/accounts/" + patient.publicId();
  }

  private String name(Patient patient) {
    return patient.name().last();
  }

  private void answerDispute(Page page, String answer) {
    page.locator("input[name=answer]").first().fill(answer);
    page.click("button:text-is('Answer')");
    page.waitForLoadState();
  }

  @Test
  void aStatementGoesOutIsSeenByItsLinkInBothLanguagesAndPaid() {
    var patient = owing("60.00");
    try (var context = context(1440);
        var phone = context(390)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      press(page, "g");
      press(page, "b");
      page.waitForURL("**/billing");
      assertThat(main(page)).contains(name(patient));
      shootBoth(page, "patient-run");
      page.click("button:has-text('Issue ')");
      assertThat(main(page)).contains("Statements issued:");
      page.navigate(account(patient));
      assertThat(main(page)).contains("The last statement is of " + TODAY);
      var pdf = page.request().get(address + page.getAttribute("a[href$='.pdf']", "href"));
      assertThat(pdf.status()).isEqualTo(200);
      assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      page.click("button:has-text('Make a link')");
      String link = page.inputValue("input[readonly]");
      var hers = phone.newPage();
      hers.navigate(link);
      hers.click("button:has-text('Show my bill')");
      assertThat(main(hers)).contains("$60.00").contains("Please pay by");
      shoot(hers, "patient-bill-english", 390);
      hers.click("a[lang=es]");
      assertThat(main(hers)).contains("$60.00").contains("Pague a más tardar el");
      shoot(hers, "patient-bill-spanish", 390);

      page.navigate(account(patient));
      shootBoth(page, "patient-account");
      page.fill("input[name=receipt]", fresh("R"));
      page.click("button:text-is('Take')");
      assertThat(main(page)).contains("Nothing owed");
      page.navigate(address + "/billing");
      assertThat(main(page)).doesNotContain(name(patient));
      assertThat(problems).isEmpty();
    }
    assertThat(owed(patient)).isEqualTo(Money.ZERO);
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void aDisputeStopsTheBillUntilItIsAnswered() {
    var patient = owing("45.00");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(account(patient));
      page.fill("input[name=what]", "I was not there on that day");
      page.click("button:has-text('Log a dispute')");
      assertThat(main(page)).contains("its clocks stand still until then");
      page.fill("input[name=what]", "The same again");
      page.click("button:has-text('Log a dispute')");
      assertThat(main(page)).contains("answer that one first");
      int waiting = onTile(page, "Disputes and assistance asked");
      tile(page, "Disputes and assistance asked");
      shootBoth(page, "patient-disputes");
      openRow(page, name(patient));
      answerDispute(page, "Shown the signed note of the visit");
      assertThat(onTile(page, "Disputes and assistance asked")).isEqualTo(waiting - 1);
      tile(page, "Disputes and assistance asked");
      assertThat(main(page)).doesNotContain(name(patient));
      page.selectOption("select[name=state]", "ALL");
      page.click("button:text-is('Show')");
      assertThat(main(page)).contains(name(patient)).contains("Bill stands");
    }
  }

  @Test
  void assistanceIsDecidedBySomebodyElseAndTakenOffTheShare() {
    var patient = owing("80.00");
    try (var context = context(1440);
        var second = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(account(patient));
      page.fill("input[name=yearlyIncome]", "9000");
      page.fill("input[name=evidence]", "Pay stubs, folder 12");
      page.click("button:has-text('Take application')");
      assertThat(main(page)).contains("Another person has to decide it");
      tile(page, "Disputes and assistance asked");
      var own = page.locator("tr:has-text('" + name(patient) + "')");
      assertThat(own.locator("button:has-text('Approve')").count()).isZero();
      var hers = second.newPage();
      signIn(hers, "mara");
      tile(hers, "Disputes and assistance asked");
      var row = hers.locator("tr:has-text('" + name(patient) + "')");
      row.locator("input[name=why]").fill("Below the guideline");
      row.locator("button:has-text('Approve')").click();
      hers.waitForLoadState();
      assertThat(main(hers)).doesNotContain(name(patient));
      page.navigate(account(patient));
      assertThat(main(page)).contains("Assistance");
    }
    assertThat(owed(patient)).isEqualTo(Money.ZERO);
  }

  @Test
  void aCreditIsRefundedWithASecondApprovalAndBothListsForgetIt() {
    var patient = insured();
    try (var context = context(1440);
        var second = context(1440)) {
      var page = context.newPage();
      signIn(page, "mara");
      page.navigate(account(patient));
      page.fill("input[name=amount]", "25.00");
      page.fill("input[name=receipt]", fresh("R"));
      page.click("button:text-is('Take')");
      Money bank = balance(Account.BANK);
      changeTo(page, "bill");
      page.navigate(address + "/billing/refunds");
      var credit = page.locator("tr:has-text('" + name(patient) + "')");
      credit.locator("button:has-text('Ask for a refund')").click();
      page.waitForLoadState();
      assertThat(main(page)).contains("Another person has to agree");
      var hers = second.newPage();
      signIn(hers, "mara");
      tile(hers, "Refunds to decide or pay");
      shootBoth(hers, "patient-refunds");
      hers.locator("tr:has-text('" + name(patient) + "') button:has-text('Approve')")
          .first()
          .click();
      hers.waitForLoadState();
      tile(page, "Refunds to decide or pay");
      var owed = page.locator("tr:has-text('" + name(patient) + "')").first();
      owed.locator("button:text-is('Paid')").click();
      assertThat(main(page)).contains("Note how it was paid, and its number");
      page.goBack();
      owed.locator("input[name=reference]").fill("check 2207");
      owed.locator("button:text-is('Paid')").click();
      page.waitForLoadState();
      assertThat(main(page)).doesNotContain(name(patient));
      assertThat(bank.minus(balance(Account.BANK))).isEqualTo(Money.of("25.00"));
    }
    assertThat(owed(patient)).isEqualTo(Money.ZERO);
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void aPlanThatIsMissedIsRemindedAndEnds() {
    var patient = owing("90.00");
    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(account(patient));
      page.fill("input[name=months]", "3");
      page.fill("input[name=firstDueOn]", TODAY.toString());
      page.click("button:has-text('Agree')");
      assertThat(main(page)).contains("Payment plan of " + TODAY);
      page.navigate(address + "/billing/plans");
      openRow(page, name(patient));
      page.navigate(account(patient) + "?on=" + TODAY.plusDays(40));
      assertThat(main(page)).contains("Missed");
      shootBoth(page, "patient-plan");
      page.navigate(address + "/billing?on=" + TODAY.plusDays(40));
      assertThat(main(page)).contains(name(patient));
      page.navigate(account(patient));
      page.fill("form[action$=cancel] input[name=why]", "Nothing was paid");
      page.click("button:has-text('End the plan')");
      page.navigate(address + "/billing/plans");
      assertThat(main(page)).doesNotContain(name(patient));
    }
    assertThat(owed(patient)).isEqualTo(Money.of("90.00"));
  }

  @Test
  void aWriteOffAboveTheLimitWaitsForASecondPersonAndTheVisitOwesLess() {
    var patient = owing("121.00");
    try (var context = context(1440);
        var second = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(account(patient));
      page.click("summary:has-text('Write off')");
      page.selectOption("form[action='/ledger/write-offs'] select[name=reason]", "BAD_DEBT");
      page.fill("form[action='/ledger/write-offs'] input[name=note]", "Died without an estate");
      page.click("form[action='/ledger/write-offs'] button");
      assertThat(main(page)).contains("waits for a second person").contains("limit of $100.00");
      assertThat(page.locator("button:has-text('Approve')").count()).isZero();
      var hers = second.newPage();
      signIn(hers, "mara");
      int waiting = onTile(hers, "Write-offs to decide");
      tile(hers, "Write-offs to decide");
      shootBoth(hers, "write-offs");
      var row = hers.locator("tr:has-text('" + name(patient) + "')");
      row.locator("button:has-text('Refuse')").click();
      assertThat(main(hers)).contains("Say why it is refused");
      hers.goBack();
      row.locator("button:has-text('Approve')").click();
      hers.waitForLoadState();
      assertThat(main(hers)).doesNotContain(name(patient));
      assertThat(onTile(hers, "Write-offs to decide")).isEqualTo(waiting - 1);
      page.navigate(account(patient));
      assertThat(main(page)).contains("Nothing is open.");
    }
    assertThat(owed(patient)).isEqualTo(Money.ZERO);
    assertThat(isBalanced()).isTrue();
  }
}

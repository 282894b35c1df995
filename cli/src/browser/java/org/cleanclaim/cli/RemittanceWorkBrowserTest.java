package org.cleanclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The lists of what payers sent, each worked by a biller from Today until its row is gone, and the
/// books. Screenshots land in `target/screenshots`.
@NullUnmarked
class RemittanceWorkBrowserTest extends MoneyInBrowser {
  private static final String PAID = "CO 45 44.00, PR 3 30.00";

  private PayersAnswer answer(String trace) {
    return new PayersAnswer(payer(), NPI, trace);
  }

  private void arrives(PayersAnswer answer, String trace) {
    take(trace + ".835", answer.file());
  }

  @Test
  void aPaymentOfAnUnknownClaimIsMatchedAndItsCashLeavesUnapplied() {
    var claim = sent("99213");
    Money unapplied = balance(Account.UNAPPLIED_CASH);
    String trace = fresh("TU");
    arrives(answer(trace).unknown("GONE1", claim, PAID), trace);
    assertThat(balance(Account.UNAPPLIED_CASH)).isNotEqualTo(unapplied);

    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      int waiting = onTile(page, "Payments without a claim");
      tile(page, "Payments without a claim");
      assertThat(page.locator("table").first().locator("tbody tr").count()).isEqualTo(waiting);
      shootBoth(page, "money-exceptions");
      openRow(page, trace);
      shootBoth(page, "money-unmatched");
      page.fill("input[name=claim]:not([type=hidden])", "CC999999");
      page.click("button:has-text('Match to that claim')");
      assertThat(page.textContent("main")).contains("There is no claim CC999999");
      page.goBack();
      page.fill("input[name=claim]:not([type=hidden])", claim.controlNumber());
      page.click("button:has-text('Match to that claim')");
      assertThat(page.textContent("main"))
          .contains("The payment differs from claim " + claim.controlNumber());
      page.goBack();
      page.fill("input[name=claim]:not([type=hidden])", claim.controlNumber());
      page.fill("input[name=reason]", "The payer's letter names this claim");
      page.click("button:has-text('Match to that claim')");
      page.waitForURL("**/remittances**");

      tile(page, "Payments without a claim");
      assertThat(page.locator("table").first().textContent()).doesNotContain(trace);
      assertThat(onTile(page, "Payments without a claim")).isEqualTo(waiting - 1);
      page.navigate(address + "/claims/" + claim.publicId());
      assertThat(main(page)).contains("Nothing: the payer's part is settled");
      problems.removeIf(p -> p.startsWith("409"));
      assertThat(problems).isEmpty();
    }
    assertThat(balance(Account.UNAPPLIED_CASH)).isEqualTo(unapplied);
    assertThat(owed(claim)).isEqualTo(Money.ZERO);
    assertThat(owed(patient(claim))).isEqualTo(Money.of("30.00"));
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void aRemittanceThatDoesNotBalanceNamesTheSegmentAndIsPutAside() {
    var claim = sent("99213");
    String trace = fresh("TB");
    arrives(answer(trace).claim(claim, "1", PAID).offBy("0.01"), trace);

    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      tile(page, "Remittances not posted");
      assertThat(page.locator("table").first().textContent()).contains(trace).contains("segment ");
      openRow(page, trace);
      shootBoth(page, "money-out-of-balance");
      page.click("button:has-text('Put aside')");
      assertThat(main(page)).contains("Say why");
      page.goBack();
      page.fill("input[name=reason]", "Asked the payer for a corrected file");
      page.click("button:has-text('Put aside')");
      page.waitForURL("**/remittances**");

      tile(page, "Remittances not posted");
      assertThat(page.locator("table").first().textContent()).doesNotContain(trace);
    }
    assertThat(owed(claim)).isEqualTo(claim.totalCharge());
  }

  @Test
  void theSameTraceWithOtherContentIsPostedBySomebodyWhoSaysWhy() {
    var claim = sent("99213");
    var other = sent("99213");
    String trace = fresh("TR");
    arrives(answer(trace).claim(claim, "1", PAID), trace);
    arrives(answer(trace).claim(other, "1", "CO 45 44.00, PR 3 20.00"), trace + "b");

    try (var context = context(1440);
        var second = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      tile(page, "Remittances not posted");
      openRow(page, trace);
      String here = page.url();
      var hers = second.newPage();
      signIn(hers, "mara");
      hers.navigate(here);
      page.fill("input[name=reason]", "The payer numbers its files anew each year");
      page.click("button:has-text('Post all the same')");
      page.waitForURL("**/remittances**");
      hers.fill("input[name=reason]", "Sent in error");
      hers.click("button:has-text('Put aside')");
      assertThat(main(hers)).contains("already");

      tile(page, "Remittances not posted");
      assertThat(page.locator("table").first().textContent()).doesNotContain(trace);
      page.navigate(here);
      assertThat(main(page)).contains("Decided by");
      shootBoth(page, "money-exception-decided");
    }
    assertThat(owed(other)).isEqualTo(Money.ZERO);
    assertThat(owed(patient(other))).isEqualTo(Money.of("20.00"));
  }

  @Test
  void aRemittanceForAnotherPracticeIsSentBackAndMovesNothing() {
    var claim = sent("99213");
    String trace = fresh("TO");
    arrives(new PayersAnswer(payer(), "1245319599", trace).claim(claim, "1", PAID), trace);

    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      tile(page, "Remittances not posted");
      openRow(page, trace);
      assertThat(main(page)).contains("1245319599");
      page.fill("input[name=reason]", "Sent back to the clearinghouse");
      page.click("button:has-text('Put aside')");
      page.waitForURL("**/remittances**");

      tile(page, "Remittances not posted");
      assertThat(page.locator("table").first().textContent()).doesNotContain(trace);
    }
    assertThat(owed(claim)).isEqualTo(claim.totalCharge());
  }

  @Test
  void moreSettledThanOwedIsLookedIntoAndLeadsToTheCredit() {
    var claim = sent("99213");
    String first = fresh("TC");
    String second = fresh("TC");
    arrives(answer(first).claim(claim, "1", PAID), first);
    arrives(answer(second).claim(claim, "1", "CO 45 44.00, PR 3 20.00"), second);

    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      tile(page, "Posted payments to look into");
      openRow(page, second);
      shootBoth(page, "money-credit-left");
      assertThat(main(page)).contains(claim.controlNumber());
      page.click("a:has-text('Credit balances')");
      assertThat(main(page)).contains(claim.controlNumber());
      page.goBack();
      page.fill("input[name=reason]", "Refund asked for");
      page.click("button:has-text('Settled')");
      page.waitForURL("**/remittances**");

      tile(page, "Posted payments to look into");
      assertThat(page.locator("table").first().textContent()).doesNotContain(second);
    }
  }

  @Test
  void depositsMeetTheirRemittancesOneByOneAndSeveralTogether() {
    var claims = List.of(sent("99213"), sent("99213"), sent("99213"));
    var traces = List.of(fresh("TD"), fresh("TD"), fresh("TD"));
    for (int i = 0; i < 3; i++) {
      arrives(answer(traces.get(i)).claim(claims.get(i), "1", PAID), traces.get(i));
    }
    Money paid = claims.getFirst().totalCharge().minus(Money.of("74.00"));
    Money transit = balance(Account.DEPOSIT_IN_TRANSIT);

    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "bill");
      tile(page, "Remittances without deposit");
      assertThat(main(page)).contains(traces.getFirst());
      page.fill(
          "textarea[name=statement]",
          "date,amount,trace,description\n%s,%s,%s,EFT\n%s,%s,,Lockbox of the day\n"
              .formatted(
                  TODAY.minusDays(2),
                  paid,
                  traces.getFirst(),
                  TODAY.minusDays(1),
                  paid.plus(paid)));
      page.click("button:has-text('Take it')");
      assertThat(main(page)).contains("2 deposits taken, 0 known already, 1 matched.");
      assertThat(main(page)).doesNotContain(traces.getFirst()).contains("Lockbox of the day");
      shootBoth(page, "money-bank");
      int waiting = onTile(page, "Deposits without remittance");
      tile(page, "Deposits without remittance");
      openRow(page, "Lockbox of the day");
      choose(page, traces.get(1));
      press(page, "b");
      page.waitForSelector("main:has-text('differ. Nothing was changed')");
      page.goBack();
      choose(page, traces.get(1));
      choose(page, traces.get(2));
      shootBoth(page, "money-deposit");
      page.click("button:has-text('make it up')");
      page.waitForURL("**/remittances/bank");

      assertThat(main(page))
          .doesNotContain("Lockbox of the day")
          .doesNotContain(traces.get(1))
          .doesNotContain(traces.get(2));
      assertThat(onTile(page, "Deposits without remittance")).isEqualTo(waiting - 1);
      problems.removeIf(p -> p.startsWith("409"));
      assertThat(problems).isEmpty();
    }
    assertThat(transit.minus(balance(Account.DEPOSIT_IN_TRANSIT)))
        .isEqualTo(paid.plus(paid).plus(paid));
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void whatAPayerKeepsOutsideClaimsStaysOpenUntilItIsEvenedOut() {
    var claim = sent("99213");
    var next = sent("99213");
    String first = fresh("TF");
    String second = fresh("TF");
    Money interest = balance(Account.INTEREST);
    arrives(answer(first).claim(claim, "1", PAID).providerLevel("FB", first, "25.00"), first);

    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(address + "/remittances");
      page.click("a:has-text('Provider-level accounts')");
      assertThat(page.textContent("table >> nth=0")).contains("25.00").contains("Lakeland PPO");
      shootBoth(page, "money-provider-level");
      arrives(
          answer(second)
              .claim(next, "1", PAID)
              .providerLevel("FB", first, "-25.00")
              .providerLevel("L6", next.controlNumber(), "-1.25"),
          second);
      page.reload();
      assertThat(page.textContent("table >> nth=0")).contains("what was put off has been taken");
      openRow(page, second);
      assertThat(main(page)).contains("every equation holds").contains("1.25");
    }
    assertThat(balance(Account.INTEREST).minus(interest)).isEqualTo(Money.of("-1.25"));
    assertThat(isBalanced()).isTrue();
  }

  @Test
  void aPaymentThatIsTakenBackOpensItsClaimAgain() {
    var claim = sent("99213");
    var other = sent("99213");
    String first = fresh("TT");
    String second = fresh("TT");
    arrives(answer(first).claim(claim, "1", PAID), first);
    arrives(answer(second).claim(claim, "22", PAID).claim(other, "1", PAID), second);

    try (var context = context(1440)) {
      var page = context.newPage();
      signIn(page, "bill");
      page.navigate(address + "/claims/" + claim.publicId());
      assertThat(main(page)).contains("that are still open");
      shootBoth(page, "money-taken-back");
    }
    assertThat(owed(claim)).isEqualTo(claim.totalCharge());
    assertThat(owed(patient(claim))).isEqualTo(Money.ZERO);
  }

  @Test
  void whatComesForAClosedPeriodCountsForTheFirstOpenDayAndThePastStaysAsItWas() {
    var claim = sent("99213");
    String trace = fresh("TL");
    var march = LocalDate.of(2026, 3, 31);
    try (var context = context(1440)) {
      var page = context.newPage();
      var problems = problems(page);
      signIn(page, "mara");
      page.navigate(address + "/ledger?on=" + march);
      page.fill("input[name=through] >> nth=0", march.toString());
      page.selectOption("select[name=kind]", "PERIOD");
      page.fill("input[name=note]", "March");
      page.click("button:text-is('Close')");
      assertThat(main(page)).contains("Period").contains("March");
      shootBoth(page, "books");
      String file = "/ledger/receivables.csv?on=" + march;
      String before = page.request().get(address + file).text();
      arrives(answer(trace).paidOn(march.minusDays(3)).claim(claim, "1", PAID), trace);
      assertThat(page.request().get(address + file).text()).isEqualTo(before);
      String journal =
          page.request()
              .get(address + "/ledger/journal.csv?from=2026-04-01&through=2026-04-01")
              .text();
      assertThat(journal).contains(trace).contains(march.minusDays(3).toString());
      page.navigate(address + "/ledger?on=" + march);
      page.fill("input[name=through] >> nth=0", march.minusDays(1).toString());
      page.click("button:text-is('Close')");
      assertThat(main(page)).contains("closed");
      problems.removeIf(p -> p.startsWith("409"));
      assertThat(problems).isEmpty();
    }
    assertThat(owed(claim)).isEqualTo(Money.ZERO);
  }

  private static void choose(Page page, String trace) {
    page.locator("tr:has-text('" + trace + "') input[type=checkbox]").check();
  }
}

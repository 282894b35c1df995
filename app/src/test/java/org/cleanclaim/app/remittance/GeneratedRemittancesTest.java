package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.x12.Envelope;
import org.cleanclaim.x12.Separators;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;

/// Remittances drawn by chance, with reversals, corrections, denials, zero payments, interest and
/// provider-level adjustments, over claims that nobody knows: the money lies in unapplied cash to
/// the cent.
class GeneratedRemittancesTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "PAYER",
          "ZZ",
          "CLINIC",
          LocalDateTime.of(2026, 3, 10, 9, 0),
          "000000007",
          false,
          Separators.STANDARD);

  private final DemoServer server = DemoServer.shared();
  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private static int traces;

  @Test
  void anyOrderOfIndependentFilesMovesTheSameMoneyAndTwiceIsOnce() {
    var before = balances();
    var files = new ArrayList<Remittance>();
    for (int i = 0; i < 25; i++) files.add(remittance());
    Collections.shuffle(files, random);
    for (Remittance remittance : files)
      assertThat(post(remittance)).isInstanceOf(PostResult.Posted.class);
    var once = balances();
    Collections.shuffle(files, random);
    for (Remittance remittance : files) {
      assertThat(post(remittance)).isInstanceOf(PostResult.AlreadyPosted.class);
    }

    Money claims = Money.ZERO;
    Money provider = Money.ZERO;
    Money interest = Money.ZERO;
    Money received = Money.ZERO;
    for (Remittance remittance : files) {
      received = received.plus(remittance.received());
      for (ClaimPayment claim : remittance.claims()) claims = claims.plus(claim.paid());
      for (ProviderAdjustment adjustment : remittance.providerAdjustments()) {
        if (adjustment.reason().equals("L6")) interest = interest.plus(adjustment.amount());
        else provider = provider.plus(adjustment.amount());
      }
    }
    assertThat(balances()).as("-Dtest.seed=%s", seed).isEqualTo(once);
    assertThat(moved(before, once, Account.DEPOSIT_IN_TRANSIT))
        .as("-Dtest.seed=%s", seed)
        .isEqualTo(received);
    assertThat(moved(before, once, Account.UNAPPLIED_CASH)).isEqualTo(claims.negated());
    assertThat(moved(before, once, Account.PROVIDER_ADJUSTMENT)).isEqualTo(provider);
    assertThat(moved(before, once, Account.INTEREST)).isEqualTo(interest);
    assertThat(
            server.<Boolean, RuntimeException>inPractice(
                () -> server.bean(Ledger.class).totals().isBalanced()))
        .isTrue();
  }

  @Test
  void anyOneAmountThatIsWrongStopsTheWholeRemittanceAndNamesItsSegment() {
    for (int i = 0; i < 20; i++) {
      var before = balances();
      var wrong = corrupted(remittance());
      var result = post(wrong);

      assertThat(result).as("-Dtest.seed=%s", seed).isInstanceOf(PostResult.OutOfBalance.class);
      assertThat(((PostResult.OutOfBalance) result).failures().getFirst().place())
          .startsWith("segment ");
      assertThat(balances()).as("-Dtest.seed=%s", seed).isEqualTo(before);
    }
  }

  @Test
  void theSameTraceWithOtherContentAndTheSameContentWithAnotherTraceWaitForAPerson() {
    var first = remittance();
    assertThat(post(first)).isInstanceOf(PostResult.Posted.class);
    var before = balances();

    var sameTrace = copy(remittance(), first.trace());
    var sameContent = copy(first, first.trace() + "B");

    assertThat(post(sameTrace))
        .isInstanceOfSatisfying(
            PostResult.Stopped.class,
            s -> assertThat(s.reason()).isEqualTo(StopReason.REPEATED_TRACE));
    assertThat(post(sameContent))
        .isInstanceOfSatisfying(
            PostResult.Stopped.class,
            s -> assertThat(s.reason()).isEqualTo(StopReason.REPEATED_CONTENT));
    assertThat(balances()).isEqualTo(before);
  }

  @Test
  void providerLevelAdjustmentsAloneMoveTheirMoneyOnce() {
    String mark = "P" + Long.toString(Math.abs(seed), 36) + ++traces;
    Money interest = Money.ofCents(-1_234);
    Money forwarded = Money.ofCents(200);
    var alone =
        remittance(
            mark,
            interest.plus(forwarded).negated(),
            List.of(),
            List.of(
                new ProviderAdjustment("1234567893", null, "L6", mark, interest),
                new ProviderAdjustment("1234567893", null, "FB", mark, forwarded)));
    var before = balances();

    assertThat(post(alone)).isInstanceOf(PostResult.Posted.class);
    var after = balances();
    assertThat(post(alone)).isInstanceOf(PostResult.AlreadyPosted.class);

    assertThat(balances()).isEqualTo(after);
    assertThat(moved(before, after, Account.DEPOSIT_IN_TRANSIT)).isEqualTo(Money.ofCents(1_034));
    assertThat(moved(before, after, Account.INTEREST)).isEqualTo(interest);
    assertThat(moved(before, after, Account.PROVIDER_ADJUSTMENT)).isEqualTo(forwarded);
    assertThat(moved(before, after, Account.UNAPPLIED_CASH)).isEqualTo(Money.ZERO);
  }

  private PostResult post(Remittance remittance) {
    byte[] bytes = X12Writer.remittances(ENVELOPE, "1", List.of(remittance));
    return server
        .inPractice(() -> server.bean(Intake.class).receive("generated.835", bytes))
        .remittances()
        .getFirst();
  }

  private Map<Account, Money> balances() {
    return server.inPractice(() -> server.bean(Ledger.class).balances());
  }

  private static Money moved(
      Map<Account, Money> before, Map<Account, Money> after, Account account) {
    return after.getOrDefault(account, Money.ZERO).minus(before.getOrDefault(account, Money.ZERO));
  }

  private Remittance remittance() {
    return remittances().next();
  }

  private Remittance remittance(
      String trace, Money paid, List<ClaimPayment> claims, List<ProviderAdjustment> adjustments) {
    return remittances().of(trace, paid, claims, adjustments);
  }

  private RandomRemittances remittances() {
    var payer = server.inPractice(() -> server.bean(Payers.class).all().getFirst());
    var practice = server.inPractice(() -> server.bean(Organizations.class).current());
    return new RandomRemittances(
        random,
        "G" + Long.toString(Math.abs(seed), 36) + ++traces + "N",
        payer.name(),
        payer.electronicId().value(),
        practice.name(),
        practice.npi().value());
  }

  /// One amount is a cent off: of a service, a claim, an adjustment, or the payment.
  private Remittance corrupted(Remittance whole) {
    var claims = new ArrayList<>(whole.claims());
    int at = random.nextInt(claims.size());
    var claim = claims.get(at);
    Money cent = Money.ofCents(1);
    Money paid = whole.paid();
    switch (random.nextInt(3)) {
      case 0 -> paid = paid.plus(cent);
      case 1 ->
          claims.set(
              at,
              RandomRemittances.payment(
                  claim.claimControlNumber(),
                  claim.statusCode(),
                  claim.charged(),
                  claim.paid().plus(cent),
                  claim.services()));
      default -> {
        var services = new ArrayList<>(claim.services());
        var service = services.getFirst();
        services.set(
            0,
            RandomRemittances.service(
                service.charged().plus(cent), service.paid(), service.adjustments()));
        claims.set(
            at,
            RandomRemittances.payment(
                claim.claimControlNumber(),
                claim.statusCode(),
                claim.charged(),
                claim.paid(),
                services));
      }
    }
    var wrong = remittance(whole.trace(), paid, claims, whole.providerAdjustments());
    assertThat(BalanceProof.of(wrong).holds()).isFalse();
    return wrong;
  }

  private Remittance copy(Remittance remittance, String trace) {
    return remittance(
        trace, remittance.paid(), remittance.claims(), remittance.providerAdjustments());
  }
}

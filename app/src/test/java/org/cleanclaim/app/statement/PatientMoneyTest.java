package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.patient.Patient;
import org.cleanclaim.app.statement.PatientPayments.Purpose;
import org.cleanclaim.app.statement.PatientPayments.ReversalCause;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// Whatever is done with a patient's money, in whatever order: debits equal credits, the balance is
/// what was billed less what was paid and given up, by entries alone, and every statement says the
/// same as the ledger.
class PatientMoneyTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final int HOUSEHOLDS = 6;
  private static final int DEEDS = 30;

  private static final BillingPractice PRACTICE = new BillingPractice("pmt", "1553001169");

  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int receipts;

  /// What was done to a household, told apart from the ledger.
  private static final class Told {
    final List<Patient> members = new ArrayList<>();
    final List<UUID> payments = new ArrayList<>();
    final List<UUID> refunds = new ArrayList<>();
    Money billed = Money.ZERO;
    Money paid = Money.ZERO;
    Money refunded = Money.ZERO;
    Money givenUp = Money.ZERO;
  }

  @Test
  void anySequenceKeepsBalancesAndStatementsEqualToTheLedger() {
    for (int i = 0; i < HOUSEHOLDS; i++) {
      var account = new Told();
      String street = "%d Chance Road %d".formatted(i, seed);
      account.members.add(PRACTICE.patient("Chance, Joan", street));
      if (random.nextBoolean()) account.members.add(PRACTICE.patient("Chance, Joan", street));
      LocalDate day = START.plusDays(12);
      for (int step = 0; step < DEEDS; step++) {
        day = day.plusDays(random.nextInt(9));
        deed(account, day);
        check(account, day);
      }
    }
  }

  private <T> T bean(Class<T> type) {
    return PRACTICE.server.bean(type);
  }

  private void deed(Told account, LocalDate day) {
    var patient = account.members.get(random.nextInt(account.members.size()));
    try {
      PRACTICE.as(
          Role.MANAGER,
          () -> {
            one(account, patient, day);
            return true;
          });
    } catch (BillingRefusal refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  private void one(Told account, Patient patient, LocalDate day) {
    var household = bean(Households.class).of(patient.id());
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        Money share = cents(1, 20_000);
        String payer = random.nextBoolean() ? "kind" : "federal";
        PRACTICE.share(patient, payer, START.plusDays(random.nextInt(9)), share.toString());
        account.billed = account.billed.plus(share);
      }
      case 2, 3, 4 -> {
        Money amount = cents(1, 12_000);
        String receipt = "P-" + seed + "-" + ++receipts;
        bean(PatientPayments.class)
            .take(
                new PatientPayment(
                    patient.id().value(), null, receipt, "cash", Purpose.STATEMENT, amount, day));
        account.paid = account.paid.plus(amount);
        account.payments.add(bean(ReceiptLists.class).numbered(receipt).orElseThrow().id());
      }
      case 5 -> {
        if (account.payments.isEmpty()) return;
        var id = account.payments.get(random.nextInt(account.payments.size()));
        var back = bean(PatientPayments.class).reverse(id, ReversalCause.BOUNCED, "by chance", day);
        account.paid = account.paid.minus(back.amount());
      }
      case 6 ->
          bean(PaymentPlans.class)
              .agree(household, 1 + random.nextInt(6), day.plusDays(5), "", day);
      case 7 -> {
        var dispute = bean(Disputes.class).open(patient.id(), null, "by chance", day);
        if (random.nextInt(4) > 0) {
          bean(Disputes.class).resolve(dispute.id(), Disputes.Status.BILL_STANDS, "looked", day);
        }
      }
      case 8 -> {
        var refund =
            bean(Refunds.class)
                .request(patient.id(), null, cents(1, 5_000), "by chance", "by chance", day);
        account.refunds.add(refund.id());
        account.refunded = account.refunded.plus(otherApproves(refund.id(), day));
      }
      case 9 -> {
        Money before = writtenOff(account);
        bean(SmallBalances.class).run(day.plusDays(90));
        account.givenUp = account.givenUp.plus(writtenOff(account)).minus(before);
      }
      case 10 -> {
        var form = new Assistance.Form(2, Money.of("50000"), "Pay stubs", day);
        var taken = bean(Assistance.class).apply(household, form);
        Money before = writtenOff(account);
        otherGrants(taken.id(), day);
        account.givenUp = account.givenUp.plus(writtenOff(account)).minus(before);
      }
      default -> {
        Money before = writtenOff(account);
        bean(Statements.class).issue(household, day, 1);
        account.givenUp = account.givenUp.plus(writtenOff(account)).minus(before);
      }
    }
  }

  private Money writtenOff(Told account) {
    Money sum = Money.ZERO;
    for (var member : account.members) {
      sum = sum.plus(bean(Ledger.class).accountBalance(Account.WRITE_OFF, member.id().value()));
    }
    return sum;
  }

  private void otherGrants(UUID application, LocalDate day) {
    var other =
        new Actor(Acting.actor().organizationId(), "somebody else", Set.of(Role.MANAGER), false);
    Acting.as(
        other,
        () -> bean(Assistance.class).approve(application, START, day.plusDays(90), "scale", day));
  }

  private Money otherApproves(UUID refund, LocalDate day) {
    var other =
        new Actor(Acting.actor().organizationId(), "somebody else", Set.of(Role.MANAGER), false);
    return Acting.as(
        other,
        () -> {
          var approved = bean(Refunds.class).approve(refund, "by chance", day);
          if (random.nextBoolean()) bean(Refunds.class).pay(refund, "check", "77", day);
          return approved.amount();
        });
  }

  private void check(Told account, LocalDate day) {
    PRACTICE.as(
        Role.MANAGER,
        () -> {
          var ledger = bean(Ledger.class);
          assertThat(ledger.totals().isBalanced()).as("seed %d", seed).isTrue();
          var patient = account.members.getFirst();
          var standing = bean(Standings.class).of(bean(Households.class).of(patient.id()));
          Money expected =
              account.billed.minus(account.paid).plus(account.refunded).minus(account.givenUp);
          assertThat(standing.balance()).as("seed %d", seed).isEqualTo(expected);
          Money shares = Money.sum(standing.shares().stream().map(VisitShare::owed).toList());
          Money cash = Money.ZERO;
          for (var member : account.members) {
            cash = cash.plus(ledger.accountBalance(Account.UNAPPLIED_CASH, member.id().value()));
          }
          assertThat(shares.plus(cash)).as("seed %d", seed).isEqualTo(expected);
          var preview = bean(Statements.class).preview(patient.id(), day);
          assertThat(Statements.flaw(preview)).as("seed %d", seed).isEmpty();
          assertThat(preview.content().total()).as("seed %d", seed).isEqualTo(expected);
          Money apart =
              Money.sum(preview.content().notDue().stream().map(Statement.Item::amount).toList());
          assertThat(preview.dueNow().plus(apart))
              .as("seed %d: due now and not due are what visits owe", seed)
              .isEqualTo(standing.due().plus(standing.waiting()).plus(standing.disputed()));
          return true;
        });
  }

  private Money cents(int least, int most) {
    return Money.ofCents(least + random.nextInt(most - least + 1));
  }

  @Test
  void aSelfPayVisitIsDueAtOnce() {
    var patient = PRACTICE.patient();
    PRACTICE.selfPay(patient, START, "10");
    PRACTICE.as(
        Role.MANAGER,
        () -> {
          var standing = bean(Standings.class).of(bean(Households.class).of(patient.id()));
          assertThat(standing.due()).isEqualTo(Money.of("10"));
          assertThat(
                  bean(Statements.class)
                      .preview(patient.id(), START)
                      .content()
                      .visits()
                      .getFirst()
                      .items()
                      .getFirst()
                      .label(Language.SPANISH))
              .isEqualTo("Cobro");
          return true;
        });
  }
}

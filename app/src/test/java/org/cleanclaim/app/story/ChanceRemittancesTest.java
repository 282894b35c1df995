package org.cleanclaim.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.ledger.Account;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

/// What payers decide about claims of ours, drawn by chance: payment, refusal, all to the patient,
/// bundling, what an earlier payer had paid, taking back, correcting. Each draw is made for two
/// claims, whose files come in different orders.
class ChanceRemittancesTest {
  private static final Office OFFICE = new Office("cha", "1003000134");

  private final long seed = Long.getLong("test.seed", System.nanoTime());
  private final Random random = new Random(seed);

  /// A draw and what it leaves.
  ///
  /// @param files what the payer sends one after the other
  /// @param owed what the payer still owes
  /// @param ofPatient what the patient owes
  private record Draw(List<Sent> files, Money owed, Money ofPatient) {}

  /// @param status CLP02
  /// @param reasons for each line
  private record Decision(String status, List<String> reasons) {}

  private record Sent(List<Decision> decisions) {}

  @Test
  void balancesAreBilledLessPaidLessAdjustedInAnyOrderAndTwiceIsOnce() {
    var draws = new ArrayList<Draw>();
    for (int kind = 0; kind < 7; kind++) draws.add(draw(kind));
    var first = draws.stream().map(d -> OFFICE.atPayer("99213", "20610")).toList();
    var second = draws.stream().map(d -> OFFICE.atPayer("99213", "20610")).toList();

    var sent = new ArrayList<>(arrive(draws, first));
    sent.addAll(arrive(draws, second));

    for (int i = 0; i < draws.size(); i++) {
      for (BilledClaim claim : List.of(first.get(i), second.get(i))) {
        String what = "-Dtest.seed=%s %s".formatted(seed, draws.get(i));
        assertThat(OFFICE.owed(claim)).as(what).isEqualTo(draws.get(i).owed().toString());
        assertThat(OFFICE.ofPatient(claim)).as(what).isEqualTo(draws.get(i).ofPatient().toString());
      }
    }
    assertThat(OFFICE.isBalanced()).isTrue();
    Money cash = OFFICE.balance(Account.DEPOSIT_IN_TRANSIT);
    Money open = OFFICE.balance(Account.INSURANCE_RECEIVABLE);

    sent.forEach(file -> OFFICE.take("again.835", file).is(200));

    assertThat(OFFICE.balance(Account.DEPOSIT_IN_TRANSIT)).isEqualTo(cash);
    assertThat(OFFICE.balance(Account.INSURANCE_RECEIVABLE)).isEqualTo(open);
    assertThat(OFFICE.isBalanced()).isTrue();
  }

  /// Lets the files of all claims arrive; those of one claim follow each other, those of different
  /// claims mix.
  private List<byte[]> arrive(List<Draw> draws, List<BilledClaim> claims) {
    var queues = new ArrayList<Deque<byte[]>>();
    for (int i = 0; i < draws.size(); i++) {
      var queue = new ArrayDeque<byte[]>();
      for (Sent file : draws.get(i).files()) queue.add(written(file, claims.get(i)));
      queues.add(queue);
    }
    var sent = new ArrayList<byte[]>();
    while (queues.stream().anyMatch(q -> !q.isEmpty())) {
      var file = queues.get(random.nextInt(queues.size())).poll();
      if (file == null) continue;
      OFFICE.take("chance" + sent.size() + ".835", file).is(200);
      sent.add(file);
    }
    return sent;
  }

  /// A file whose payment would be negative is evened out by a balance carried forward.
  private static byte[] written(Sent file, BilledClaim claim) {
    var remitted = new Remitted(OFFICE, OFFICE.trace());
    Money paid = Money.ZERO;
    for (Decision decision : file.decisions()) {
      remitted.lines(claim, decision.status(), decision.reasons());
      paid = paid.plus(paid(decision));
    }
    if (paid.isNegative()) {
      remitted.providerLevel("FB", claim.controlNumber(), paid.toString());
    }
    return remitted.file();
  }

  private static Money paid(Decision decision) {
    Money paid = Money.of("270.00");
    for (String line : decision.reasons()) paid = paid.minus(total(line, ""));
    return decision.status().equals("22") ? paid.negated() : paid;
  }

  private static Money total(String reasons, String group) {
    Money sum = Money.ZERO;
    for (String reason : reasons.split(", ")) {
      if (reason.startsWith(group)) sum = sum.plus(Money.of(reason.split(" ")[2]));
    }
    return sum;
  }

  private Draw draw(int kind) {
    String visit = usual("58.00", "30.00");
    String injection = usual("50.00", "14.00");
    var paid = new Decision("1", List.of(visit, injection));
    Money shares = total(visit, "PR").plus(total(injection, "PR"));
    return switch (kind) {
      case 0 -> new Draw(List.of(new Sent(List.of(paid))), Money.ZERO, shares);
      case 1 ->
          new Draw(
              List.of(
                  new Sent(List.of(new Decision("4", List.of("CO 197 150.00", "CO 197 120.00"))))),
              Money.of("270.00"),
              Money.ZERO);
      case 2 ->
          new Draw(
              List.of(
                  new Sent(
                      List.of(
                          new Decision(
                              "1",
                              List.of("CO 45 58.00, PR 1 92.00", "CO 45 50.00, PR 1 70.00"))))),
              Money.ZERO,
              Money.of("162.00"));
      case 3 ->
          new Draw(
              List.of(new Sent(List.of(new Decision("1", List.of(visit, "CO 97 120.00"))))),
              Money.of("120.00"),
              total(visit, "PR"));
      case 4 ->
          new Draw(
              List.of(
                  new Sent(List.of(paid)),
                  new Sent(List.of(new Decision("22", List.of(visit, injection))))),
              Money.of("270.00"),
              Money.ZERO);
      case 5 -> {
        String other = usual("58.00", "41.00");
        yield new Draw(
            List.of(
                new Sent(List.of(paid)),
                new Sent(
                    List.of(
                        new Decision("22", List.of(visit, injection)),
                        new Decision("1", List.of(other, injection))))),
            Money.ZERO,
            total(other, "PR").plus(total(injection, "PR")));
      }
      default -> {
        String left = "%d.%02d".formatted(1 + random.nextInt(60), random.nextInt(100));
        yield new Draw(
            List.of(
                new Sent(
                    List.of(
                        new Decision("2", List.of("OA 23 " + left + ", CO 45 58.00", injection))))),
            Money.of(left),
            total(injection, "PR"));
      }
    };
  }

  /// The contract's reduction, and a share of the patient of at most so much.
  private String usual(String reduction, String mostShare) {
    long share = 1 + random.nextLong(Money.of(mostShare).cents());
    return "CO 45 %s, PR 2 %s".formatted(reduction, Money.ofCents(share));
  }
}

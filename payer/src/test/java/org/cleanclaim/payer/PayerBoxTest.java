package org.cleanclaim.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.payer.BoxedClaims.MEMBER;
import static org.cleanclaim.payer.BoxedClaims.NOW;
import static org.cleanclaim.payer.BoxedClaims.PAY_DAY;
import static org.cleanclaim.payer.BoxedClaims.box;
import static org.cleanclaim.payer.BoxedClaims.file;
import static org.cleanclaim.payer.BoxedClaims.labels;
import static org.cleanclaim.payer.BoxedClaims.read;
import static org.cleanclaim.payer.BoxedClaims.remittance;
import static org.cleanclaim.payer.ClinicClaims.SERVED;
import static org.cleanclaim.payer.ClinicClaims.claim;
import static org.cleanclaim.payer.ClinicClaims.line;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.pricing.CodeScope;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.Contract.ChargeCap;
import org.cleanclaim.pricing.contract.LineScope;
import org.cleanclaim.pricing.contract.Term;
import org.cleanclaim.x12.Transaction;
import org.junit.jupiter.api.Test;

/// What a payer in a box acknowledges, pays and refuses.
class PayerBoxTest {
  @Test
  void acknowledgesAndPaysByItsOwnBook() throws IOException {
    var box = box("50.00", List.of());

    var answers =
        box.receive("a.x12", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);

    assertThat(answers).extracting(AnswerFile::kind).containsExactly("TA1", "999", "277CA");
    assertThat(box.payRun(NOW.plusDays(9))).isEmpty();
    var remittance = remittance(box);
    assertThat(BalanceProof.of(remittance).holds()).isTrue();
    assertThat(labels(remittance)).containsExactly("CO-45 50.00", "PR-1 50.00", "PR-2 10.00");
    assertThat(remittance.paid()).isEqualTo(Money.of("40.00"));
    assertThat(box.payRun(PAY_DAY.plusDays(1))).isEmpty();
  }

  @Test
  void theDeductibleMetByOneClaimIsGoneForTheNext() throws IOException {
    var box = box("100.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);
    assertThat(labels(remittance(box))).contains("PR-1 100.00");

    box.receive("b", file("000000002", claim("C2", "M1", line(1, "99214", "250.00"))), PAY_DAY);

    assertThat(labels(remittance(box, PAY_DAY.plusDays(10))))
        .containsExactly("CO-45 50.00", "PR-2 40.00");
  }

  @Test
  void theSameInterchangeTwiceIsRefusedAndPaidOnce() throws IOException {
    var box = box("0.00", List.of());
    byte[] file = file("000000001", claim("C1", "M1", line(1, "99213", "150.00")));
    box.receive("a", file, NOW);

    var again = box.receive("a", file, NOW.plusHours(1));

    assertThat(again).singleElement().satisfies(a -> assertThat(a.kind()).isEqualTo("TA1"));
    var ta1 = read(again.getFirst()).interchanges().getFirst().acknowledgments().getFirst();
    assertThat(ta1.isRejected()).isTrue();
    assertThat(ta1.noteCode()).isEqualTo("025");
    assertThat(remittance(box).claims()).hasSize(1);
  }

  @Test
  void aMemberItDoesNotKnowIsRejectedBeforeAdjudication() throws IOException {
    var box = box("0.00", List.of());

    var answers =
        box.receive("a", file("000000001", claim("C1", "M9", line(1, "99213", "150.00"))), NOW);

    var said = (Transaction.ClaimsAcknowledged) read(answers.get(2)).transactions().getFirst();
    assertThat(said.acknowledgments())
        .singleElement()
        .satisfies(a -> {
          assertThat(a.accepted()).isFalse();
          assertThat(a.statuses().getFirst().status()).isEqualTo("164");
        });
    assertThat(box.payRun(PAY_DAY)).isEmpty();
  }

  @Test
  void deniesBundlesAndUnderpaysAsPlanned() throws IOException {
    var code = new ProcedureCode("99214");
    var deny = new PlannedEvent.Deny(MEMBER, SERVED, code, "CO", "50", "N115");
    var box = box("0.00", List.of(deny));
    box.receive(
        "a",
        file(
            "000000001",
            claim(
                "C1",
                "M1",
                line(1, "99213", "150.00"),
                line(2, "99214", "250.00"),
                line(3, "96127", "20.00"))),
        NOW);

    assertThat(labels(remittance(box)))
        .containsExactly("CO-45 50.00", "PR-2 20.00", "CO-50 250.00", "CO-97 20.00");

    var less = new PlannedEvent.PayUnderContract(MEMBER, SERVED, code, new BigDecimal("0.90"));
    var other = box("0.00", List.of(less));
    other.receive("a", file("000000001", claim("C1", "M1", line(1, "99214", "250.00"))), NOW);
    assertThat(labels(remittance(other))).containsExactly("CO-45 70.00", "PR-2 36.00");
  }

  @Test
  void whatItPaysByTheMonthIsTakenOffAndNoDenial() throws IOException {
    var byMonth =
        new Term(
            "visits by the month",
            EffectivePeriod.from(SERVED.minusYears(1)),
            new LineScope(
                CodeScope.parse(List.of("99202-99215")).orElseThrow(),
                null,
                null,
                null,
                null,
                null),
            new Term.Payment.Capitated());
    var contract =
        new Contract(
            "By the month", byMonth.period(), List.of(byMonth), ChargeCap.LESSER_OF_CHARGE, null);
    var box = box("500.00", contract, List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW);

    var remittance = remittance(box);

    assertThat(labels(remittance)).containsExactly("CO-24 150.00");
    assertThat(remittance.claims().getFirst().status()).isEqualTo(ClaimPaymentStatus.PRIMARY);
  }

  @Test
  void refusesWhatIsLateUnauthorizedOrOutOfCoverage() throws IOException {
    var box = box("0.00", List.of());
    box.receive("a", file("000000001", claim("C1", "M1", line(1, "73721", "900.00"))), NOW);
    assertThat(labels(remittance(box))).containsExactly("CO-197 900.00");

    var late = box("0.00", List.of());
    late.receive(
        "a", file("000000001", claim("C1", "M1", line(1, "99213", "150.00"))), NOW.plusYears(2));
    assertThat(labels(remittance(late, PAY_DAY.plusYears(2)))).containsExactly("CO-29 150.00");
  }

  @Test
  void aTruncatedFileIsRefusedAndNothingOfItIsPaid() {
    byte[] whole = file("000000001", claim("C1", "M1", line(1, "99213", "150.00")));
    for (int length = 120; length < whole.length - 2; length += 13) {
      var box = box("0.00", List.of());
      box.receive("cut", Arrays.copyOf(whole, length), NOW);
      assertThat(box.payRun(PAY_DAY)).as("cut at " + length).isEmpty();
    }
  }

  @Test
  void whateverIsBilledTheRemittanceBalances() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    var codes = List.of("99213", "99214", "96127", "73721", "00000");
    for (int run = 0; run < 150; run++) {
      var box = box(Money.ofCents(random.nextInt(30_000)).toString(), List.of());
      var lines = new ServiceLine[random.nextInt(1, 6)];
      for (int i = 0; i < lines.length; i++) {
        lines[i] =
            line(
                i + 1,
                codes.get(random.nextInt(codes.size())),
                Money.ofCents(random.nextInt(90_000)).toString());
      }
      box.receive("a", file("000000001", claim("C1", "M1", lines)), NOW);
      var remittance = remittance(box);
      assertThat(BalanceProof.of(remittance).failures())
          .as("-Dtest.seed=%s run %s", seed, run)
          .isEmpty();
    }
  }
}

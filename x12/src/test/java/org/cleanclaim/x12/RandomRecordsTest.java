package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.particular.QualifiedQuantity;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.Transaction.RemittanceAdvice;
import org.junit.jupiter.api.Test;

/// Whatever a record holds is still there after it was written and read.
class RandomRecordsTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "CLINIC",
          "ZZ",
          "PAYER",
          LocalDateTime.of(2026, 3, 1, 9, 0),
          "000000007",
          true,
          Separators.STANDARD);

  @Test
  void claimsSurviveWritingAndReading() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    var chance = new RandomClaims(random);
    for (int run = 0; run < 300; run++) {
      var type = chance.pick(ClaimType.values());
      var claims = new ArrayList<Claim>();
      for (int i = 0; i <= random.nextInt(3); i++) claims.add(chance.claim(type, run * 10 + i));
      var batch =
          ClaimBatch.of(
              "A CLINIC",
              "CLINIC",
              new Contact("BILLING", "6145550100", null),
              "A PAYER",
              "PAYER",
              "B1",
              claims);

      byte[] bytes = X12Writer.claims(ENVELOPE, "7", batch);

      var read = new ArrayList<Claim>();
      X12Reader.claims(
          new ByteArrayInputStream(bytes),
          "test",
          f -> assertThat(f.isError()).as(f.toString()).isFalse(),
          read::add);
      assertThat(read).usingRecursiveComparison().as("-Dtest.seed=" + seed).isEqualTo(claims);
    }
  }

  @Test
  void remittancesSurviveWritingAndReading() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      Remittance remittance = remittance(random, new RandomClaims(random), run);

      byte[] bytes = X12Writer.remittances(ENVELOPE, "7", List.of(remittance));

      var read =
          (RemittanceAdvice)
              X12Reader.read(new ByteArrayInputStream(bytes), "test").transactions().getFirst();
      assertThat(read.remittance())
          .usingRecursiveComparison()
          .as("-Dtest.seed=" + seed)
          .isEqualTo(remittance);
    }
  }

  private static Remittance remittance(Random random, RandomClaims chance, int number) {
    return new Remittance(
        "A PAYER",
        "P1",
        chance.maybe(() -> new Address("1 PAY ST", null, "MARLOW", "OH", "43215")),
        chance.maybe(() -> new Contact("HELP", "6145550100", null)),
        "A CLINIC",
        "1234567893",
        chance.maybe(() -> "471852369"),
        "T" + number,
        "1999999999",
        chance.pick(PaymentMethod.ACH, PaymentMethod.CHECK),
        "C",
        chance.money(),
        chance.day(),
        chance.maybe(chance::day),
        chance.several(3, () -> payment(random, chance)),
        chance.several(
            2,
            () ->
                new ProviderAdjustment(
                    "1234567893",
                    chance.day(),
                    "WO",
                    chance.maybe(() -> "REF" + random.nextInt(10)),
                    chance.money())),
        new Particulars(
            List.of(),
            chance.several(1, () -> new Reference("EV", "RECEIVER")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static ClaimPayment payment(Random random, RandomClaims chance) {
    var day = chance.day();
    return new ClaimPayment(
        "C" + random.nextInt(1000),
        chance.pick("1", "2", "4", "22"),
        chance.money(),
        chance.money(),
        chance.money(),
        "12",
        chance.maybe(() -> "P" + random.nextInt(1000)),
        chance.maybe(() -> "11"),
        null,
        chance.person(),
        chance.maybe(() -> "M" + random.nextInt(1000)),
        chance.maybe(() -> "1234567893"),
        chance.maybe(() -> "CROSSOVER PAYER"),
        chance.maybe(chance::day),
        chance.maybe(chance::day),
        chance.maybe(chance::day),
        chance.adjustments(),
        chance.several(3, () -> chance.pick("MA01", "MA130")),
        chance.several(3, () -> service(random, chance)),
        new Particulars(
            chance.several(1, () -> new QualifiedDate("036", day, day, null)),
            chance.several(2, () -> new Reference("CE", "CLASS" + random.nextInt(9))),
            chance.several(2, () -> new QualifiedAmount("AU", chance.money())),
            chance.several(1, () -> new QualifiedQuantity("CA", BigDecimal.TWO, null, null)),
            List.of(),
            List.of(),
            List.of()));
  }

  private static ServicePayment service(Random random, RandomClaims chance) {
    var from = chance.day();
    return new ServicePayment(
        "HC",
        "99213",
        chance.several(2, () -> new Modifier(chance.pick("25", "RT"))),
        chance.maybe(() -> "0450"),
        chance.maybe(() -> "99214"),
        chance.money(),
        chance.money(),
        BigDecimal.valueOf(random.nextInt(5) + 1),
        chance.maybe(() -> BigDecimal.valueOf(6)),
        from,
        from.plusDays(random.nextInt(2)),
        chance.maybe(() -> "L" + random.nextInt(100)),
        chance.maybe(chance::money),
        chance.adjustments(),
        chance.several(2, () -> chance.pick("N30", "M86")),
        new Particulars(
            List.of(),
            chance.several(1, () -> new Reference("LU", "22")),
            chance.several(1, () -> new QualifiedAmount("T", chance.money())),
            chance.several(1, () -> new QualifiedQuantity("ZK", BigDecimal.TEN, null, null)),
            List.of(),
            List.of(),
            List.of()));
  }
}

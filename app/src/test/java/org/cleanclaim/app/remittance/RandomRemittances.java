package org.cleanclaim.app.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.PaymentMethod;
import org.cleanclaim.kernel.remittance.ProviderAdjustment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;

/// Remittances drawn by chance that add up: with reversals, corrections, denials, zero payments,
/// interest, bundled lines, reductions of the whole claim and provider-level adjustments.
final class RandomRemittances {
  private final Random random;
  private final String prefix;
  private final String payerName;
  private final String payerId;
  private final String payeeName;
  private final String payeeNpi;
  private int made;

  /// @param prefix of the trace numbers
  RandomRemittances(
      Random random,
      String prefix,
      String payerName,
      String payerId,
      String payeeName,
      String payeeNpi) {
    this.random = random;
    this.prefix = prefix;
    this.payerName = payerName;
    this.payerId = payerId;
    this.payeeName = payeeName;
    this.payeeNpi = payeeNpi;
  }

  /// The next one.
  Remittance next() {
    int number = ++made;
    String mark = prefix + number;
    var claims = new ArrayList<ClaimPayment>();
    int count = 1 + random.nextInt(6);
    for (int i = 1; i <= count; i++) {
      var claim = claim(mark + "C" + i, "1");
      claims.add(claim);
      if (random.nextInt(4) == 0) {
        claims.add(reversed(claim));
        claims.add(claim(mark + "C" + i, "1"));
      }
    }
    var adjustments = new ArrayList<ProviderAdjustment>();
    Money paid = Money.sum(claims.stream().map(ClaimPayment::paid).toList());
    for (String reason : List.of("WO", "FB", "L6", "72")) {
      if (random.nextBoolean()) continue;
      Money amount = Money.ofCents(random.nextInt(2_000) - 1_500);
      adjustments.add(new ProviderAdjustment("1234567893", null, reason, mark, amount));
      paid = paid.minus(amount);
    }
    if (paid.isNegative()) {
      adjustments.add(new ProviderAdjustment("1234567893", null, "FB", mark + "F", paid));
      paid = Money.ZERO;
    }
    return of(mark, paid, claims, adjustments);
  }

  /// One of these parts.
  Remittance of(
      String trace, Money paid, List<ClaimPayment> claims, List<ProviderAdjustment> adjustments) {
    return new Remittance(
        payerName,
        payerId,
        null,
        null,
        payeeName,
        payeeNpi,
        null,
        trace,
        "1999999999",
        paid.isZero() ? PaymentMethod.NON_PAYMENT : PaymentMethod.ACH,
        "C",
        paid,
        LocalDate.of(2026, 3, 10),
        LocalDate.of(2026, 3, 10),
        claims,
        adjustments,
        Particulars.NONE);
  }

  private ClaimPayment claim(String number, String status) {
    var services = new ArrayList<ServicePayment>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) services.add(service());
    Money charged = Money.sum(services.stream().map(ServicePayment::charged).toList());
    Money paid = Money.sum(services.stream().map(ServicePayment::paid).toList());
    return payment(number, status, charged, paid, services);
  }

  private ServicePayment service() {
    long charge = 1_000L + random.nextInt(50_000);
    var adjustments = new ArrayList<Adjustment>();
    long left = charge;
    switch (random.nextInt(5)) {
      case 0 -> left = take(adjustments, AdjustmentGroup.CO, "197", left, left);
      case 1 -> left = take(adjustments, AdjustmentGroup.PR, "1", left, left);
      case 2 -> left = take(adjustments, AdjustmentGroup.CO, "97", left, left);
      default -> {
        left = take(adjustments, AdjustmentGroup.CO, "45", left, random.nextLong(left));
        if (random.nextBoolean() && left > 1) {
          left = take(adjustments, AdjustmentGroup.PR, "2", left, random.nextLong(left));
        }
        if (random.nextInt(6) == 0) left = take(adjustments, AdjustmentGroup.OA, "225", left, -123);
      }
    }
    return service(Money.ofCents(charge), Money.ofCents(left), adjustments);
  }

  private static long take(
      List<Adjustment> adjustments, AdjustmentGroup group, String reason, long left, long amount) {
    if (amount != 0) adjustments.add(Adjustment.of(group, reason, Money.ofCents(amount)));
    return left - amount;
  }

  private static ClaimPayment reversed(ClaimPayment claim) {
    var services =
        claim.services().stream()
            .map(s ->
                service(
                    s.charged().negated(),
                    s.paid().negated(),
                    s.adjustments().stream()
                        .map(
                            a -> Adjustment.of(a.group(), a.reason().value(), a.amount().negated()))
                        .toList()))
            .toList();
    return payment(
        claim.claimControlNumber(),
        "22",
        claim.charged().negated(),
        claim.paid().negated(),
        services);
  }

  static ServicePayment service(Money charged, Money paid, List<Adjustment> adjustments) {
    return new ServicePayment(
        "HC",
        "99213",
        List.of(),
        null,
        null,
        charged,
        paid,
        BigDecimal.ONE,
        null,
        LocalDate.of(2026, 2, 2),
        null,
        null,
        null,
        adjustments,
        List.of(),
        Particulars.NONE);
  }

  static ClaimPayment payment(
      String number, String status, Money charged, Money paid, List<ServicePayment> services) {
    return new ClaimPayment(
        number,
        status,
        charged,
        paid,
        Money.ZERO,
        "12",
        "P" + number,
        "11",
        "1",
        null,
        null,
        null,
        null,
        LocalDate.of(2026, 2, 2),
        null,
        null,
        List.of(),
        List.of(),
        services,
        Particulars.NONE);
  }
}

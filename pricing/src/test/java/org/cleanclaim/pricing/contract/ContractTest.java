package org.cleanclaim.pricing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.pricing.contract.WrittenContract.DAY;
import static org.cleanclaim.pricing.contract.WrittenContract.contract;
import static org.cleanclaim.pricing.contract.WrittenContract.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.junit.jupiter.api.Test;

/// What a contract allows for the services of a day.
class ContractTest {
  private static List<String> allowed(ContractLine... lines) {
    return contract().expect(List.of(lines), MedicareFees.NONE).stream()
        .map(e ->
            switch (e) {
              case Expectation.Allowed a -> {
                Money steps = Money.sum(a.steps().stream().map(PriceStep::amount).toList());
                assertThat(steps).isEqualTo(a.allowed());
                yield a.term() + " " + a.allowed();
              }
              case Expectation.Unpriced u -> u.finding().place().field();
            })
        .toList();
  }

  @Test
  void theFirstTermThatFitsDecides() {
    assertThat(allowed(line(1, "99213", "200.00", 2))).containsExactly("visits 180.00");
    assertThat(allowed(line(1, "99213", "50.00", 1))).containsExactly("visits 50.00");
  }

  @Test
  void theCaseRateHoldsWhatComesWithIt() {
    assertThat(
            allowed(
                line(1, "27447", "20000.00", 1),
                line(2, "J1100", "50.00", 3),
                line(3, "27447", "100.00", 1)))
        .containsExactly("knee 9000.00", "with the knee 0.00", "knee 0.00");
    assertThat(allowed(line(1, "J1100", "50.00", 3))).containsExactly("Service");
  }

  @Test
  void theCaseRateIsCappedByTheChargesOfTheCaseTogether() {
    // 9,000.00 of 11,000.00 charged: no line above its charge, the case in full
    assertThat(allowed(line(1, "27447", "4000.00", 1), line(2, "27447", "7000.00", 1)))
        .containsExactly("knee 2000.00", "knee 7000.00");
    // 5,000.00 charged in all: never more
    assertThat(allowed(line(1, "27447", "4000.00", 1), line(2, "27447", "1000.00", 1)))
        .containsExactly("knee 4000.00", "knee 1000.00");
  }

  @Test
  void stepsAddUpWhateverIsBilled() {
    var codes = List.of("99213", "27447", "12001", "20930", "29881", "J1100", "73721", "90471");
    var random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      var lines = new ArrayList<ContractLine>();
      for (int number = 1; number <= 1 + random.nextInt(6); number++) {
        String charge = Money.ofCents(random.nextInt(2_000_000)).toString();
        lines.add(line(number, codes.get(random.nextInt(codes.size())), charge, random.nextInt(4)));
      }
      var expected = contract().expect(lines, MedicareFees.NONE);
      for (int place = 0; place < lines.size(); place++) {
        if (!(expected.get(place) instanceof Expectation.Allowed a)) continue;
        assertThat(Money.sum(a.steps().stream().map(PriceStep::amount).toList()))
            .as(lines.toString())
            .isEqualTo(a.allowed());
        assertThat(a.allowed().isNegative()).isFalse();
        assertThat(a.allowed()).isLessThanOrEqualTo(lines.get(place).charge());
      }
    }
  }

  @Test
  void aDayCostsTheSame() {
    var room =
        new ContractLine(
            1, null, "0120", List.of(), new BigDecimal("3"), Money.of("9000.00"), DAY, null);
    assertThat(allowed(room)).containsExactly("room 4500.00");
  }

  @Test
  void furtherProceduresOfTheDayAreReducedByRank() {
    assertThat(
            allowed(
                line(1, "12001", "100.00", 1),
                line(2, "29881", "1000.00", 1),
                line(3, "20930", "60.00", 1),
                line(4, "11042", "400.00", 1)))
        .containsExactly("surgery 12.50", "surgery 500.00", "surgery 30.00", "surgery 100.00");
  }

  @Test
  void whatHasNoPriceIsAFinding() {
    assertThat(allowed(line(1, "73721", "900.00", 1))).containsExactly("Day of service");
    assertThat(allowed(line(1, "99213", "-1.00", 1))).containsExactly("Charge");
    assertThat(allowed(line(1, "99213", "1.00", 0))).containsExactly("Units");
    assertThat(allowed(line(1, "90471", "1.00", 1))).containsExactly("Service");
  }
}

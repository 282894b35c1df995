package org.cleanclaim.pricing.asc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurgeryPricerTest {
  private static final LocalDate DAY = LocalDate.of(2031, 5, 6);
  private static final SurgeryPricer PRICER =
      new SurgeryPricer(
          SurgeryTables.of(
              table(
                  "rates",
                  "hcpcs,addendum,indicator,rate,subject_to_discount,device_offset",
                  "X0001,AA,A2,1000.00,1,",
                  "X0002,AA,J8,3000.00,1,2000.00",
                  "X0003,AA,G2,600.00,0,",
                  "X0010,BB,K2,12.34,0,",
                  "X0011,BB,N1,0.0,0,",
                  "X0012,BB,J7,0.0,0,",
                  "X0013,BB,K5,0.0,0,"),
              table("wages", "cbsa,wage_index", "10000,0.8000"),
              table(
                  "pairs",
                  "device,procedure,percent_multiplier,effective,end",
                  "X0012,X0002,0.5,20310101,20310331",
                  "X0012,X0002,0.25,20310401,20311231")));

  private static RuleTables table(String name, String heading, String... rows) {
    return RuleTables.of(
        new RuleTables.Table(
            name,
            List.of(heading.split(",")),
            List.of(rows).stream().map(row -> List.of(row.split(",", -1))).toList()));
  }

  private static SurgeryLine line(int number, String code, int units, String... modifiers) {
    return new SurgeryLine(number, code, List.of(modifiers), units, null, null);
  }

  private static SurgeryLine line(
      String code, int units, @Nullable Money charge, @Nullable UnitLimit limit) {
    return new SurgeryLine(1, code, List.of(), units, charge, limit);
  }

  private static String total(SurgeryPrice price) {
    return switch (price) {
      case SurgeryPrice.Priced priced -> {
        assertThat(Money.sum(priced.steps().stream().map(PriceStep::amount).toList()))
            .isEqualTo(priced.total());
        yield priced.total().toString();
      }
      case SurgeryPrice.Packaged packaged -> "packaged " + packaged.indicator();
      case SurgeryPrice.Denied denied -> "denied: " + denied.finding().message();
      case SurgeryPrice.Refused refused -> "refused: " + refused.finding().message();
    };
  }

  private static List<String> totals(SurgeryLine... lines) {
    return PRICER.price(DAY, "10000", List.of(lines)).stream()
        .map(SurgeryPricerTest::total)
        .toList();
  }

  @Test
  void halfOfTheRateFollowsWagesAndDrugsDoNot() {
    assertThat(totals(line(1, "X0001", 1), line(2, "X0010", 2))).containsExactly("900.00", "24.68");
  }

  @Test
  void dearestUnitIsPaidInFullAndOthersByHalf() {
    assertThat(totals(line(1, "X0001", 1), line(2, "X0002", 2), line(3, "X0003", 1)))
        .containsExactly("450.00", "4050.00", "540.00");
  }

  @Test
  void modifiersTakeTheDeviceOrHalfOfTheRate() {
    assertThat(totals(line(1, "X0002", 1, "73"))).containsExactly("450.00");
    assertThat(totals(line(1, "X0002", 1, "74"))).containsExactly("2700.00");
    assertThat(totals(line(1, "X0002", 1, "FB"))).containsExactly("900.00");
    assertThat(totals(line(1, "X0002", 1, "FC"))).containsExactly("1800.00");
    assertThat(totals(line(1, "X0002", 1, "52"))).containsExactly("1350.00");
  }

  @Test
  void deviceThatIsPaidByItselfTakesItsShareOfTheDay() {
    assertThat(totals(line(1, "X0002", 1), line(2, "X0012", 1)))
        .containsExactly("2025.00", "refused: No rate is published for X0012 (indicator J7).");
  }

  @Test
  void deviceLowersOneProcedureOnly() {
    assertThat(totals(line(1, "X0002", 1, "52"), line(2, "X0012", 1), line(3, "X0002", 1, "52")))
        .element(2)
        .isEqualTo("1350.00");
  }

  @Test
  void chargeAndUnitLimitHold() {
    var limit = new UnitLimit(1, UnitLimit.Excess.DENIES_EXCESS);
    var byDay = new UnitLimit(1, UnitLimit.Excess.DENIES_LINE);
    assertThat(totals(line("X0001", 1, Money.of("123.45"), null))).containsExactly("123.45");
    assertThat(totals(line("X0001", 3, null, limit))).containsExactly("900.00");
    assertThat(totals(line("X0001", 3, null, byDay)).getFirst()).startsWith("denied: 3 units");
  }

  @Test
  void ancillaryServicesNeedAProcedure() {
    assertThat(totals(line(1, "X0010", 1)).getFirst()).startsWith("denied: An ancillary service");
    assertThat(totals(line(1, "X0011", 1), line(2, "X0013", 1)))
        .containsExactly(
            "packaged N1", "denied: Medicare has no price yet for X0013 (indicator K5).");
  }

  @Test
  void stepsAndSharesAddUpWhateverIsBilled() {
    var random = new Random(5);
    var codes = List.of("X0001", "X0002", "X0003", "X0010", "X0011", "X0012", "X0013", "X9999");
    var modifiers = List.of("", "73", "74", "52", "FB", "FC", "50", "59");
    for (int round = 0; round < 2000; round++) {
      var lines = new ArrayList<SurgeryLine>();
      for (int number = 1; number <= 1 + random.nextInt(6); number++) {
        String modifier = modifiers.get(random.nextInt(modifiers.size()));
        lines.add(
            new SurgeryLine(
                number,
                codes.get(random.nextInt(codes.size())),
                modifier.isEmpty() ? List.of() : List.of(modifier),
                random.nextInt(4),
                random.nextBoolean() ? null : Money.ofCents(random.nextInt(500_000)),
                random.nextBoolean() ? null : new UnitLimit(2, UnitLimit.Excess.DENIES_EXCESS)));
      }
      for (SurgeryPrice price : PRICER.price(DAY, "10000", lines)) {
        if (!(price instanceof SurgeryPrice.Priced priced)) continue;
        assertThat(total(price)).as(lines.toString()).isEqualTo(priced.total().toString());
        assertThat(priced.medicareShare().plus(priced.patientShare())).isEqualTo(priced.total());
        assertThat(priced.total().isNegative()).as(lines.toString()).isFalse();
      }
    }
  }

  @Test
  void sharesAddUpToTheTotal() {
    var price = PRICER.price(DAY, "10000", List.of(line("X0001", 1, Money.of("0.03"), null)));
    var priced = (SurgeryPrice.Priced) price.getFirst();
    assertThat(priced.medicareShare()).isEqualTo(Money.of("0.02"));
    assertThat(priced.patientShare()).isEqualTo(Money.of("0.01"));
  }

  @Test
  void whatIsMissingOrWrongIsNamed() {
    assertThat(totals(line("X9999", 1, null, null)).getFirst()).startsWith("refused: X9999");
    assertThat(totals(line("X0001", 0, null, null)).getFirst()).startsWith("refused: The line has");
    assertThat(totals(line("X0001", 1, Money.of("-1.00"), null)))
        .containsExactly("refused: The charge is negative.");

    var unknown = PRICER.price(DAY, "99999", List.of(line(1, "X0001", 1)));
    var priced = (SurgeryPrice.Priced) unknown.getFirst();
    assertThat(priced.total()).isEqualTo(Money.of("1000.00"));
    assertThat(priced.findings().getFirst().message()).contains("99999");

    var none = new InstalledSurgery(CodeSets.starter()).on(DAY);
    assertThat(none)
        .isInstanceOfSatisfying(
            InstalledSurgery.Missing.class, missing -> assertThat(missing.findings()).hasSize(3));
  }
}

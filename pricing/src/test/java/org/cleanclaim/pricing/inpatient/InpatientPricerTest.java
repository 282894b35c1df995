package org.cleanclaim.pricing.inpatient;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.cleanclaim.codesets.publication.RuleTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.junit.jupiter.api.Test;

/// Invented weights at the rates of fiscal year 2021; the amounts are reckoned by hand.
class InpatientPricerTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
  private static final int USUAL = 470;
  private static final int POST_ACUTE = 100;

  @Test
  void fullRateIsOperatingAndCapitalRateTimesWeight() {
    var paid = paid(stay(0, USUAL, 1, "1000.00"), aHospital());

    assertThat(paid.how()).isEqualTo(StayReturn.PAID_LONG_STAY);
    assertThat(paid.part(StayPart.FEDERAL)).isEqualTo(Money.of("11922.62"));
    assertThat(paid.part(StayPart.CAPITAL)).isEqualTo(Money.of("932.42"));
    assertThat(paid.total()).isEqualTo(Money.of("12855.04"));
    assertThat(added(paid)).isEqualTo(paid.total());
  }

  @Test
  void transferIsPaidByTheDay() {
    var paid = paid(stay(3, POST_ACUTE, 1, "1000.00"), aHospital());

    assertThat(paid.how()).isEqualTo(StayReturn.TRANSFER);
    assertThat(paid.fraction()).isEqualByComparingTo("0.4");
    assertThat(paid.part(StayPart.FEDERAL)).isEqualTo(Money.of("2384.52"));
    assertThat(paid.part(StayPart.CAPITAL)).isEqualTo(Money.of("186.48"));
    assertThat(added(paid)).isEqualTo(paid.total());
  }

  @Test
  void outlierIsEightyPercentOfCostsBeyondPaymentAndFixedLoss() {
    var paid = paid(stay(0, USUAL, 1, "200000.00"), aHospital());

    assertThat(paid.how()).isEqualTo(StayReturn.OUTLIER_LONG_STAY);
    assertThat(paid.part(StayPart.OUTLIER)).isEqualTo(Money.of("33324.45"));
    assertThat(paid.part(StayPart.CAPITAL_OUTLIER)).isEqualTo(Money.of("3540.32"));
    assertThat(added(paid)).isEqualTo(paid.total());
  }

  @Test
  void ownRateIsPaidOnlyAsFarAsItIsBetter() {
    var worse = paid(stay(0, USUAL, 1, "1000.00"), aSoleCommunityHospital("5000.00"));
    var better = paid(stay(0, USUAL, 1, "1000.00"), aSoleCommunityHospital("7000.00"));

    assertThat(worse.part(StayPart.OWN_RATE)).isEqualTo(Money.ZERO);
    // 7,000 x 1.05634 x 2.0 less 11,922.62
    assertThat(better.part(StayPart.OWN_RATE)).isEqualTo(Money.of("2866.14"));
  }

  @Test
  void stepsAndPartsAddUpWhateverTheStay() {
    var random = new Random(9);
    int paid = 0;
    for (int round = 0; round < 3000; round++) {
      int days = random.nextInt(40);
      var discharge =
          new Discharge(
              random.nextInt(12),
              random.nextBoolean() ? USUAL : POST_ACUTE,
              days,
              random.nextInt(days + 2),
              random.nextInt(3),
              DAY,
              Money.ofCents(random.nextInt(60_000_000)),
              List.of(),
              List.of(random.nextBoolean() ? "I10" : "U071"),
              List.of());
      var hospital =
          random.nextBoolean() ? aHospital() : aSoleCommunityHospital("" + random.nextInt(9000));
      for (Arithmetic arithmetic : Arithmetic.values()) {
        if (InpatientPricer.of(tables(), DAY, arithmetic).price(discharge, hospital)
            instanceof StayPrice.Paid price) {
          paid++;
          assertThat(added(price)).as(discharge.toString()).isEqualTo(price.total());
          assertThat(price.total().isNegative()).as(discharge.toString()).isFalse();
        }
      }
    }
    assertThat(paid).isGreaterThan(1000);
  }

  @Test
  void whatCannotBePaidSaysWhy() {
    var unknown = price(stay(0, 999, 1, "1000.00"), aHospital());
    var badReview = price(stay(5, USUAL, 1, "1000.00"), aHospital());

    assertThat(unknown)
        .isInstanceOfSatisfying(
            StayPrice.Refused.class, r -> assertThat(r.why()).isEqualTo(StayReturn.DRG));
    assertThat(badReview)
        .isInstanceOfSatisfying(
            StayPrice.Refused.class, r -> assertThat(r.why()).isEqualTo(StayReturn.REVIEW_CODE));
  }

  @Test
  void powersAreExact() {
    assertThat(Powers.of(new BigDecimal("2"), new BigDecimal("0.5")).toPlainString())
        .startsWith("1.4142135623730950488016");
  }

  private static Money added(StayPrice.Paid paid) {
    return Money.sum(paid.steps().stream().map(PriceStep::amount).toList());
  }

  private static StayPrice.Paid paid(Discharge discharge, Hospital hospital) {
    return (StayPrice.Paid) price(discharge, hospital);
  }

  private static StayPrice price(Discharge discharge, Hospital hospital) {
    return InpatientPricer.of(tables(), DAY, Arithmetic.EXACT).price(discharge, hospital);
  }

  private static Discharge stay(int review, int drg, int days, String charges) {
    return new Discharge(
        review, drg, days, days, 0, DAY, Money.of(charges), List.of(), List.of("I10"), List.of());
  }

  private static Hospital aHospital() {
    return hospital("00", "0");
  }

  private static Hospital aSoleCommunityHospital(String ownRate) {
    return hospital("16", ownRate);
  }

  private static Hospital hospital(String type, String ownRate) {
    return new Hospital(
        "990001",
        LocalDate.of(2020, 10, 1),
        null,
        false,
        type,
        "99",
        new Hospital.Location("12345", "", "", "N", BigDecimal.ZERO, BigDecimal.ONE),
        new Hospital.Operating(
            new BigDecimal(ownRate),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            200,
            new BigDecimal("0.4"),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Money.ZERO),
        new Hospital.Capital("B", false, new BigDecimal("0.04"), BigDecimal.ZERO),
        new Hospital.Programs(
            "1", "", "N", BigDecimal.ZERO, "0", BigDecimal.ZERO, false, BigDecimal.ZERO));
  }

  private static InpatientTables tables() {
    return InpatientTables.of(
        table(
            "weights",
            "drg,weight,gmlos,low,amlos,post_acute,special_pay",
            "470,2.0000,2.0,,2.5,,",
            "100,1.0000,5.0,,6.0,Y,"),
        table(
            "areas",
            "cbsa_or_state,size,effective,wage_index_1,wage_index_2,wage_index_3,name",
            "12345,,20201001,1.0000,1.0000,0.0000,Somewhere"),
        table("rates", "table,national_labor,national_nonlabor,when", "3,3696.01,2265.30,"));
  }

  private static RuleTables table(String name, String heading, String... rows) {
    return RuleTables.of(
        new RuleTables.Table(
            name,
            List.of(heading.split(",")),
            java.util.Arrays.stream(rows).map(row -> List.of(row.split(",", -1))).toList()));
  }
}

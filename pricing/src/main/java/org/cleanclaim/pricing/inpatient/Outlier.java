package org.cleanclaim.pricing.inpatient;

import static org.cleanclaim.pricing.inpatient.Rounding.kept;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Costs of a stay beyond what it is paid and a fixed loss, of which Medicare pays 80 percent, 90
/// for burns. Source: 42 CFR 412.80 to 412.84, 412.312(c).
///
/// @param threshold the fixed loss before wages, cut as the stay is
/// @param operatingThreshold the operating part of it, at the area's wages
/// @param operatingPoint operating costs up to there are the hospital's
/// @param operatingPart what is paid, zero where the stay is no outlier
record Outlier(
    InpatientYear year,
    Discharge discharge,
    Hospital hospital,
    BigDecimal part,
    BigDecimal threshold,
    BigDecimal operatingShare,
    BigDecimal capitalShare,
    BigDecimal operatingThreshold,
    BigDecimal operatingPoint,
    BigDecimal operatingPart,
    BigDecimal capitalPart) {
  private static final BigDecimal PART = new BigDecimal("0.80");
  private static final BigDecimal PART_OF_BURNS = new BigDecimal("0.90");
  private static final int DIGITS = 30;

  /// What the stay is paid otherwise, and the operating costs to charges that are reckoned with.
  record Rates(
      BigDecimal federal,
      BigDecimal capital,
      BigDecimal technology,
      BigDecimal uncompensated,
      BigDecimal costRatio) {}

  static Outlier of(
      Rates rates,
      BigDecimal threshold,
      InpatientYear year,
      Discharge discharge,
      Hospital hospital,
      HospitalFactors factors,
      Arithmetic arithmetic) {
    BigDecimal capitalRatio = hospital.capital().costRatio();
    BigDecimal ratios = rates.costRatio().add(capitalRatio);
    BigDecimal operatingShare = quotient(rates.costRatio(), ratios);
    BigDecimal capitalShare = quotient(capitalRatio, ratios);
    BigDecimal operatingThreshold =
        kept(threshold.multiply(factors.atWages()).multiply(operatingShare), 9);
    BigDecimal capitalThreshold =
        kept(
            threshold
                .multiply(factors.geographic())
                .multiply(capitalShare)
                .multiply(factors.capitalCola()),
            9);
    BigDecimal payment =
        rates
            .federal()
            .multiply(
                BigDecimal.ONE
                    .add(factors.teaching())
                    .add(factors.share().multiply(new BigDecimal("0.25"))))
            .add(operatingThreshold)
            .add(rates.uncompensated());
    BigDecimal operatingPoint = kept(arithmetic.sum(payment, rates.technology()), 9);
    boolean isNew = hospital.capital().isNew();
    BigDecimal capitalPoint =
        isNew
            ? BigDecimal.ZERO
            : kept(
                rates
                    .capital()
                    .multiply(
                        BigDecimal.ONE.add(factors.capitalTeaching()).add(factors.capitalShare()))
                    .add(capitalThreshold),
                9);
    BigDecimal charges = discharge.charges().toBigDecimal();
    BigDecimal operatingCosts = charges.multiply(rates.costRatio());
    BigDecimal capitalCosts = charges.multiply(capitalRatio);
    BigDecimal part = year.burns().contains(discharge.drg()) ? PART_OF_BURNS : PART;
    boolean isOutlier =
        discharge.review().orElse(Review.FULL).hasOutliers()
            && operatingCosts.add(capitalCosts).compareTo(operatingPoint.add(capitalPoint)) >= 0;
    return new Outlier(
        year,
        discharge,
        hospital,
        part,
        threshold,
        operatingShare,
        capitalShare,
        operatingThreshold,
        operatingPoint,
        isOutlier ? beyond(operatingCosts, operatingPoint, part) : BigDecimal.ZERO,
        isOutlier && !isNew ? beyond(capitalCosts, capitalPoint, part) : BigDecimal.ZERO);
  }

  boolean isPaid() {
    return operatingPart.signum() > 0 || capitalPart.signum() > 0;
  }

  /// What the stay would be paid at national wages, without teaching, share and programs.
  BigDecimal standardized(
      HospitalFactors factors, BigDecimal weightedFraction, BigDecimal technology) {
    BigDecimal charges = discharge.charges().toBigDecimal();
    BigDecimal operatingCosts =
        quotient(charges.multiply(hospital.operating().costRatio()), factors.atWages(), 2);
    BigDecimal capitalCosts =
        quotient(
            charges.multiply(hospital.capital().costRatio()),
            factors.geographic().multiply(factors.capitalCola()),
            2);
    BigDecimal operating =
        kept(
            threshold
                .multiply(operatingShare)
                .add(year.operatingBase().multiply(weightedFraction))
                .add(technology),
            9);
    BigDecimal capital =
        kept(
            threshold.multiply(capitalShare).add(year.capitalRate().multiply(weightedFraction)), 2);
    BigDecimal amount =
        year.operatingBase().add(year.capitalRate()).multiply(weightedFraction).add(technology);
    if (operatingCosts.add(capitalCosts).compareTo(operating.add(capital)) > 0) {
      amount =
          amount
              .add(beyond(operatingCosts, operating, part))
              .add(beyond(capitalCosts, capital, part));
    }
    return amount;
  }

  private static BigDecimal beyond(BigDecimal costs, BigDecimal point, BigDecimal part) {
    return costs.compareTo(point) > 0
        ? kept(costs.subtract(point).multiply(part), 9)
        : BigDecimal.ZERO;
  }

  private static BigDecimal quotient(BigDecimal some, BigDecimal all) {
    return quotient(some, all, 9);
  }

  private static BigDecimal quotient(BigDecimal some, BigDecimal all, int places) {
    return all.signum() == 0
        ? BigDecimal.ZERO
        : kept(some.divide(all, DIGITS, RoundingMode.DOWN), places);
  }
}

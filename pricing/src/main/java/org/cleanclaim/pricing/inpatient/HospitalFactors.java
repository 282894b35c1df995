package org.cleanclaim.pricing.inpatient;

import static org.cleanclaim.pricing.inpatient.Rounding.kept;

import java.math.BigDecimal;
import org.cleanclaim.pricing.inpatient.WageIndices.HospitalWages;

/// The factors of a hospital that all its stays share.
///
/// @param teaching indirect medical education, nine places. Source: 42 CFR 412.105(d)
/// @param share disproportionate share, four places. Source: 42 CFR 412.106(d)
/// @param laborShare of the outlier threshold
/// @param geographic capital's adjustment for wages, four places. Source: 42 CFR 412.316
/// @param capitalRate federal rate with that adjustment
/// @param capitalCola cost of living of capital, three places
record HospitalFactors(
    BigDecimal wageIndex,
    BigDecimal cola,
    BigDecimal teaching,
    BigDecimal share,
    BigDecimal laborShare,
    BigDecimal geographic,
    BigDecimal capitalRate,
    BigDecimal capitalCola,
    BigDecimal capitalTeaching,
    BigDecimal capitalShare) {
  private static final BigDecimal E = new BigDecimal("2.7183");
  private static final BigDecimal MOST_CAPITAL_TEACHING = new BigDecimal("1.5");
  private static final int SMALL = 100;
  private static final int LARGE_RURAL = 500;

  static HospitalFactors of(
      InpatientYear year, Hospital hospital, HospitalWages area, Arithmetic arithmetic) {
    var operating = hospital.operating();
    BigDecimal geographic = kept(Powers.of(area.index(), new BigDecimal("0.6848")), 4);
    BigDecimal patients = operating.ssiRatio().add(operating.medicaidRatio());
    BigDecimal cola = hospital.costOfLiving();
    return new HospitalFactors(
        area.index(),
        cola,
        teaching(operating.internRatio(), arithmetic),
        share(hospital, kept(patients, 4), area.isRural()),
        area.index().compareTo(BigDecimal.ONE) > 0 ? year.laborShare() : year.laborShareLowWages(),
        geographic,
        kept(year.capitalRate().multiply(geographic), 2),
        kept(
            new BigDecimal("0.3152").multiply(cola.subtract(BigDecimal.ONE)).add(BigDecimal.ONE),
            3),
        kept(
            beyondOne(
                new BigDecimal("0.2822")
                    .multiply(hospital.capital().teachingRatio().min(MOST_CAPITAL_TEACHING))),
            9),
        area.isRural() || operating.beds() < SMALL
            ? BigDecimal.ZERO
            : kept(beyondOne(new BigDecimal("0.2025").multiply(patients)), 4));
  }

  /// Labor and the rest of an amount, at the area's wages and the cost of living.
  BigDecimal atWages() {
    return laborShare.multiply(wageIndex).add(BigDecimal.ONE.subtract(laborShare).multiply(cola));
  }

  private static BigDecimal teaching(BigDecimal internRatio, Arithmetic arithmetic) {
    return kept(
        arithmetic
            .between(Powers.of(internRatio.add(BigDecimal.ONE), new BigDecimal("0.405")), 9)
            .subtract(BigDecimal.ONE)
            .multiply(new BigDecimal("1.35")),
        9);
  }

  private static BigDecimal beyondOne(BigDecimal exponent) {
    return Powers.of(E, exponent).subtract(BigDecimal.ONE);
  }

  private static BigDecimal share(Hospital hospital, BigDecimal patients, boolean isRural) {
    BigDecimal share = share(patients);
    int beds = hospital.operating().beds();
    boolean isCapped = isRural ? beds < LARGE_RURAL || hospital.isSoleCommunity() : beds < SMALL;
    return isCapped && !hospital.isReferralCenter() ? share.min(new BigDecimal("0.12")) : share;
  }

  private static BigDecimal share(BigDecimal patients) {
    if (patients.compareTo(new BigDecimal("0.15")) < 0) return BigDecimal.ZERO;
    if (patients.compareTo(new BigDecimal("0.202")) < 0) {
      return kept(
          patients
              .subtract(new BigDecimal("0.15"))
              .multiply(new BigDecimal("0.65"))
              .add(new BigDecimal("0.025")),
          4);
    }
    return kept(
        patients
            .subtract(new BigDecimal("0.202"))
            .multiply(new BigDecimal("0.825"))
            .add(new BigDecimal("0.0588")),
        4);
  }
}

package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The amounts and factors of a federal fiscal year that stand in the rule's text, not in its
/// tables. Source of 2021: IPPS final rule, 85 FR 58432 of 2020-09-18, with its addendum, and its
/// correction; as in the CMS IPPS Pricer 2021.5.
///
/// @param outlierThreshold fixed loss amount
/// @param capitalRate capital standard federal rate
/// @param operatingBase labor and other part of the operating rate together
/// @param lowWages indices below are raised by half the way to it
/// @param ownRateUpdate the year's update of the hospital-specific rate by whether quality data
///   were reported; ownRateUpdateCut the same where electronic records were not used meaningfully
/// @param ownRateNeutrality growth of that rate since fiscal year 2018 but for the year's update
/// @param recordsRatio full update to the one that is cut for electronic records
/// @param islets what the isolation of islet cells adds, for one and for more
/// @param burns DRGs of burns, whose outliers are paid by 90 percent
record InpatientYear(
    int fiscalYear,
    BigDecimal outlierThreshold,
    BigDecimal capitalRate,
    BigDecimal operatingBase,
    BigDecimal lowWages,
    BigDecimal laborShare,
    BigDecimal laborShareLowWages,
    Map<Boolean, BigDecimal> ownRateUpdate,
    Map<Boolean, BigDecimal> ownRateUpdateCut,
    BigDecimal ownRateNeutrality,
    BigDecimal recordsRatio,
    BigDecimal recordsRatioWithoutQuality,
    BigDecimal indianHealthAlaska,
    BigDecimal indianHealth,
    BigDecimal cellTherapyWithoutProduct,
    List<BigDecimal> islets,
    Set<Integer> burns,
    List<NewTechnology> technologies) {

  /// The year of a day of discharge, where it is known.
  static Optional<InpatientYear> of(LocalDate discharge) {
    return fiscalYear(discharge) == Fy2021.YEAR.fiscalYear
        ? Optional.of(Fy2021.YEAR)
        : Optional.empty();
  }

  static int fiscalYear(LocalDate day) {
    return day.plusMonths(3).getYear();
  }

  LocalDate begins() {
    return LocalDate.of(fiscalYear - 1, 10, 1);
  }

  LocalDate ends() {
    return LocalDate.of(fiscalYear, 9, 30);
  }

  /// The growth of the hospital-specific rate since fiscal year 2018, five decimals.
  BigDecimal ownRateGrowth(Hospital.Programs programs) {
    var ofYear = programs.isCutForRecords() ? ownRateUpdateCut : ownRateUpdate;
    return ownRateNeutrality.multiply(
        ofYear.getOrDefault(programs.reportsQuality(), BigDecimal.ONE));
  }

  private static final class Fy2021 {
    static final InpatientYear YEAR =
        new InpatientYear(
            2021,
            new BigDecimal("29064.00"),
            new BigDecimal("466.21"),
            new BigDecimal("5961.40"),
            new BigDecimal("0.8469"),
            new BigDecimal("0.6830"),
            new BigDecimal("0.6200"),
            Map.of(true, new BigDecimal("1.024"), false, new BigDecimal("1.018")),
            Map.of(true, new BigDecimal("1.006"), false, new BigDecimal("1.000")),
            // updates of 2019 and 2020, and the budget neutrality of 2019, 2020 and 2021
            product("1.0135", "1.026", "0.997190", "0.996859", "0.997975"),
            new BigDecimal("1.017892644"),
            new BigDecimal("1.018"),
            new BigDecimal("1.9343"),
            new BigDecimal("1.4448"),
            new BigDecimal("0.17"),
            List.of(new BigDecimal("18848.00"), new BigDecimal("37696.00")),
            Set.of(927, 928, 929, 933, 934, 935),
            NewTechnology.ofYear(2021));

    private Fy2021() {}

    private static BigDecimal product(String... factors) {
      BigDecimal product = BigDecimal.ONE;
      for (String factor : factors) product = product.multiply(new BigDecimal(factor));
      return product;
    }
  }
}

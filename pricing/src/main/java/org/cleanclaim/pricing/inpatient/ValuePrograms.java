package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.util.Optional;

/// What readmissions and value-based purchasing take from or add to the base payment. Source: 42
/// CFR 412.154 and 412.162.
final class ValuePrograms {
  private static final BigDecimal LEAST_READMISSIONS = new BigDecimal("0.97");
  private static final BigDecimal LEAST_VALUE = new BigDecimal("0.98");

  private ValuePrograms() {}

  static Optional<StayReturn> fault(Hospital hospital) {
    return readmissionsFault(hospital).or(() -> valueFault(hospital));
  }

  static Optional<StayReturn> readmissionsFault(Hospital hospital) {
    var programs = hospital.programs();
    BigDecimal factor = programs.readmissionFactor();
    boolean isRight =
        switch (programs.readmissions()) {
          case "0" -> factor.signum() == 0;
          case "1" ->
              factor.compareTo(LEAST_READMISSIONS) >= 0
                  && factor.compareTo(BigDecimal.ONE) <= 0
                  && !hospital.isInPuertoRico();
          default -> false;
        };
    return isRight ? Optional.empty() : Optional.of(StayReturn.CAPITAL_OR_READMISSIONS);
  }

  private static Optional<StayReturn> valueFault(Hospital hospital) {
    var programs = hospital.programs();
    boolean isRight =
        switch (programs.valuePurchasing()) {
          case "N" -> true;
          case "Y" ->
              programs.reportsQuality()
                  && !hospital.isOutsideValuePurchasing()
                  && programs.valueFactor().compareTo(LEAST_VALUE) >= 0
                  && programs.valueFactor().compareTo(BigDecimal.TWO) <= 0;
          default -> false;
        };
    return isRight ? Optional.empty() : Optional.of(StayReturn.VALUE_PURCHASING);
  }

  static BigDecimal readmissions(Hospital hospital, BigDecimal base) {
    return hospital.programs().readmissions().equals("1")
        ? beyond(hospital.programs().readmissionFactor(), base)
        : BigDecimal.ZERO;
  }

  static BigDecimal valuePurchasing(Hospital hospital, BigDecimal base) {
    return hospital.programs().valuePurchasing().equals("Y")
        ? beyond(hospital.programs().valueFactor(), base)
        : BigDecimal.ZERO;
  }

  private static BigDecimal beyond(BigDecimal factor, BigDecimal base) {
    return factor.multiply(base).subtract(base);
  }
}

package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.pricing.inpatient.InpatientTables.WageArea;

/// Finds the wage index of a hospital on a day: its area's or the one that it was moved to, no less
/// than its state's rural floor, raised where wages are low, and no less than 95 percent of last
/// year's. Source: 42 CFR 412.64(h); IPPS final rule FY 2021, section III.
final class WageIndices {
  private static final BigDecimal KEPT = new BigDecimal("0.95");
  private static final int PLACES = 4;

  /// Areas are core-based statistical ones since then. Source: 69 FR 49026.
  private static final LocalDate AREAS_SINCE = LocalDate.of(2004, 10, 1);

  private final InpatientTables tables;
  private final InpatientYear year;
  private final Arithmetic arithmetic;

  WageIndices(InpatientTables tables, InpatientYear year, Arithmetic arithmetic) {
    this.tables = tables;
    this.year = year;
    this.arithmetic = arithmetic;
  }

  /// @param from since when the index holds
  /// @param isRural whether the area whose size counts is a state's rural one
  record HospitalWages(BigDecimal index, LocalDate from, boolean isRural) {}

  /// Empty where the index cannot be told.
  Optional<HospitalWages> of(Hospital hospital, LocalDate day) {
    var location = hospital.location();
    if (hospital.from().isBefore(AREAS_SINCE) || location.geographic().contains("*")) {
      return Optional.empty();
    }
    String standard = orElse(location.standard(), location.geographic());
    var found = location.wages().matches("[12]") ? special(hospital) : ofArea(hospital, day);
    if (hospital.isIndianHealthService()) {
      // hospitals of the Indian Health Service have one index in Alaska and one elsewhere
      if (found.isEmpty()) return Optional.empty();
      found =
          Optional.of(
              new WageArea(
                  year.begins(),
                  hospital.state().equals("02") ? year.indianHealthAlaska() : year.indianHealth(),
                  BigDecimal.ZERO,
                  BigDecimal.ZERO));
    }
    return found
        .filter(area -> area.index().signum() > 0)
        .filter(area -> tables.area(standard).isPresent())
        .map(area -> new HospitalWages(area.index(), area.from(), isRural(standard)));
  }

  private Optional<WageArea> special(Hospital hospital) {
    BigDecimal index = hospital.location().specialIndex();
    if (index.signum() <= 0
        || hospital.from().isBefore(year.begins())
        || hospital.from().isAfter(year.ends())) {
      return Optional.empty();
    }
    return Optional.of(new WageArea(hospital.from(), index, index, BigDecimal.ZERO));
  }

  private Optional<WageArea> ofArea(Hospital hospital, LocalDate day) {
    var location = hospital.location();
    boolean isMoved = location.wages().matches("[YD]");
    String place =
        orElse(isMoved ? location.reclassified() : location.standard(), location.geographic());
    WageArea area = tables.area(place).orElse(null);
    BigDecimal prior = location.priorIndex();
    if (area == null || prior == null || day.isBefore(area.from())) return Optional.empty();
    BigDecimal index = location.wages().equals("Y") ? area.reclassified() : area.index();
    if (index.signum() == 0) return Optional.empty();
    LocalDate from = area.from();
    if (!isRural(place)) {
      WageArea rural = tables.area(ruralState(hospital)).orElse(null);
      if (rural != null && rural.ruralFloor().compareTo(index) > 0) {
        index = rural.ruralFloor();
        from = rural.from();
      }
    }
    return Optional.of(new WageArea(from, kept(raised(index), prior), index, BigDecimal.ZERO));
  }

  private BigDecimal raised(BigDecimal index) {
    if (index.compareTo(year.lowWages()) >= 0) return index;
    BigDecimal half =
        year.lowWages().subtract(index).divide(BigDecimal.TWO, PLACES + 2, RoundingMode.DOWN);
    return arithmetic.between(half, PLACES).add(index).setScale(PLACES, RoundingMode.HALF_UP);
  }

  private static BigDecimal kept(BigDecimal index, BigDecimal prior) {
    BigDecimal least = prior.multiply(KEPT);
    return index.compareTo(least) < 0 ? least.setScale(PLACES, RoundingMode.HALF_UP) : index;
  }

  private static boolean isRural(String area) {
    return area.length() == 2;
  }

  private static String ruralState(Hospital hospital) {
    return hospital.state().equals("00") ? "03" : hospital.state();
  }

  private static String orElse(String area, String other) {
    return area.isEmpty() || area.equals("00000") ? other : area;
  }
}

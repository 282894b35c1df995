package org.cleanclaim.pricing.inpatient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;

/// A stay as the hospital bills it, once it is grouped.
///
/// @param reviewCode how the stay is to be paid, a {@link Review} by its number
/// @param stayDays days from admission to discharge
/// @param coveredDays days that Medicare covers, lifetime reserve among them
/// @param reserveDays lifetime reserve days used
/// @param charges covered charges of the bill
/// @param procedures ICD-10-PCS codes in their order
/// @param diagnoses ICD-10-CM codes without dots; the first is the principal one
/// @param conditions condition codes of the bill
public record Discharge(
    int reviewCode,
    int drg,
    int stayDays,
    int coveredDays,
    int reserveDays,
    LocalDate on,
    Money charges,
    List<String> procedures,
    List<String> diagnoses,
    List<String> conditions) {
  private static final int CODES = 25;
  private static final int CONDITIONS = 5;

  /// Codes beyond what a bill holds are left out. Source: Claims Processing Manual, chapter 25.
  public Discharge {
    procedures = procedures.stream().limit(CODES).toList();
    diagnoses = diagnoses.stream().limit(CODES).toList();
    conditions = conditions.stream().limit(CONDITIONS).toList();
  }

  Optional<Review> review() {
    return Review.of(reviewCode);
  }

  /// A stay of less than two days counts as one, and the day of admission is paid twice. Source: 42
  /// CFR 412.4(f)(1).
  int perDiemDays() {
    return Math.max(stayDays, 1) + 1;
  }

  /// COVID-19, confirmed by a test. Source: CARES Act, section 3710.
  boolean isCovid() {
    return diagnoses.contains("U071") && !conditions.contains("ZA");
  }
}

package org.cleanclaim.pricing.inpatient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What Medicare's contractor holds of a hospital in its provider-specific file. Source: CMS Claims
/// Processing Manual, chapter 3, addendum A.
///
/// @param number CMS certification number, six characters; the first two are the state's
/// @param from first day on which the facts hold
/// @param terminatedOn first day on which the hospital is out of the program
/// @param isWaived paid by a waiver of its state, not by this system
/// @param type two digits: 00 short-term, 07 rural referral center, 08 Indian Health Service, 14
///   and 15 Medicare-dependent, 16 and 17 sole community, 21 and 22 essential access
/// @param state two digits (SSA)
public record Hospital(
    String number,
    LocalDate from,
    @Nullable LocalDate terminatedOn,
    boolean isWaived,
    String type,
    String state,
    Location location,
    Operating operating,
    Capital capital,
    Programs programs) {
  private static final Set<String> OWN_RATE = Set.of("14", "15", "16", "17", "21", "22");
  private static final Set<String> REFERRAL = Set.of("07", "14", "15", "17", "22");
  private static final Set<String> PUERTO_RICO = Set.of("40", "84");
  private static final Set<String> WITHOUT_VALUE_PURCHASING = Set.of("21", "80", "40", "84");

  /// Where a hospital lies for its wages: areas are five digits of a CBSA, or two of a state for
  /// its rural areas.
  ///
  /// @param reclassified the area it was moved to, empty where it was not
  /// @param standard the area whose size counts, empty for the geographic one
  /// @param wages which index counts: N its own, Y or D the reclassified, 1 or 2 a special one
  /// @param specialIndex the special one, zero where there is none
  /// @param priorIndex last year's, below 95 percent of which it cannot fall
  public record Location(
      String geographic,
      String reclassified,
      String standard,
      String wages,
      BigDecimal specialIndex,
      @Nullable BigDecimal priorIndex) {}

  /// @param ownRate the hospital-specific rate, zero where it has none
  /// @param cola cost of living factor, which counts in Alaska and Hawaii
  /// @param internRatio interns and residents to beds
  /// @param costRatio operating costs to charges
  /// @param ssiRatio part of Medicare days of patients with SSI
  /// @param medicaidRatio part of all days of Medicaid patients without Medicare
  /// @param uncompensatedCare paid per claim
  public record Operating(
      BigDecimal ownRate,
      BigDecimal cola,
      BigDecimal internRatio,
      int beds,
      BigDecimal costRatio,
      BigDecimal ssiRatio,
      BigDecimal medicaidRatio,
      Money uncompensatedCare) {}

  /// @param payCode B hold harmless or C fully prospective, both by the federal rate
  /// @param isNew a hospital in its first two years, whose capital is paid by its costs
  /// @param costRatio capital costs to charges
  /// @param teachingRatio interns and residents to average daily census
  public record Capital(
      String payCode, boolean isNew, BigDecimal costRatio, BigDecimal teachingRatio) {}

  /// @param quality 1 where quality data were reported
  /// @param ehr Y where electronic health records were not used meaningfully, else blank
  /// @param valuePurchasing Y or N
  /// @param readmissions 1 where the readmissions program counts, 0 where not
  /// @param hasConditionReduction among the quarter with the most hospital-acquired conditions
  /// @param lowVolumeFactor zero where it is no low-volume hospital
  public record Programs(
      String quality,
      String ehr,
      String valuePurchasing,
      BigDecimal valueFactor,
      String readmissions,
      BigDecimal readmissionFactor,
      boolean hasConditionReduction,
      BigDecimal lowVolumeFactor) {
    boolean reportsQuality() {
      return quality.equals("1");
    }

    boolean isCutForRecords() {
      return ehr.equals("Y");
    }
  }

  /// The state by the hospital's number, which the programs go by.
  String numberedState() {
    return number.substring(0, Math.min(2, number.length()));
  }

  /// Paid the better of the federal rate and a rate of its own. Source: 42 CFR 412.92, 412.108.
  boolean hasOwnRate() {
    return OWN_RATE.contains(type);
  }

  boolean isMedicareDependent() {
    return type.equals("14") || type.equals("15");
  }

  /// Its share adjustment has no ceiling. Source: 42 CFR 412.106(d)(2).
  boolean isReferralCenter() {
    return REFERRAL.contains(type);
  }

  boolean isSoleCommunity() {
    return hasOwnRate() && !isMedicareDependent();
  }

  boolean isIndianHealthService() {
    return type.equals("08");
  }

  boolean isInPuertoRico() {
    return PUERTO_RICO.contains(numberedState());
  }

  /// Hospitals of Maryland and Puerto Rico take no part. Source: 42 CFR 412.160.
  boolean isOutsideValuePurchasing() {
    return WITHOUT_VALUE_PURCHASING.contains(numberedState());
  }

  /// Only Alaska and Hawaii have costs of living of their own. Source: 42 CFR 412.64(h)(5).
  BigDecimal costOfLiving() {
    return numberedState().equals("02") || numberedState().equals("12")
        ? operating.cola()
        : BigDecimal.ONE;
  }
}

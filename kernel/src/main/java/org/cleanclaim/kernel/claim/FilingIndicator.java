package org.cleanclaim.kernel.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of insurance is billed (SBR09, CLP06).
public enum FilingIndicator {
  MEDICARE_PART_A("MA"),
  MEDICARE_PART_B("MB"),
  MEDICAID("MC"),
  BLUE_CROSS("BL"),
  COMMERCIAL("CI"),
  PREFERRED_PROVIDER("12"),
  POINT_OF_SERVICE("13"),
  EXCLUSIVE_PROVIDER("14"),
  INDEMNITY("15"),
  MEDICARE_RISK_HMO("16"),
  DENTAL_MAINTENANCE("17"),
  HMO("HM"),
  FEDERAL_EMPLOYEES("FI"),
  TRICARE("CH"),
  VETERANS("VA"),
  WORKERS_COMPENSATION("WC"),
  AUTOMOBILE("AM"),
  DISABILITY("DS"),
  LIABILITY("LM"),
  TITLE_V("TV"),
  OTHER_FEDERAL("OF"),
  OTHER_NON_FEDERAL("11"),
  MUTUALLY_DEFINED("ZZ");

  private static final Map<String, FilingIndicator> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FilingIndicator::code, c -> c));

  private final String code;

  FilingIndicator(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// Medicare itself, not a plan that stands in for it.
  public boolean isMedicare() {
    return this == MEDICARE_PART_A || this == MEDICARE_PART_B;
  }

  /// Whether the insurance pays for an injury alone, and then before all others: workers'
  /// compensation, automobile and liability insurance.
  public boolean isOfAccident() {
    return this == WORKERS_COMPENSATION || this == AUTOMOBILE || this == LIABILITY;
  }

  public static Optional<FilingIndicator> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}

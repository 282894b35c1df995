package org.cleanclaim.kernel.claim;

import java.util.Optional;

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

  private final String code;

  FilingIndicator(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<FilingIndicator> ofCode(String code) {
    for (FilingIndicator indicator : values()) {
      if (indicator.code.equals(code)) return Optional.of(indicator);
    }
    return Optional.empty();
  }
}

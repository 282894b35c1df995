package org.cleanclaim.edits.payerrule;

import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.FilingIndicator;

/// The kinds of payers that rules speak of, told by the claim filing indicator (SBR09).
public enum PayerClass {
  MEDICARE,
  MEDICARE_ADVANTAGE,
  MEDICAID,
  TRICARE,
  VETERANS,
  BLUE_CROSS,
  COMMERCIAL,
  WORKERS_COMPENSATION,
  AUTOMOBILE,
  OTHER;

  /// The class of the payer that a claim goes to; OTHER when the claim does not say.
  public static PayerClass of(Claim claim) {
    FilingIndicator filing = claim.subscriber().filing();
    return filing == null ? OTHER : of(filing);
  }

  /// The class of payers with a filing indicator.
  public static PayerClass of(FilingIndicator filing) {
    return switch (filing) {
      case MEDICARE_PART_A, MEDICARE_PART_B -> MEDICARE;
      case MEDICARE_RISK_HMO -> MEDICARE_ADVANTAGE;
      case MEDICAID -> MEDICAID;
      case TRICARE -> TRICARE;
      case VETERANS -> VETERANS;
      case BLUE_CROSS -> BLUE_CROSS;
      case COMMERCIAL,
          PREFERRED_PROVIDER,
          POINT_OF_SERVICE,
          EXCLUSIVE_PROVIDER,
          INDEMNITY,
          DENTAL_MAINTENANCE,
          HMO,
          FEDERAL_EMPLOYEES ->
          COMMERCIAL;
      case WORKERS_COMPENSATION -> WORKERS_COMPENSATION;
      case AUTOMOBILE -> AUTOMOBILE;
      case DISABILITY, LIABILITY, TITLE_V, OTHER_FEDERAL, OTHER_NON_FEDERAL, MUTUALLY_DEFINED ->
          OTHER;
    };
  }

  /// A filing indicator of this class, for examples.
  FilingIndicator filing() {
    return switch (this) {
      case MEDICARE -> FilingIndicator.MEDICARE_PART_B;
      case MEDICARE_ADVANTAGE -> FilingIndicator.MEDICARE_RISK_HMO;
      case MEDICAID -> FilingIndicator.MEDICAID;
      case TRICARE -> FilingIndicator.TRICARE;
      case VETERANS -> FilingIndicator.VETERANS;
      case BLUE_CROSS -> FilingIndicator.BLUE_CROSS;
      case COMMERCIAL -> FilingIndicator.COMMERCIAL;
      case WORKERS_COMPENSATION -> FilingIndicator.WORKERS_COMPENSATION;
      case AUTOMOBILE -> FilingIndicator.AUTOMOBILE;
      case OTHER -> FilingIndicator.MUTUALLY_DEFINED;
    };
  }
}

package org.cleanclaim.grouping.hcc;

import java.time.LocalDate;
import java.time.Period;
import org.cleanclaim.kernel.party.Sex;

/// What the score needs to know of a member beside the diagnoses.
///
/// @param ageYears on 1 February of the payment year
/// @param sex female or male; the models have no other
/// @param original why Medicare began
/// @param kidney for the models of end-stage renal disease and of drugs
/// @param subsidy for the models of drugs
public record Member(
    int ageYears,
    Sex sex,
    Entitlement original,
    Medicaid medicaid,
    Enrollment enrollment,
    Residence residence,
    KidneyStatus kidney,
    Subsidy subsidy) {
  /// The oldest age that is believed.
  public static final int OLDEST_YEARS = 125;

  private static final int AGED = 65;

  /// A member without end-stage renal disease or help with the cost of drugs.
  public Member(
      int ageYears,
      Sex sex,
      Entitlement original,
      Medicaid medicaid,
      Enrollment enrollment,
      Residence residence) {
    this(
        ageYears,
        sex,
        original,
        medicaid,
        enrollment,
        residence,
        KidneyStatus.NO_FAILURE,
        Subsidy.NONE);
  }

  public Member {
    if (ageYears < 0 || ageYears > OLDEST_YEARS) throw new IllegalArgumentException("no such age");
    if (sex == Sex.UNKNOWN) throw new IllegalArgumentException("a score needs the sex");
  }

  /// The age that counts for a payment year: on 1 February, as of the CMS software.
  public static int ageYears(LocalDate born, int paymentYear) {
    return Period.between(born, LocalDate.of(paymentYear, 2, 1)).getYears();
  }

  /// The age as the models count it: a new enrollee of 64 whom age entitles turns 65 within the
  /// year and counts as 65.
  int countedAge() {
    boolean isTurning =
        ageYears == AGED - 1 && original == Entitlement.AGE && enrollment != Enrollment.CONTINUING;
    return isTurning ? AGED : ageYears;
  }

  boolean isAged() {
    return countedAge() >= AGED;
  }

  /// Entitled by disability now.
  boolean isDisabled() {
    return !isAged() && original != Entitlement.AGE;
  }

  /// Aged now, but first entitled by disability.
  boolean isOriginallyDisabled() {
    return original == Entitlement.DISABILITY && !isDisabled();
  }
}

package org.cleanclaim.grouping.hhs;

import org.cleanclaim.kernel.party.Sex;

/// What the score needs to know of an enrollee beside diagnoses and drugs.
///
/// @param ageYears on the last day of enrollment in the benefit year
/// @param sex female or male; the models have no other
/// @param months of enrollment in the benefit year, 1 to 12
/// @param costSharing the indicator of reduced cost sharing (DIY tables, table 1): 0 for none
public record Enrollee(int ageYears, Sex sex, int months, MetalLevel metal, int costSharing) {
  /// The oldest age that is believed.
  public static final int OLDEST_YEARS = 125;

  private static final int MONTHS = 12;

  public Enrollee {
    if (ageYears < 0 || ageYears > OLDEST_YEARS) throw new IllegalArgumentException("no such age");
    if (sex == Sex.UNKNOWN) throw new IllegalArgumentException("a score needs the sex");
    if (months < 1 || months > MONTHS) throw new IllegalArgumentException("1 to 12 months");
  }

  public AgeModel model() {
    return AgeModel.of(ageYears);
  }
}

package org.cleanclaim.grouping.hhs;

/// The three models by the age on the last day of enrollment (DIY tables, table 1).
public enum AgeModel {
  ADULT("Adult"),
  CHILD("Child"),
  INFANT("Infant");

  private static final int ADULT_YEARS = 21;
  private static final int CHILD_YEARS = 2;

  private final String title;

  AgeModel(String title) {
    this.title = title;
  }

  /// What the tables call the model: `Adult`.
  public String title() {
    return title;
  }

  static AgeModel of(int ageYears) {
    if (ageYears >= ADULT_YEARS) return ADULT;
    return ageYears >= CHILD_YEARS ? CHILD : INFANT;
  }
}

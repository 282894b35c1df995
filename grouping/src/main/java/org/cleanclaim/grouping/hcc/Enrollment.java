package org.cleanclaim.grouping.hcc;

/// How the member was enrolled in the year of the diagnoses. Who had Part B for less than twelve
/// months is a new enrollee and has no score by diagnoses.
public enum Enrollment {
  CONTINUING,
  NEW,
  /// A new enrollee in a special needs plan for chronic conditions.
  NEW_IN_SPECIAL_NEEDS_PLAN
}

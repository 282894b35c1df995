package org.cleanclaim.grouping.msdrg;

/// A row of the formulas: where it holds, the stay falls into the DRG or moves to another major
/// diagnostic category. Within a category the lowest rank that holds wins.
///
/// @param rerouteMdc the category to go on in; 0 for none
/// @param suppressed lists whose secondaries do not count as MCC or CC here
/// @param suppresses whether any list is suppressed
record Rule(
    int from,
    int to,
    int mdc,
    int rank,
    int baseDrg,
    int drg,
    CareType type,
    int rerouteMdc,
    int drgSeverity,
    String text,
    Formula formula,
    Bits suppressed,
    boolean suppresses) {

  boolean isOf(int version) {
    return from <= version && version <= to;
  }
}

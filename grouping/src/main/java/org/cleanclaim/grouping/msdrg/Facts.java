package org.cleanclaim.grouping.msdrg;

/// What the tables say of a code in a version. Codes that are on the same lists share one.
sealed interface Facts {

  /// @param mdc the major diagnostic category when principal
  /// @param lists the lists it is on, its category and its lists of hospital-acquired conditions
  /// @param hacs bit n: on a list of hospital-acquired condition n
  record OfDiagnosis(int mdc, Level level, Bits lists, int hacs) implements Facts {}

  /// @param isOperation an operating-room procedure
  record OfProcedure(Bits lists, boolean isOperation) implements Facts {}
}

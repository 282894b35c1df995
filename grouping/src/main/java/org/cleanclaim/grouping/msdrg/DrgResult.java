package org.cleanclaim.grouping.msdrg;

/// What a stay was grouped to.
///
/// @param mdc major diagnostic category; 0 when an error, or before any category
/// @param baseDrg the lowest DRG of the same base
public record DrgResult(
    ReturnCode returnCode, int mdc, int drg, int baseDrg, CareType type, DrgSeverity severity) {
  static final int UNGROUPABLE = 999;

  static DrgResult error(ReturnCode code) {
    return new DrgResult(code, 0, UNGROUPABLE, UNGROUPABLE, CareType.NONE, DrgSeverity.NONE);
  }

  /// The level of complications that counted.
  public enum DrgSeverity {
    NONE,
    NON_CC,
    CC,
    MCC
  }
}

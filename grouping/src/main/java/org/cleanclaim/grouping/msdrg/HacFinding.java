package org.cleanclaim.grouping.msdrg;

/// How a secondary diagnosis stands to a hospital-acquired condition (42 CFR 412.60 and CMS' list
/// of conditions).
///
/// @param hac the number of the condition; 0 where the criteria are not met
public record HacFinding(int hac, Standing standing) {

  /// Whether the condition counts.
  public enum Standing {
    CRITERIA_MET,
    CRITERIA_NOT_MET,
    /// The principal diagnosis excludes the code from counting anyway.
    NOT_APPLICABLE_EXCLUSION,
    /// The hospital does not report what was present on admission.
    NOT_APPLICABLE_EXEMPT
  }

  /// What hospital-acquired conditions did to the DRG.
  public enum Outcome {
    NOT_APPLICABLE,
    FINAL_DRG_NO_CHANGE,
    FINAL_DRG_CHANGES,
    FINAL_DRG_UNGROUPABLE
  }
}

package org.cleanclaim.grouping.msdrg;

import java.util.List;

/// What a diagnosis did to the DRG.
///
/// @param isRecognized the version knows the code
/// @param initial what it counted as before hospital-acquired conditions were looked at
/// @param last what it counted as in the final DRG
public record DiagnosisEffect(
    String code,
    boolean isRecognized,
    Weight initial,
    Weight last,
    Affects affects,
    PoaCheck poa,
    List<HacFinding> hacs) {

  /// What a diagnosis counts as.
  public enum Weight {
    MCC,
    CC,
    /// An MCC that the principal diagnosis excludes.
    MCC_EXCLUDED,
    CC_EXCLUDED,
    /// An MCC that the formula of this DRG does not count.
    MCC_EXCLUDED_BY_DRG_LOGIC,
    CC_EXCLUDED_BY_DRG_LOGIC,
    NEITHER
  }

  /// Whether the sign of presence on admission mattered, and what it said.
  public enum PoaCheck {
    POA_NOT_CHECKED,
    POA_RECOGNIZED_YES_POA,
    POA_RECOGNIZED_NOT_POA,
    POA_NOT_RECOGNIZED,
    HOSPITAL_EXEMPT
  }
}

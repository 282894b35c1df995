package org.cleanclaim.grouping.hcc;

/// Through what kind of plan a member has Part D. The models of drugs are the same for both; since
/// payment year 2025 their scores are normalized apart.
public enum DrugPlan {
  /// A Medicare Advantage plan with drugs.
  MA_PD,
  /// A plan for drugs alone, beside Original Medicare.
  PDP
}

package org.cleanclaim.pricing.benefit;

import java.util.List;

/// The kinds of share that a plan leaves to its member, each with the reason code it goes under
/// (CARC list, group PR).
public enum CostShare {
  DEDUCTIBLE("1"),
  COINSURANCE("2"),
  COPAY("3");

  /// What an out-of-pocket maximum cuts first where a plan says nothing else.
  public static final List<CostShare> USUAL_RELIEF = List.of(COINSURANCE, COPAY, DEDUCTIBLE);

  private final String reason;

  CostShare(String reason) {
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}

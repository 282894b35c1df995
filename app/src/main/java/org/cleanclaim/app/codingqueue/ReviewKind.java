package org.cleanclaim.app.codingqueue;

/// By what finished charts are chosen for a second review.
public enum ReviewKind {
  HIGH_CHARGE("charges of at least", "dollars"),
  SINGLE_CC_MCC("a single CC or MCC that the DRG rests on", ""),
  RANDOM_SHARE("a share drawn by the chart's number", "percent"),
  NEW_CODER("a coder employed for less than", "days");

  private final String inWords;
  private final String unit;

  ReviewKind(String inWords, String unit) {
    this.inWords = inWords;
    this.unit = unit;
  }

  public String inWords() {
    return inWords;
  }

  /// What the threshold counts; empty where there is none.
  public String unit() {
    return unit;
  }
}

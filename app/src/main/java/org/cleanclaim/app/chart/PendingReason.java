package org.cleanclaim.app.chart;

/// Why a chart waits.
public enum PendingReason {
  QUERY("answer to a query"),
  DOCUMENT("a document"),
  AUTHORIZATION("an authorization"),
  SIGNATURE("a signature"),
  CHARGES("charges"),
  SECOND_REVIEW("second review"),
  OTHER("something else");

  private final String awaited;

  PendingReason(String awaited) {
    this.awaited = awaited;
  }

  /// What is waited for: `a document`.
  public String awaited() {
    return awaited;
  }
}

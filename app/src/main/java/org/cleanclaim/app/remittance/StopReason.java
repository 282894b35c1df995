package org.cleanclaim.app.remittance;

/// Why a remittance is not posted by itself.
public enum StopReason {
  OUT_OF_BALANCE("Does not balance"),
  UNREADABLE("Amount not readable"),
  DAMAGED("Damaged on the way"),
  OTHER_PAYEE("For another practice"),
  TEST_FILE("Test file"),
  REPEATED_TRACE("Trace number again, other content"),
  REPEATED_CONTENT("Same content again"),
  NEGATIVE_PAYMENT("Negative payment"),
  DAY_TO_COME("Dated far ahead");

  private final String title;

  StopReason(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// Whether a person may have it posted all the same. What does not add up, or has not come whole,
  /// cannot be.
  public boolean isReleasable() {
    return switch (this) {
      case OUT_OF_BALANCE, UNREADABLE, DAMAGED -> false;
      case OTHER_PAYEE,
          TEST_FILE,
          REPEATED_TRACE,
          REPEATED_CONTENT,
          NEGATIVE_PAYMENT,
          DAY_TO_COME ->
          true;
    };
  }
}

package org.cleanclaim.workforce.career;

/// The two kinds of work.
public enum Role {
  /// Turns the record into codes.
  CODER("Coder"),
  /// Turns codes into a claim, and the claim into payment.
  BILLER("Biller");

  private final String title;

  Role(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

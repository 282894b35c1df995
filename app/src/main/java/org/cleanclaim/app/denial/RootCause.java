package org.cleanclaim.app.denial;

/// Where in the work a denial began.
public enum RootCause {
  FRONT_DESK("Front desk"),
  CLINICAL("Documentation"),
  CODING("Coding"),
  BILLING("Billing"),
  PAYER("Payer"),
  PATIENT("Patient or plan"),
  UNKNOWN("Not known");

  private final String title;

  RootCause(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

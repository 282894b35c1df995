package org.cleanclaim.workforce.estimate;

/// What pay depends on, as far as figures are published.
public enum Factor {
  CREDENTIALS("Credentials"),
  CREDENTIAL_COUNT("Number of credentials"),
  EXPERIENCE("Experience"),
  STATE("State"),
  METRO("Metropolitan area"),
  SETTING("Setting"),
  POSITION("Position");

  private final String title;

  Factor(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

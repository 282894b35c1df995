package org.cleanclaim.app.staff;

/// Work that is counted.
public enum WorkType {
  OUTPATIENT_CHART("Outpatient charts"),
  EMERGENCY_CHART("Emergency charts"),
  INPATIENT_CHART("Inpatient charts"),
  /// A claim from its creation to its first sending.
  CLAIM("Claims");

  private final String title;

  WorkType(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

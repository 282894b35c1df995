package org.cleanclaim.coding.query;

/// What a query may ask with yes or no. None of these brings a diagnosis into the record that
/// nobody has written there.
public enum YesNoPurpose {
  PRESENT_ON_ADMISSION("whether a documented condition was present on admission"),
  SUBSTANTIATE("whether a diagnosis already documented, as in a report, is the patient's"),
  CAUSE_AND_EFFECT("whether one documented condition is due to another"),
  CONFLICT("which of two documented statements that contradict each other holds");

  private final String title;

  YesNoPurpose(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

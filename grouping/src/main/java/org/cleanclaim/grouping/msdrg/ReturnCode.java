package org.cleanclaim.grouping.msdrg;

/// Whether a stay could be grouped, or why not.
public enum ReturnCode {
  OK("grouped"),
  INVALID_PDX("the principal diagnosis is no code of this version"),
  DX_CANNOT_BE_PDX("the principal diagnosis is an external cause, which cannot be principal"),
  INVALID_AGE("the age is not between 0 and 124 years"),
  INVALID_SEX("the category depends on the sex, and the sex is not known"),
  INVALID_DISCHARGE_STATUS("the discharge status is not known"),
  UNGROUPABLE("no formula of the category fits"),
  HAC_MISSING_ONE_POA("a hospital-acquired condition has no sign whether it was present"),
  HAC_STATUS_INVALID_POA_N_OR_U("a condition counts as acquired at a hospital of unknown status"),
  HAC_STATUS_INVALID_POA_INVALID_OR_1(
      "a condition without valid sign at a hospital of unknown status"),
  HAC_STATUS_INVALID_MULT_HACS_POA_NOT_Y_W(
      "several conditions not present on admission at a hospital of unknown status");

  private final String meaning;

  ReturnCode(String meaning) {
    this.meaning = meaning;
  }

  /// The reason in words.
  public String meaning() {
    return meaning;
  }
}

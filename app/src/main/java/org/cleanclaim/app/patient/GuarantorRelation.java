package org.cleanclaim.app.patient;

/// What somebody who answers for a bill is to the patient.
public enum GuarantorRelation {
  PARENT("parent"),
  LEGAL_GUARDIAN("legal guardian"),
  GRANDPARENT("grandparent"),
  SPOUSE("spouse"),
  LIFE_PARTNER("life partner"),
  CHILD("grown child"),
  SIBLING("brother or sister"),
  EMPLOYER("employer"),
  OTHER("somebody else");

  private final String title;

  GuarantorRelation(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

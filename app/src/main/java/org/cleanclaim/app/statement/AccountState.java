package org.cleanclaim.app.statement;

/// Where a patient account stands. Derived from what is on record, never set.
public enum AccountState {
  NOTHING_OWED("Nothing owed"),
  CREDIT("Credit"),
  NOT_READY("Insurance not done"),
  READY_TO_BILL("Ready to bill"),
  BILLED("Billed"),
  ON_PLAN("On a payment plan"),
  DISPUTE("In dispute"),
  ASSISTANCE("Assistance asked for"),
  PRE_COLLECTION("Before collection"),
  AGENCY("At an agency");

  private final String title;

  AccountState(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

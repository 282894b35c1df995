package org.cleanclaim.app.followup;

/// What is missing of a claim that was sent.
public enum Silence {
  NO_FILE_ANSWER(
      "No answer to the file", "Look whether the file arrived; send it again when it did not"),
  NO_CLAIM_ANSWER(
      "File accepted, claim not", "Ask where it stands; the payer's front end may have dropped it"),
  NO_DECISION("No decision", "Ask where it stands, then call");

  private final String title;
  private final String nextStep;

  Silence(String title, String nextStep) {
    this.title = title;
    this.nextStep = nextStep;
  }

  public String title() {
    return title;
  }

  public String nextStep() {
    return nextStep;
  }
}

package org.cleanclaim.app.claim;

/// Where a claim stands on its way to the payer. Money has no part in this: balances come from the
/// ledger.
public enum ClaimStatus {
  DRAFT("Draft", "Scrub it"),
  HELD("Held", "Mend the findings and scrub again"),
  READY("Ready", "Send it to the payer"),
  SENT("Sent", "Wait for the acknowledgment of the file"),
  ACCEPTED("File accepted", "Wait for the payer to accept the claim"),
  AT_PAYER("At payer", "Wait for the remittance"),
  REJECTED("Rejected", "Correct it and send it again: it was never adjudicated"),
  ADJUDICATED("Adjudicated", "See what remains open"),
  VOIDED("Voided", "Nothing"),
  REPLACED("Replaced", "Follow the replacement");

  private final String title;
  private final String nextStep;

  ClaimStatus(String title, String nextStep) {
    this.title = title;
    this.nextStep = nextStep;
  }

  public String title() {
    return title;
  }

  public String nextStep() {
    return nextStep;
  }

  /// The same for a claim to a next payer.
  ///
  /// @param isTakenBackBefore the payer before has taken its decision back and not decided anew
  public String nextStep(boolean isTakenBackBefore) {
    return this == HELD && isTakenBackBefore
        ? "Wait for the new decision of the payer before"
        : nextStep;
  }

  /// Whether its snapshot may be changed in place: no payer is working on it.
  public boolean isChangeable() {
    return switch (this) {
      case DRAFT, HELD, READY, REJECTED -> true;
      case SENT, ACCEPTED, AT_PAYER, ADJUDICATED, VOIDED, REPLACED -> false;
    };
  }

  /// Whether a scrub of the same snapshot may move it: it has not been sent.
  public boolean isScrubbable() {
    return this == DRAFT || this == HELD || this == READY;
  }
}

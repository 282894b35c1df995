package org.cleanclaim.app.denial;

/// What an action rests on.
public enum EvidenceKind {
  WHAT_WAS_WRONG("What was wrong, and what is right now"),
  AUTHORIZATION("The authorization, or the payer's word that none was needed"),
  MEDICAL_RECORD("The part of the medical record that shows the need"),
  SEPARATE_SERVICE("The part of the note that shows a separate service"),
  PROOF_OF_FILING("Proof of timely filing"),
  GROUNDS("Why the decision is wrong, with the page of contract or policy"),
  ADVANCE_NOTICE("The notice that the patient signed before the service"),
  OTHER_COVERAGE("Another coverage on the day of service"),
  GOOD_CAUSE("Good cause for filing late");

  private final String title;

  EvidenceKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

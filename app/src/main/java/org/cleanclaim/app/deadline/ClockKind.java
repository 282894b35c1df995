package org.cleanclaim.app.deadline;

import java.util.Locale;

/// What a clock is about.
public enum ClockKind {
  TIMELY_FILING("File the claim", "Payer's acceptance of the claim (277CA) or its decision"),
  CORRECTED_CLAIM("Send the corrected claim", "Payer's acceptance of the corrected claim"),
  DENIAL("Work the denial", "What was done about it"),
  APPEAL("File the appeal", "The appeal on its way, with how it was sent"),
  APPEAL_DECISION("Payer decides on the appeal", "The payer's decision on the appeal"),
  AUTHORIZATION_DECISION("Payer decides on the authorization", "The payer's answer"),
  AUTHORIZATION_END("Authorization ends", "A new authorization, or the last visit"),
  ESTIMATE("Give the good-faith estimate", "The estimate given to the patient"),
  OVERPAYMENT("Report and return the overpayment", "The report with the money returned"),
  PATIENT_CREDIT("Return or apply the patient's credit", "The refund with its number"),
  MISSED_INSTALMENT(
      "Talk with the household about a missed instalment",
      "What was agreed with them, or the payment"),
  QUERY("Answer the query", "The answer"),
  RECORDS("Send the records that the payer asks for", "The records on their way"),
  HELD_CLAIM("Look at the held claim again", "The hold released"),
  FOLLOW_UP("Look at the claim again", "What came of it"),
  OPEN_BALANCE("Ask the payer about what is still open", "The payer's answer or its payment"),
  FORWARDED_CLAIM("Next payer decides on the forwarded claim", "The remittance of the next payer"),
  SENT_ON_CLAIM(
      "Find the plan that the claim was sent on to",
      "The claim to that plan, or why insurance is done with the visit"),
  COMP_ACKNOWLEDGMENT("Carrier acknowledges the bill", "The acknowledgment (277CA)"),
  COMP_PAYMENT("Carrier pays or explains", "The explanation of review (835)"),
  COMP_SECOND_REVIEW("Ask for the second review", "The request for the second review");

  private final String title;
  private final String evidenceAsked;

  ClockKind(String title, String evidenceAsked) {
    this.title = title;
    this.evidenceAsked = evidenceAsked;
  }

  public String title() {
    return title;
  }

  /// What shows that it was met.
  public String evidenceAsked() {
    return evidenceAsked;
  }

  /// Whether people may start it by hand, for facts that no other part of the program knows.
  public boolean isStartedByHand() {
    return switch (this) {
      case ESTIMATE, OVERPAYMENT, QUERY, AUTHORIZATION_DECISION -> true;
      default -> false;
    };
  }

  /// Whether the law lets it rest while something is looked into.
  public boolean maySuspend() {
    return this == OVERPAYMENT;
  }

  /// Its name in web addresses: `timely-filing`.
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

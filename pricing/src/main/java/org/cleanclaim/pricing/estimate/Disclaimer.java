package org.cleanclaim.pricing.estimate;

/// What a good-faith estimate has to tell the patient, in plain words. Source: 45 CFR
/// 149.610(c)(1)(vii) to (x).
public enum Disclaimer {
  MORE_MAY_COME(
      "Other services may turn out to be part of your care. Those that are booked separately are"
          + " not in these amounts; you can ask for an estimate of each."),
  ONLY_AN_ESTIMATE(
      "These are the charges we expect from what we know today. What you are billed may be"
          + " different."),
  RIGHT_TO_DISPUTE(
      "If a provider or facility bills you at least $400 more than its total in this estimate, you"
          + " may start the patient-provider dispute process within 120 calendar days of your first"
          + " bill. Starting it will not make your care any worse. How to begin:"
          + " www.cms.gov/nosurprises or 1-800-985-3059."),
  NOT_A_CONTRACT(
      "This estimate is not a contract. You do not have to get the services from the providers or"
          + " facilities named here.");

  private final String words;

  Disclaimer(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package org.cleanclaim.pricing.physician;

/// Who gives the service, by the share of the physician's fee that Medicare pays. Source: 42 CFR
/// 414.52 to 414.68; CMS Claims Processing Manual, chapter 12, sections 110 to 170.
public enum Practitioner {
  PHYSICIAN(100),
  NURSE_MIDWIFE(100),
  NURSE_PRACTITIONER(85),
  PHYSICIAN_ASSISTANT(85),
  CLINICAL_NURSE_SPECIALIST(85),
  DIETITIAN(85),
  SOCIAL_WORKER(75);

  private final int percent;

  Practitioner(int percent) {
    this.percent = percent;
  }

  /// The share of the physician's fee.
  public int percent() {
    return percent;
  }
}

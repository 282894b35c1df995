package org.cleanclaim.app.claim;

import org.cleanclaim.kernel.claim.ClaimFrequency;

/// How a claim is put right after the payer has it.
public enum Correction {
  /// Takes the place of the earlier one (frequency 7).
  REPLACEMENT("Replacement (7)", ClaimFrequency.REPLACEMENT),
  /// Takes the earlier one back (frequency 8).
  VOID("Void (8)", ClaimFrequency.VOID),
  /// A new claim, since the payer processed nothing of the earlier one.
  RESUBMISSION("New claim", ClaimFrequency.ORIGINAL);

  private final String title;
  private final ClaimFrequency frequency;

  Correction(String title, ClaimFrequency frequency) {
    this.title = title;
    this.frequency = frequency;
  }

  public String title() {
    return title;
  }

  public ClaimFrequency frequency() {
    return frequency;
  }

  /// Whether it has to carry the payer's number of the earlier claim (REF F8).
  public boolean needsPayerNumber() {
    return this != RESUBMISSION;
  }
}

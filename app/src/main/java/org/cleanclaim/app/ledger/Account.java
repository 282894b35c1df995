package org.cleanclaim.app.ledger;

/// The accounts of the practice. Debits are positive, credits negative.
public enum Account {
  /// Income at full charge; credited when a charge is captured.
  CHARGES("Charges"),
  /// Captured and not yet billed to anybody.
  UNBILLED("Unbilled charges"),
  /// Owed by payers, by claim.
  INSURANCE_RECEIVABLE("Insurance receivable"),
  /// Owed by patients and guarantors.
  PATIENT_RECEIVABLE("Patient receivable"),
  /// Given up by contract with a payer.
  CONTRACTUAL_ADJUSTMENT("Contractual adjustment"),
  /// Given up by decision of the practice.
  WRITE_OFF("Write-off"),
  /// Paid by a payer, not yet seen at the bank.
  DEPOSIT_IN_TRANSIT("Deposits in transit"),
  BANK("Bank"),
  /// Received from a patient and not yet applied to a charge.
  UNAPPLIED_CASH("Unapplied cash"),
  REFUND("Refunds"),
  /// Moved by a payer at provider level, outside any claim.
  PROVIDER_ADJUSTMENT("Provider-level adjustment"),
  /// Paid by a payer for being late; credited.
  INTEREST("Interest of payers");

  private final String title;

  Account(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}

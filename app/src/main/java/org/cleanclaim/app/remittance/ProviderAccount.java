package org.cleanclaim.app.remittance;

import org.cleanclaim.kernel.remittance.ProviderAdjustment;

/// Which account between practice and payer a provider-level adjustment (PLB) belongs to. The
/// reason codes are those of the 835 guide (data element 426).
public enum ProviderAccount {
  /// What the payer has to get back or has put off: forwarding balances (FB), recovered
  /// overpayments (WO), authorized returns (72), penalties and advances. It is open until it sums
  /// to zero.
  BALANCE("Balance with the payer"),
  /// Interest the payer owed (L6).
  INTEREST("Interest"),
  /// Taxes, levies, capitation and whatever else is settled by itself.
  OTHER("Settled by itself");

  private final String title;

  ProviderAccount(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  static ProviderAccount of(ProviderAdjustment adjustment) {
    return switch (adjustment.reason()) {
      case "L6" -> INTEREST;
      case "FB",
          "WO",
          "72",
          "AP",
          "B2",
          "B3",
          "BD",
          "CS",
          "E3",
          "J1",
          "L3",
          "OB",
          "PI",
          "PL",
          "RA",
          "RE",
          "WU",
          "50",
          "51" ->
          BALANCE;
      default -> OTHER;
    };
  }
}

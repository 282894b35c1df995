package org.cleanclaim.kernel.remittance;

import org.jspecify.annotations.Nullable;

/// How the money of a remittance goes from bank to bank (BPR). Masked in `toString`.
///
/// @param handling BPR01: I with remittance, H notification alone, C payment accompanies it ...
/// @param format BPR05: CCP or CTX
/// @param senderBankKind BPR06
/// @param senderBank BPR07
/// @param senderAccountKind BPR08
/// @param senderAccount BPR09
/// @param company BPR10, who pays
/// @param companySupplement BPR11
/// @param receiverBankKind BPR12
/// @param receiverBank BPR13
/// @param receiverAccountKind BPR14: DA checking, SG savings
/// @param receiverAccount BPR15
public record BankTransfer(
    String handling,
    @Nullable String format,
    @Nullable String senderBankKind,
    @Nullable String senderBank,
    @Nullable String senderAccountKind,
    @Nullable String senderAccount,
    @Nullable String company,
    @Nullable String companySupplement,
    @Nullable String receiverBankKind,
    @Nullable String receiverBank,
    @Nullable String receiverAccountKind,
    @Nullable String receiverAccount) {

  /// A payment whose banks are not told.
  public static BankTransfer untold(PaymentMethod method) {
    String handling = method == PaymentMethod.NON_PAYMENT ? "H" : "I";
    return new BankTransfer(
        handling, null, null, null, null, null, null, null, null, null, null, null);
  }

  @Override
  public String toString() {
    return "BankTransfer[" + handling + "]";
  }
}

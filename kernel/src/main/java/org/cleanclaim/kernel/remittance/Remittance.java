package org.cleanclaim.kernel.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.jspecify.annotations.Nullable;

/// One remittance advice: one check or transfer from one payer to one payee with all it explains
/// (an 835 transaction set).
///
/// @param payerId the payer as the file names it: N104 of the payer, REF 2U, or the originating
///   company id
/// @param payeeId N104 of the payee, an NPI or tax id, as sent
/// @param trace check or EFT number (TRN02)
/// @param originator originating company id (TRN03), as sent
/// @param creditFlag C or D (BPR03)
/// @param paidOn BPR16
/// @param paid BPR02
public record Remittance(
    String payerName,
    String payerId,
    @Nullable Address payerAddress,
    @Nullable Contact payerContact,
    String payeeName,
    @Nullable String payeeId,
    @Nullable String payeeTaxId,
    String trace,
    @Nullable String originator,
    PaymentMethod method,
    String creditFlag,
    Money paid,
    LocalDate paidOn,
    @Nullable LocalDate producedOn,
    List<ClaimPayment> claims,
    List<ProviderAdjustment> providerAdjustments,
    Particulars particulars) {
  public Remittance {
    claims = List.copyOf(claims);
    providerAdjustments = List.copyOf(providerAdjustments);
  }

  @Override
  public String toString() {
    return "Remittance[" + trace + "]";
  }
}

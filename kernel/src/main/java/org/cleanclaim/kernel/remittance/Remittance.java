package org.cleanclaim.kernel.remittance;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.Participant;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// One remittance advice: one check or transfer from one payer to one payee with all it explains
/// (an 835 transaction set).
///
/// @param payer N1*PR with addresses, numbers and contacts
/// @param payee N1*PE
/// @param transfer from which bank to which
/// @param trace check or EFT number (TRN02)
/// @param originator originating company id (TRN03), as sent
/// @param originatorSupplement TRN04
/// @param creditFlag C or D (BPR03)
/// @param paidOn BPR16
/// @param paid BPR02
/// @param delivery of the remittance itself, when it is told
/// @param groups how the payer put the claims together; the last one takes what is left
public record Remittance(
    Participant payer,
    Participant payee,
    BankTransfer transfer,
    String trace,
    @Nullable String originator,
    @Nullable String originatorSupplement,
    PaymentMethod method,
    String creditFlag,
    Money paid,
    LocalDate paidOn,
    @Nullable LocalDate producedOn,
    @Nullable RemittanceDelivery delivery,
    List<PaymentGroup> groups,
    List<ClaimPayment> claims,
    List<ProviderAdjustment> providerAdjustments,
    Particulars particulars) {
  private static final String TAX_ID = "TJ";

  public Remittance {
    groups = List.copyOf(groups);
    claims = List.copyOf(claims);
    providerAdjustments = List.copyOf(providerAdjustments);
  }

  /// A remittance between parties of whom only the usual is known, with all claims in one group.
  public Remittance(
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
    this(
        new Participant(
            "PR",
            new OrganizationName(payerName),
            "XV",
            payerId,
            payerAddress,
            payerContact == null ? List.of() : List.of(payerContact.as("BL")),
            List.of(),
            null,
            null,
            null,
            null),
        new Participant(
            "PE",
            new OrganizationName(payeeName),
            payeeId == null ? null : "XX",
            payeeId,
            null,
            List.of(),
            payeeTaxId == null ? List.of() : List.of(new Reference(TAX_ID, payeeTaxId)),
            null,
            null,
            null,
            null),
        BankTransfer.untold(method),
        trace,
        originator,
        null,
        method,
        creditFlag,
        paid,
        paidOn,
        producedOn,
        null,
        List.of(new PaymentGroup("1", claims.size(), null)),
        claims,
        providerAdjustments,
        particulars);
  }

  /// What reached the practice: the amount paid, negative when the flag says that it was taken from
  /// the account (BPR03 is D).
  public Money received() {
    return creditFlag.equals("D") ? paid.negated() : paid;
  }

  /// The same remittance with these claims.
  public Remittance withClaims(List<ClaimPayment> others) {
    return new Remittance(
        payer,
        payee,
        transfer,
        trace,
        originator,
        originatorSupplement,
        method,
        creditFlag,
        paid,
        paidOn,
        producedOn,
        delivery,
        groups,
        others,
        providerAdjustments,
        particulars);
  }

  public String payerName() {
    return payer.name().display();
  }

  /// The payer as the file names it: its number, else the company that pays.
  public String payerId() {
    if (payer.id() != null) return payer.id();
    String other = reference(payer, "2U");
    if (other != null) return other;
    if (transfer.company() != null) return transfer.company();
    if (originator != null) return originator;
    return payerName().isBlank() ? "unknown" : payerName();
  }

  public @Nullable Address payerAddress() {
    return payer.address();
  }

  /// Whom to ask about the file (PER*BL), else the first contact.
  public @Nullable Contact payerContact() {
    for (Contact contact : payer.contacts()) {
      if (contact.function().equals("BL")) return contact;
    }
    return payer.contacts().isEmpty() ? null : payer.contacts().getFirst();
  }

  public String payeeName() {
    return payee.name().display();
  }

  /// An NPI or tax id, as sent.
  public @Nullable String payeeId() {
    return payee.id();
  }

  public @Nullable String payeeTaxId() {
    String taxId = reference(payee, TAX_ID);
    return taxId == null && "FI".equals(payee.idQualifier()) ? payee.id() : taxId;
  }

  private static @Nullable String reference(Participant party, String qualifier) {
    for (Reference reference : party.references()) {
      if (reference.qualifier().equals(qualifier)) return reference.value();
    }
    return null;
  }

  @Override
  public String toString() {
    return "Remittance[" + trace + "]";
  }
}

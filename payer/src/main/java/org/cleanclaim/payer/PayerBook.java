package org.cleanclaim.payer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.contract.Contract;
import org.jspecify.annotations.Nullable;

/// What a payer knows by itself. It adjudicates from its own book, never from what the provider
/// believes.
///
/// @param address where the payer sits, as its remittances say; null if not known
/// @param contact whom to call about a remittance; null if not known
/// @param filing the kind of insurance
/// @param categories the benefit category of each code; others are [ServiceCategory#OTHER]
/// @param bundled pairs of codes of one day of which the second is part of the first
/// @param authorizationRequired codes that are paid with an authorization only
/// @param daysToPay days from receipt to payment
/// @param isSequestered two percent of each payment is kept back (Budget Control Act of 2011, since
///   2013-04-01)
public record PayerBook(
    String name,
    PayerId id,
    @Nullable Address address,
    @Nullable Contact contact,
    FilingIndicator filing,
    Map<MemberId, Member> members,
    Contract contract,
    Map<ProcedureCode, ServiceCategory> categories,
    Set<CodePair> bundled,
    Set<ProcedureCode> authorizationRequired,
    int timelyFilingDays,
    int daysToPay,
    boolean isSequestered) {

  /// @param part the code that is part of `whole`
  public record CodePair(ProcedureCode whole, ProcedureCode part) {}

  public PayerBook {
    members = Map.copyOf(members);
    categories = Map.copyOf(categories);
    bundled = Set.copyOf(bundled);
    authorizationRequired = Set.copyOf(authorizationRequired);
  }

  /// CLP06. An 835 has no code of its own for commercial and Blue Cross plans: they go as indemnity
  /// and preferred provider.
  String remittanceFilingCode() {
    return switch (filing) {
      case COMMERCIAL -> FilingIndicator.INDEMNITY.code();
      case BLUE_CROSS -> FilingIndicator.PREFERRED_PROVIDER.code();
      default -> filing.code();
    };
  }

  Optional<Member> member(MemberId memberId) {
    return Optional.ofNullable(members.get(memberId));
  }

  ServiceCategory category(ProcedureCode procedure) {
    return categories.getOrDefault(procedure, ServiceCategory.OTHER);
  }
}

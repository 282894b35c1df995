package org.cleanclaim.kernel.status;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.party.Contact;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who a status question is between and whom it is about (levels 2000A to 2000E).
///
/// @param payerContact in answers only
/// @param providers one or two numbers of the provider (1P)
/// @param subscriber null in an answer that stops at submitter or provider
/// @param dependent the patient, when not the subscriber
public record StatusParties(
    Party payer,
    @Nullable Contact payerContact,
    @Nullable Party submitter,
    List<Party> providers,
    @Nullable Insured subscriber,
    @Nullable Insured dependent) {
  public StatusParties {
    providers = List.copyOf(providers);
  }

  /// @param idQualifier NM108
  /// @param id NM109
  public record Party(PartyName name, @Nullable String idQualifier, @Nullable String id) {}

  /// A subscriber or patient.
  public record Insured(Party party, @Nullable LocalDate bornOn, @Nullable Sex sex) {}

  /// Names nobody.
  @Override
  public String toString() {
    return "StatusParties[***]";
  }
}

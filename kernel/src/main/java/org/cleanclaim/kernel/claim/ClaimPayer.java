package org.cleanclaim.kernel.claim;

import java.util.List;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.Reference;
import org.jspecify.annotations.Nullable;

/// The payer a claim goes to (loop 2010BB).
///
/// @param idQualifier NM108: PI payer, XV health plan
/// @param references further numbers of the payer, and the provider's number with it (G2, LU)
public record ClaimPayer(
    String name,
    PayerId id,
    @Nullable Address address,
    String idQualifier,
    List<Reference> references) {
  public ClaimPayer {
    references = List.copyOf(references);
  }

  /// A payer with an address at a clearinghouse.
  public ClaimPayer(String name, PayerId id, @Nullable Address address) {
    this(name, id, address, "PI", List.of());
  }

  /// The payer at an address.
  public ClaimPayer at(Address other) {
    return new ClaimPayer(name, id, other, idQualifier, references);
  }
}

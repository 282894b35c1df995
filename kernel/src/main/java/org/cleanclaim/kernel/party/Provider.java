package org.cleanclaim.kernel.party;

import java.util.List;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.jspecify.annotations.Nullable;

/// A provider as billed: a person or organization in one role on one claim.
///
/// @param address present for the billing provider and service facility
/// @param secondaryIds other identifiers, for example a state licence
public record Provider(
    ProviderRole role,
    PartyName name,
    @Nullable Npi npi,
    @Nullable Taxonomy taxonomy,
    @Nullable TaxId taxId,
    @Nullable Address address,
    @Nullable Contact contact,
    List<Reference> secondaryIds) {
  public Provider {
    secondaryIds = List.copyOf(secondaryIds);
  }
}

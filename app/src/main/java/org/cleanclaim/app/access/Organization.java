package org.cleanclaim.app.access;

import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// A practice: the billing provider of its claims and the tenant of its records.
public record Organization(
    long id,
    String name,
    Npi npi,
    TaxId taxId,
    Taxonomy taxonomy,
    Address address,
    @Nullable String phone,
    String timeZone) {}

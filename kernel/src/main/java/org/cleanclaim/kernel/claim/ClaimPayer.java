package org.cleanclaim.kernel.claim;

import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// The payer a claim goes to (loop 2010BB).
public record ClaimPayer(String name, PayerId id, @Nullable Address address) {}

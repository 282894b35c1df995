package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who was treated, as billed. Equal to the subscriber when the relationship is self (then loop
/// 2000C is absent).
public record ClaimPatient(
    PartyName name,
    @Nullable LocalDate bornOn,
    Sex sex,
    @Nullable Address address,
    Relationship relationship) {}

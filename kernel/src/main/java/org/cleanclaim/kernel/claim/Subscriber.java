package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who owns the policy (loop 2000B, 2010BA). For workers' compensation the employer is the
/// subscriber.
public record Subscriber(
    PartyName name,
    @Nullable MemberId memberId,
    @Nullable LocalDate bornOn,
    Sex sex,
    @Nullable Address address,
    PayerSequence sequence,
    @Nullable FilingIndicator filing,
    @Nullable String groupNumber,
    @Nullable String groupName) {}

package org.cleanclaim.kernel.claim;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// Who owns the policy (loop 2000B, 2010BA). For workers' compensation the employer is the
/// subscriber.
///
/// @param insuranceType SBR05: why Medicare pays second
/// @param references further numbers such as the social security number (SY)
public record Subscriber(
    PartyName name,
    @Nullable MemberId memberId,
    @Nullable LocalDate bornOn,
    Sex sex,
    @Nullable Address address,
    PayerSequence sequence,
    @Nullable FilingIndicator filing,
    @Nullable String groupNumber,
    @Nullable String groupName,
    @Nullable String insuranceType,
    List<Reference> references) {
  public Subscriber {
    references = List.copyOf(references);
  }

  /// A subscriber without further numbers.
  public Subscriber(
      PartyName name,
      @Nullable MemberId memberId,
      @Nullable LocalDate bornOn,
      Sex sex,
      @Nullable Address address,
      PayerSequence sequence,
      @Nullable FilingIndicator filing,
      @Nullable String groupNumber,
      @Nullable String groupName) {
    this(
        name,
        memberId,
        bornOn,
        sex,
        address,
        sequence,
        filing,
        groupNumber,
        groupName,
        null,
        List.of());
  }

  /// The same, with another reason why Medicare pays second.
  public Subscriber withInsuranceType(@Nullable String insuranceType) {
    return new Subscriber(
        name,
        memberId,
        bornOn,
        sex,
        address,
        sequence,
        filing,
        groupNumber,
        groupName,
        insuranceType,
        references);
  }
}

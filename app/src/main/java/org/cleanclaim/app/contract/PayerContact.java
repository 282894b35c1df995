package org.cleanclaim.app.contract;

import java.util.Optional;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// Where a payer takes claims and appeals on paper, whom to call, how soon it is used to answer.
/// Empty is not known.
///
/// @param appealsAddress null when it takes appeals where it takes claims
/// @param portal address of its site for providers
/// @param usualAnswerDays days in which it decides a claim, as it says or as is known
public record PayerContact(
    String addressLine,
    String city,
    String state,
    String postalCode,
    @Nullable Address appealsAddress,
    String claimsPhone,
    String eligibilityPhone,
    String authorizationPhone,
    String portal,
    @Nullable Integer usualAnswerDays) {
  /// Nothing is known.
  public static final PayerContact NONE =
      new PayerContact("", "", "", "", null, "", "", "", "", null);

  /// Where it takes claims on paper; empty unless street and city are known.
  public Optional<Address> forClaims() {
    return Optional.ofNullable(address(addressLine, city, state, postalCode));
  }

  /// Where it takes appeals; empty when no address is known.
  public Optional<Address> forAppeals() {
    return Optional.ofNullable(appealsAddress).or(this::forClaims);
  }

  /// An address as it is typed; null unless street and city are there.
  public static @Nullable Address address(
      String line, String city, String state, String postalCode) {
    if (line.isBlank() || city.isBlank()) return null;
    return new Address(
        line, null, city, state.isBlank() ? null : state, postalCode.isBlank() ? null : postalCode);
  }
}

package org.cleanclaim.app.contract;

import org.jspecify.annotations.Nullable;

/// Where a payer sits, whom to call, how soon it is used to answer. Empty is not known.
///
/// @param portal address of its site for providers
/// @param usualAnswerDays days in which it decides a claim, as it says or as is known
public record PayerContact(
    String addressLine,
    String city,
    String state,
    String postalCode,
    String claimsPhone,
    String eligibilityPhone,
    String authorizationPhone,
    String portal,
    @Nullable Integer usualAnswerDays) {
  /// Nothing is known.
  public static final PayerContact NONE = new PayerContact("", "", "", "", "", "", "", "", null);
}

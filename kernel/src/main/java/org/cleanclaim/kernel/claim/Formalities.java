package org.cleanclaim.kernel.claim;

import org.jspecify.annotations.Nullable;

/// The codes of a claim's form that no amount depends on, as sent (CLM). A code that says no more
/// than the claim's own fields do is null.
///
/// @param placeList CLM05-2, when it is not A for a type of bill or B for a place of service
/// @param providerSignature CLM06, when left out or sent where it does not belong
/// @param assignment CLM07, such as B for laboratory services alone
/// @param benefitsAssigned CLM08, such as W when the patient refuses
/// @param signatureSource CLM10: P when the provider signed for the patient
/// @param program CLM12, a special program such as 03 handicapped children
/// @param submission CLM19: PB when a dental plan is asked for its decision beforehand
/// @param delayReason CLM20, why the claim comes late
public record Formalities(
    @Nullable String placeList,
    @Nullable String providerSignature,
    @Nullable String assignment,
    @Nullable String benefitsAssigned,
    @Nullable String signatureSource,
    @Nullable String program,
    @Nullable String submission,
    @Nullable String delayReason) {
  /// Nothing but what the claim's own fields say.
  public static final Formalities NONE =
      new Formalities(null, null, null, null, null, null, null, null);
}

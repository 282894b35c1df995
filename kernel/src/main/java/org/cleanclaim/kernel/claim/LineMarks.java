package org.cleanclaim.kernel.claim;

import org.jspecify.annotations.Nullable;

/// What a professional line says of itself besides procedure, charge and units (SV1).
///
/// @param description free text to a procedure that needs one (SV101-7)
/// @param emergency SV109
/// @param screening SV111, early and periodic screening of children
/// @param familyPlanning SV112
/// @param copayExempt SV115, 0 when no copayment is due
public record LineMarks(
    @Nullable String description,
    @Nullable String emergency,
    @Nullable String screening,
    @Nullable String familyPlanning,
    @Nullable String copayExempt) {
  public static final LineMarks NONE = new LineMarks(null, null, null, null, null);
}

package org.cleanclaim.app.claim;

import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;

/// Where a line of a claim comes from.
///
/// @param line the line's number when it was frozen, which its control number ends with
/// @param chargeLine the line of the visit's charges
/// @param amount what the charge came to then
public record ClaimSource(int line, EncounterId encounter, int chargeLine, Money amount) {}

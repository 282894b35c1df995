package org.cleanclaim.edits.payerrule;

import org.cleanclaim.kernel.Money;

/// What came of one rule, or of several, on past claims.
///
/// @param touched claims on which it had something to say, to change or to tag
/// @param prevented denied lines that a finding with the payer's reason pointed out beforehand
/// @param preventedCharge what was charged for them
/// @param falseHolds claims that it would have held and the payer paid in full
/// @param falselyHeld what was paid for them
/// @param changed claims that it would have changed
/// @param mended denied lines that a change bears on, with a reason that the rule expects
/// @param mendedCharge what was charged for them
/// @param changedThoughPaid claims that it would have changed and the payer paid in full as they
///   were
/// @param paidUnchanged what was paid for them
public record ReplayFigures(
    int touched,
    int prevented,
    Money preventedCharge,
    int falseHolds,
    Money falselyHeld,
    int changed,
    int mended,
    Money mendedCharge,
    int changedThoughPaid,
    Money paidUnchanged) {}

package org.cleanclaim.app.payerrule;

import java.time.Instant;
import org.cleanclaim.kernel.Money;

/// What a draft would have done to the organization's past claims.
///
/// @param digest of the text that was played
/// @param isOutOfPeriod the rule is in force on none of the days of these claims, and was played as
///   if it had been
/// @param claims claims with a known decision of the payer
/// @param touched those on which the rule had something to say or to change
/// @param denials denied lines in all
/// @param prevented denied lines that the rule pointed out with the payer's reason
/// @param preventedCharge what was charged for them
/// @param falseHolds claims that the rule would have held and that were paid in full
/// @param falselyHeld what was paid for them
public record RuleReplay(
    String digest,
    boolean isOutOfPeriod,
    int claims,
    int touched,
    int denials,
    int prevented,
    Money preventedCharge,
    int falseHolds,
    Money falselyHeld,
    String replayedBy,
    Instant replayedAt) {}

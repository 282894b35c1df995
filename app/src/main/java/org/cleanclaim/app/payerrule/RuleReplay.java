package org.cleanclaim.app.payerrule;

import java.time.Instant;
import org.cleanclaim.edits.payerrule.ReplayFigures;

/// What a draft would have done to the organization's past claims.
///
/// @param digest of the text that was played
/// @param isOutOfPeriod the rule is in force on none of the days of these claims, and was played as
///   if it had been
/// @param claims claims with a known decision of the payer
/// @param inScope those that the rule is about
/// @param denials denied lines in all
public record RuleReplay(
    String digest,
    boolean isOutOfPeriod,
    int claims,
    int inScope,
    int denials,
    ReplayFigures figures,
    String replayedBy,
    Instant replayedAt) {}

package org.cleanclaim.kernel.acknowledgment;

import java.util.List;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Participant;
import org.jspecify.annotations.Nullable;

/// A level of a 277CA above the claims: who answers, who sent the file, and each billing provider
/// with the claims below it.
///
/// @param level HL03: 20 who answers, 21 who sent the claims, 19 billing provider
/// @param trace TRN02
/// @param statements about everything below (STC)
/// @param particulars counts and sums of what was taken and what was not (QTY, AMT), dates
/// @param claims of a billing provider
public record AcknowledgedParty(
    String level,
    @Nullable Participant party,
    @Nullable String trace,
    List<AcknowledgmentStatement> statements,
    Particulars particulars,
    List<ClaimAcknowledgment> claims) {
  public AcknowledgedParty {
    statements = List.copyOf(statements);
    claims = List.copyOf(claims);
  }
}

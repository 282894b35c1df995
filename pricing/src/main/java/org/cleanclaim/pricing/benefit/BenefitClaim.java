package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import java.util.List;

/// The priced lines of a claim for one person.
///
/// @param id the payer's number of the claim
/// @param person as the ledger of the family names them
/// @param lines whose `allowed` the contract has decided
public record BenefitClaim(
    String id, String person, LocalDate receivedOn, List<BenefitLine> lines) {
  public BenefitClaim {
    lines = List.copyOf(lines);
  }
}

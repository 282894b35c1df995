package org.cleanclaim.pricing.benefit;

import java.time.LocalDate;
import java.util.List;

/// The priced lines of a claim for one person.
///
/// @param id the payer's number of the claim
/// @param person as the ledger of the family names them
/// @param form who bills; Medicare reckons differently after another payer
/// @param lines whose `allowed` the contract has decided
public record BenefitClaim(
    String id, String person, LocalDate receivedOn, Form form, List<BenefitLine> lines) {

  /// Who bills.
  public enum Form {
    PROFESSIONAL,
    INSTITUTIONAL
  }

  public BenefitClaim {
    lines = List.copyOf(lines);
  }

  /// A claim of a professional.
  public BenefitClaim(String id, String person, LocalDate receivedOn, List<BenefitLine> lines) {
    this(id, person, receivedOn, Form.PROFESSIONAL, lines);
  }
}

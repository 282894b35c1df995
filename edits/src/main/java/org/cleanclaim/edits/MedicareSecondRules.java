package org.cleanclaim.edits;

import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.cleanclaim.kernel.claim.PayerSequence;

/// Claims to Medicare after another payer, which Medicare takes only with the reason.
final class MedicareSecondRules implements EditRule {
  @Override
  public List<Finding> check(Claim claim, ScrubContext context) {
    FilingIndicator filing = claim.subscriber().filing();
    if (filing == null || !filing.isMedicare()) return List.of();
    boolean isFirst = claim.subscriber().sequence() == PayerSequence.PRIMARY;
    if (claim.type() == ClaimType.INSTITUTIONAL) {
      return isFirst || isSaidByValueCode(claim)
          ? List.of()
          : List.of(missing("no value code says why, with what was paid before"));
    }
    String reason = claim.subscriber().insuranceType();
    if (isFirst) return reason == null ? List.of() : List.of(needless());
    boolean isSaid = reason != null && MedicareSecondReason.ofCode(reason).isPresent();
    return isSaid ? List.of() : List.of(missing("the claim does not say why"));
  }

  private static boolean isSaidByValueCode(Claim claim) {
    return claim.informationCodes().stream()
        .anyMatch(code ->
            code.kind() == Kind.VALUE && MedicareSecondReason.ofCode(code.code()).isPresent());
  }

  private static Finding missing(String what) {
    return Rule.MEDICARE_SECOND.at(
        Place.field("Payer"),
        "Medicare pays after another insurance, and %s.".formatted(what),
        "Choose on the coverage of Medicare why it pays second, then make the claim again.");
  }

  private static Finding needless() {
    return Rule.MEDICARE_SECOND.at(
        Place.field("Payer"),
        "The claim says why Medicare pays second, and asks Medicare first.",
        "Set the order of the coverages as it is, then make the claim again.");
  }
}

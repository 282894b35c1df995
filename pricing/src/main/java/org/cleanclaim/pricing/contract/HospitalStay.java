package org.cleanclaim.pricing.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.kernel.remittance.ClaimPayment;

/// The stay that a hospital bills, as a contract that pays by DRG looks at it.
///
/// @param drg three digits, as the bill or the remittance states it
/// @param dischargedOn or the last day that is billed; the weights of that day count
public record HospitalStay(String drg, LocalDate dischargedOn) {

  /// The stay of a claim (HI, `DR`); empty when it states no DRG.
  public static Optional<HospitalStay> of(Claim claim) {
    var day = Optional.ofNullable(claim.dischargedOn()).or(claim::servedThrough);
    return claim.informationCodes().stream()
        .filter(code -> code.kind() == Kind.DRG)
        .map(InformationCode::code)
        .findFirst()
        .flatMap(drg -> day.map(d -> new HospitalStay(drg, d)));
  }

  /// The stay that a payer says it has paid (CLP11).
  ///
  /// @param paidOn stands in for days that nobody states
  static Optional<HospitalStay> of(ClaimPayment claim, LocalDate paidOn) {
    String drg = claim.drg();
    if (drg == null) return Optional.empty();
    var day =
        Optional.ofNullable(claim.servedThrough())
            .or(() -> Optional.ofNullable(claim.servedFrom()));
    return Optional.of(new HospitalStay(drg, day.orElse(paidOn)));
  }
}

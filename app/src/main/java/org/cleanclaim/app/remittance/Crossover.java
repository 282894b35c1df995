package org.cleanclaim.app.remittance;

import java.util.Set;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.jspecify.annotations.Nullable;

/// Whether the payer has sent the claim on to the next one by itself, so that nobody bills it
/// twice: the status of the claim says so (CLP02 19, 20, 21, 23), a crossover payer is named (NM1
/// TT), or a remark does (MA18, N89 of the Remittance Advice Remark Codes).
final class Crossover {
  private static final Set<String> REMARKS = Set.of("MA18", "N89");
  private static final Set<ClaimPaymentStatus> STATUSES =
      Set.of(
          ClaimPaymentStatus.PRIMARY_FORWARDED,
          ClaimPaymentStatus.SECONDARY_FORWARDED,
          ClaimPaymentStatus.TERTIARY_FORWARDED,
          ClaimPaymentStatus.NOT_OUR_CLAIM_FORWARDED);

  private Crossover() {}

  /// To whom the claim went, null when it was not forwarded.
  static @Nullable String of(ClaimPayment payment) {
    String named = payment.crossoverPayer();
    if (named != null && !named.isBlank()) return named;
    var status = payment.status();
    boolean isForwarded =
        (status != null && STATUSES.contains(status))
            || payment.remarks().stream().anyMatch(REMARKS::contains);
    return isForwarded ? "the next payer" : null;
  }
}

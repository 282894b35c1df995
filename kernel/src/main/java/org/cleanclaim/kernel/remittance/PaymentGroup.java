package org.cleanclaim.kernel.remittance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.particular.QualifiedAmount;
import org.jspecify.annotations.Nullable;

/// A run of claim payments that the payer put together (loop 2000 of an 835).
///
/// @param number LX01
/// @param claims how many claim payments stand in it
/// @param summary of a provider's claims, when the payer sums them up
public record PaymentGroup(String number, int claims, @Nullable Summary summary) {

  /// @param providerId TS301
  /// @param facilityCode TS302
  /// @param fiscalPeriodEnd TS303
  /// @param claimCount TS304
  /// @param amounts each under its element's name, such as `TS305` for the charges
  public record Summary(
      String providerId,
      @Nullable String facilityCode,
      @Nullable LocalDate fiscalPeriodEnd,
      @Nullable BigDecimal claimCount,
      List<QualifiedAmount> amounts) {
    public Summary {
      amounts = List.copyOf(amounts);
    }
  }
}

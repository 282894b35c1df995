package org.cleanclaim.kernel.eligibility;

import java.math.BigDecimal;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// One statement about benefits (EB segment).
///
/// @param kindCode EB01 as sent: 1 active, 6 inactive, A coinsurance, B copayment, C deductible, G
///   out of pocket ...
/// @param coverageLevel EB02: IND, FAM ...
/// @param serviceTypes EB03
/// @param timePeriod EB06: 23 calendar year, 29 remaining, 27 visit ...
/// @param percent as a fraction, `0.2` is 20 percent
/// @param inNetwork EB12: Y, N, W or U
public record Benefit(
    String kindCode,
    @Nullable String coverageLevel,
    List<String> serviceTypes,
    @Nullable String insuranceType,
    @Nullable String planName,
    @Nullable String timePeriod,
    @Nullable Money amount,
    @Nullable BigDecimal percent,
    @Nullable String inNetwork,
    List<String> messages) {
  public Benefit {
    serviceTypes = List.copyOf(serviceTypes);
    messages = List.copyOf(messages);
  }
}

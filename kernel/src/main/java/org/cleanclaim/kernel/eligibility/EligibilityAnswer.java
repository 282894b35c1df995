package org.cleanclaim.kernel.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// What the payer answered.
///
/// @param trace our number of the question (TRN02), when returned
/// @param rejections why the question could not be answered (AAA); empty when it was
/// @param coverage plan dates as far as stated
public record EligibilityAnswer(
    @Nullable String trace,
    String payerName,
    @Nullable String payerId,
    @Nullable String memberId,
    Status status,
    @Nullable String planName,
    @Nullable EffectivePeriod coverage,
    @Nullable LocalDate asOf,
    List<Benefit> benefits,
    List<Rejection> rejections) {
  public EligibilityAnswer {
    benefits = List.copyOf(benefits);
    rejections = List.copyOf(rejections);
  }

  /// The answer in one word.
  public enum Status {
    ACTIVE,
    INACTIVE,
    REJECTED,
    UNKNOWN
  }

  /// @param level the loop that was refused: payer, provider, subscriber or dependent
  /// @param reasonCode AAA03
  /// @param followUpCode AAA04
  public record Rejection(String level, String reasonCode, @Nullable String followUpCode) {}

  @Override
  public String toString() {
    return "EligibilityAnswer[" + trace + " " + status + "]";
  }
}

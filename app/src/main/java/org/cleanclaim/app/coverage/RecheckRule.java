package org.cleanclaim.app.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer.Status;
import org.jspecify.annotations.Nullable;

/// When a payer is asked again about a policy before a visit.
public final class RecheckRule {
  private static final int DAYS_TO_ANSWER = 2;

  private RecheckRule() {}

  /// The last question about a policy.
  ///
  /// @param status null while it is not answered
  /// @param coverageVersion of the policy when it was asked; null for one whose version was not
  ///   kept
  /// @param isPatientCorrected whether the patient's name, birth date or sex were other ones then
  /// @param followUp what the payer says to do after a refusal (AAA04), null when nothing
  public record Last(
      LocalDate askedOn,
      LocalDate asOf,
      @Nullable Status status,
      @Nullable Integer coverageVersion,
      boolean isPatientCorrected,
      @Nullable String followUp) {}

  /// The policy with a visit under it.
  ///
  /// @param version of the policy now
  public record Visit(LocalDate servedOn, FilingIndicator filing, int version) {}

  /// Why the payer is asked, in words; empty when what is known suffices.
  ///
  /// @param days after which an answer is old
  public static Optional<String> why(Visit visit, @Nullable Last last, LocalDate today, int days) {
    if (last == null) return Optional.of("The policy was never checked");
    if (last.coverageVersion() != null && last.coverageVersion() != visit.version()) {
      return Optional.of("The policy was changed since it was checked");
    }
    if (last.isPatientCorrected()) {
      return Optional.of("The patient's record was corrected since it was checked");
    }
    if (last.status() == null) {
      return ChronoUnit.DAYS.between(last.askedOn(), today) > DAYS_TO_ANSWER
          ? Optional.of("The payer has not answered for more than two days")
          : Optional.empty();
    }
    if (last.status() == Status.REJECTED) return afterRefusal(last, today);
    boolean isMonthly = visit.filing() == FilingIndicator.MEDICAID;
    if (isMonthly && YearMonth.from(last.asOf()).isBefore(YearMonth.from(visit.servedOn()))) {
      return Optional.of("Medicaid is granted by the month, and a new one has begun");
    }
    if (last.asOf().getYear() < visit.servedOn().getYear()) {
      return Optional.of("A new year: deductibles begin again");
    }
    if (ChronoUnit.DAYS.between(last.askedOn(), today) >= days) {
      return Optional.of("Not checked for %d days".formatted(days));
    }
    return Optional.empty();
  }

  // Somebody has to correct something first, unless the payer wants the same question again: as it
  // is (P), after 10 days (X) or after 30 (W).
  private static Optional<String> afterRefusal(Last last, LocalDate today) {
    int wait =
        switch (last.followUp() == null ? "" : last.followUp()) {
          case "P" -> 1;
          case "X" -> 10;
          case "W" -> 30;
          default -> Integer.MAX_VALUE;
        };
    return ChronoUnit.DAYS.between(last.askedOn(), today) >= wait
        ? Optional.of("The payer could not answer and wants the question again")
        : Optional.empty();
  }
}

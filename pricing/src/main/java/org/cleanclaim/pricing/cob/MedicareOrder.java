package org.cleanclaim.pricing.cob;

import java.time.LocalDate;
import org.cleanclaim.kernel.claim.MedicareSecondReason;
import org.jspecify.annotations.Nullable;

/// Whether Medicare pays before or after another coverage. Source: 42 CFR part 411, subparts B to
/// H.
///
/// @param place whether Medicare pays first
/// @param second why it pays second; null where it pays first
/// @param reason in words, with the section
public record MedicareOrder(Place place, @Nullable MedicareSecondReason second, String reason) {
  private static final int WORKING_AGED_EMPLOYEES = 20;
  private static final int DISABLED_EMPLOYEES = 100;
  private static final int KIDNEY_MONTHS = 30;

  /// When Medicare pays.
  public enum Place {
    FIRST,
    SECOND
  }

  /// Why the patient has Medicare.
  public enum Entitlement {
    AGE,
    DISABILITY,
    KIDNEY_FAILURE
  }

  /// The other coverage.
  public sealed interface Other {
    /// A group health plan.
    ///
    /// @param employees of the employer, or of the largest employer of the group
    record GroupPlan(Employment employment, int employees) implements Other {}

    record WorkersCompensation() implements Other {}

    record NoFault() implements Other {}

    record Liability() implements Other {}
  }

  /// Whether the group plan comes from work that somebody does now.
  public enum Employment {
    CURRENT,
    FORMER
  }

  /// @param kidneyEligibleSince when the patient could first have Medicare for kidney failure; null
  ///   unless that is the entitlement
  public static MedicareOrder of(
      Entitlement entitlement,
      @Nullable LocalDate kidneyEligibleSince,
      Other other,
      LocalDate servedOn) {
    return switch (other) {
      case Other.WorkersCompensation w ->
          second(
              MedicareSecondReason.WORKERS_COMPENSATION,
              "Workers' compensation pays for the injury (42 CFR 411.40)");
      case Other.NoFault n ->
          second(MedicareSecondReason.NO_FAULT, "No-fault insurance pays for it (42 CFR 411.50)");
      case Other.Liability l ->
          second(MedicareSecondReason.LIABILITY, "Liability insurance pays for it (42 CFR 411.50)");
      case Other.GroupPlan plan -> group(entitlement, kidneyEligibleSince, plan, servedOn);
    };
  }

  private static MedicareOrder group(
      Entitlement entitlement,
      @Nullable LocalDate kidneyEligibleSince,
      Other.GroupPlan plan,
      LocalDate servedOn) {
    boolean isCurrent = plan.employment() == Employment.CURRENT;
    return switch (entitlement) {
      case AGE ->
          isCurrent && plan.employees() >= WORKING_AGED_EMPLOYEES
              ? second(
                  MedicareSecondReason.WORKING_AGED,
                  "Working aged, employer of 20 or more (42 CFR 411.172)")
              : first("No current employment with an employer of 20 or more (42 CFR 411.172)");
      case DISABILITY ->
          isCurrent && plan.employees() >= DISABLED_EMPLOYEES
              ? second(
                  MedicareSecondReason.DISABILITY,
                  "Disabled, large group plan of 100 or more (42 CFR 411.204)")
              : first("No current employment with an employer of 100 or more (42 CFR 411.204)");
      case KIDNEY_FAILURE -> {
        if (kidneyEligibleSince == null) {
          throw new IllegalArgumentException("the months are counted from the first eligibility");
        }
        yield servedOn.isBefore(kidneyEligibleSince.plusMonths(KIDNEY_MONTHS))
            ? second(
                MedicareSecondReason.KIDNEY_FAILURE,
                "Within the first 30 months of kidney failure (42 CFR 411.162)")
            : first("After the first 30 months of kidney failure (42 CFR 411.162)");
      }
    };
  }

  private static MedicareOrder first(String reason) {
    return new MedicareOrder(Place.FIRST, null, reason);
  }

  private static MedicareOrder second(MedicareSecondReason why, String reason) {
    return new MedicareOrder(Place.SECOND, why, reason);
  }
}

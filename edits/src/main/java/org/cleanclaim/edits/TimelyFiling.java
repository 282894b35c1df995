package org.cleanclaim.edits;

import java.time.LocalDate;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.jspecify.annotations.Nullable;

/// Until when a payer takes a claim. Medicare gives one calendar year (42 CFR 424.44(a), services
/// since 2010-01-01), counted from the first day of service on professional and dental claims and
/// from the last on institutional ones; 29 February ends on 28 February. Other payers give days, by
/// contract, counted from the same day.
public sealed interface TimelyFiling {
  /// The last day on which the payer takes a claim whose limit is counted from that day.
  LocalDate lastDay(LocalDate countedFrom);

  /// One calendar year.
  record CalendarYear() implements TimelyFiling {
    @Override
    public LocalDate lastDay(LocalDate countedFrom) {
      return countedFrom.plusYears(1);
    }
  }

  /// A contract's days.
  ///
  /// @param days after the day counted from; the last of them still counts
  record Days(int days) implements TimelyFiling {
    @Override
    public LocalDate lastDay(LocalDate countedFrom) {
      return countedFrom.plusDays(days);
    }
  }

  /// What Medicare gives.
  static TimelyFiling medicare() {
    return new CalendarYear();
  }

  /// What a payer's contract gives.
  static TimelyFiling days(int days) {
    return new Days(days);
  }

  /// The limit of a claim: the law's for Medicare, else the contract's; null when nobody knows.
  static @Nullable TimelyFiling of(Claim claim, @Nullable Integer contractDays) {
    FilingIndicator filing = claim.subscriber().filing();
    if (filing == FilingIndicator.MEDICARE_PART_A || filing == FilingIndicator.MEDICARE_PART_B) {
      return medicare();
    }
    return contractDays == null ? null : days(contractDays);
  }

  /// The day from which the limit of a claim is counted.
  static LocalDate countedFrom(ClaimType type, LocalDate first, LocalDate last) {
    return type == ClaimType.INSTITUTIONAL ? last : first;
  }

  /// Whether a claim received on a day is in time.
  default boolean isTimely(LocalDate countedFrom, LocalDate receivedOn) {
    return !receivedOn.isAfter(lastDay(countedFrom));
  }
}

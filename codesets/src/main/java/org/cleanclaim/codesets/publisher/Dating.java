package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Finds from when a file holds: the date that the user states goes before the content, the content
/// before the file's name.
///
/// @param stated the user's date, null if none
record Dating(String file, @Nullable LocalDate stated) {

  /// For ICD-10-CM and ICD-10-PCS, by the file's name alone.
  Edition fiscal() throws UnknownFile {
    if (stated != null) return Edition.ofFiscalYear(stated);
    var named = NamedDate.in(file).orElseThrow(Dating::unknown);
    return named.day() != null
        ? Edition.ofFiscalYear(named.day())
        : Edition.ofFiscalYear(named.year());
  }

  /// For ICD-10-CM and ICD-10-PCS, where the content names the fiscal year; the name may add that
  /// it is an update within that year.
  Edition fiscal(int year) {
    if (stated != null) return Edition.ofFiscalYear(stated);
    var named = NamedDate.in(file).map(NamedDate::day);
    return named
        .map(Edition::ofFiscalYear)
        .filter(e -> e.effectiveFrom().plusMonths(3).getYear() == year)
        .orElseGet(() -> Edition.ofFiscalYear(year));
  }

  /// For quarterly lists such as HCPCS Level II.
  Edition quarterly() throws UnknownFile {
    if (stated != null) return Edition.ofMonth(stated);
    var named = NamedDate.in(file).orElseThrow(Dating::unknown);
    return Edition.ofMonth(named.day() != null ? named.day() : LocalDate.of(named.year(), 1, 1));
  }

  /// For lists that come once a year or without a rhythm.
  Edition calendar() throws UnknownFile {
    if (stated != null) return Edition.ofMonth(stated);
    var named = NamedDate.in(file).orElseThrow(Dating::unknown);
    return named.day() != null
        ? Edition.ofMonth(named.day())
        : new Edition(String.valueOf(named.year()), LocalDate.of(named.year(), 1, 1));
  }

  private static UnknownFile unknown() {
    return new UnknownFile(
        "Neither the file nor its name says from which day it holds.",
        "State the effective date and read the file again.");
  }
}

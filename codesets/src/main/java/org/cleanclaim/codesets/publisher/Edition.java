package org.cleanclaim.codesets.publisher;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/// Which issue of a table a file is and from which day of service it holds.
record Edition(String name, LocalDate effectiveFrom) {

  /// An issue of ICD-10-CM or ICD-10-PCS: `FY2026` from October 2025, `FY2026-04` for the update of
  /// April.
  static Edition ofFiscalYear(LocalDate effectiveFrom) {
    int year = effectiveFrom.plusMonths(3).getYear();
    boolean isFirst = effectiveFrom.getMonth() == Month.OCTOBER;
    String name = isFirst ? "FY%d" : "FY%d-%02d";
    return new Edition(name.formatted(year, effectiveFrom.getMonthValue()), effectiveFrom);
  }

  static Edition ofFiscalYear(int year) {
    return ofFiscalYear(LocalDate.of(year - 1, Month.OCTOBER, 1));
  }

  /// An issue named by its month: `2024-07`.
  static Edition ofMonth(LocalDate effectiveFrom) {
    return new Edition(
        String.format(
            Locale.ROOT, "%d-%02d", effectiveFrom.getYear(), effectiveFrom.getMonthValue()),
        effectiveFrom);
  }
}

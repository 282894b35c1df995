package org.cleanclaim.edits.mce;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.publication.RuleTables;

/// What the editor knows of codes, ages and discharge statuses, packed for asking. One set of
/// tables holds all days since ICD-10 began.
public final class EditorTables {
  /// The editor's version of fiscal year 2026 is 43.
  private static final int YEAR_OF_VERSION_0 = 1983;

  private final FlaggedCodes diagnoses;
  private final FlaggedCodes procedures;
  private final List<AgeSpan> ages;
  private final List<StatusSpan> statuses;
  private final int version;

  private record AgeSpan(CodeFlag flag, int from, int to, int youngest, int oldest) {}

  private record StatusSpan(int status, int from, int to) {}

  private EditorTables(RuleTables tables) {
    diagnoses = FlaggedCodes.of(tables.table("diagnoses"));
    procedures = FlaggedCodes.of(tables.table("procedures"));
    ages = ages(tables.table("ages"));
    statuses = statuses(tables.table("discharge statuses"));
    version = version(diagnoses, procedures);
  }

  /// Packs the tables `diagnoses`, `procedures`, `ages` and `discharge statuses`.
  ///
  /// @throws IllegalArgumentException when a cell cannot be understood; the layout of the files
  ///   refuses such files before
  public static EditorTables of(RuleTables tables) {
    return new EditorTables(tables);
  }

  private static List<AgeSpan> ages(RuleTables.Table table) {
    return table.rows().stream()
        .map(row ->
            new AgeSpan(
                CodeFlag.valueOf(row.get(table.column("type")).toUpperCase(Locale.ROOT)),
                FlaggedCodes.day(row.get(table.column("from"))),
                FlaggedCodes.day(row.get(table.column("to"))),
                Integer.parseInt(row.get(table.column("start_age"))),
                Integer.parseInt(row.get(table.column("end_age")))))
        .toList();
  }

  private static List<StatusSpan> statuses(RuleTables.Table table) {
    return table.rows().stream()
        .map(row ->
            new StatusSpan(
                Integer.parseInt(row.get(table.column("code"))),
                FlaggedCodes.day(row.get(table.column("from"))),
                FlaggedCodes.day(row.get(table.column("to")))))
        .toList();
  }

  /// The last fiscal year that the tables hold, and whether codes of April are among them.
  private static int version(FlaggedCodes diagnoses, FlaggedCodes procedures) {
    LocalDate last = later(diagnoses.lastDay(), procedures.lastDay());
    LocalDate newest = later(diagnoses.newestRow(), procedures.newestRow());
    int year = last.plusMonths(3).getYear();
    boolean hasApril = newest.getMonth() == Month.APRIL && newest.plusMonths(3).getYear() == year;
    return (year - YEAR_OF_VERSION_0) * 10 + (hasApril ? 1 : 0);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /// The editor's version as three digits: 431 is V43.1 of April 2026.
  public int version() {
    return version;
  }

  /// The last day of discharge that the tables hold.
  public LocalDate lastDay() {
    return later(diagnoses.lastDay(), procedures.lastDay());
  }

  /// Whether all four tables are there.
  public boolean areComplete() {
    return diagnoses.size() > 0 && procedures.size() > 0 && !ages.isEmpty() && !statuses.isEmpty();
  }

  int diagnosis(String code, int day) {
    return diagnoses.on(code, day);
  }

  int procedure(String code, int day) {
    return procedures.on(code, day);
  }

  /// The flags of the age classes that an age belongs to on a day.
  int ageFlags(int ageYears, int day) {
    int flags = 0;
    for (AgeSpan span : ages) {
      if (span.from <= day
          && day <= span.to
          && span.youngest <= ageYears
          && ageYears <= span.oldest) {
        flags |= span.flag.bit();
      }
    }
    return flags;
  }

  boolean isStatus(int status, int day) {
    for (StatusSpan span : statuses) {
      if (span.status == status && span.from <= day && day <= span.to) return true;
    }
    return false;
  }
}

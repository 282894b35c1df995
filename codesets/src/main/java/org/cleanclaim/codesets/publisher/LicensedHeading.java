package org.cleanclaim.codesets.publisher;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// The heading of a user's own code file: which columns hold what, by the names that are usual.
///
/// @param width the number of columns, which every row must have
record LicensedHeading(int code, int title, int shortTitle, int from, int last, int width) {
  private static final List<String> CODES =
      List.of("cptcode", "cpt", "procedurecode", "proccode", "code");
  private static final List<String> TITLES =
      List.of(
          "longdescriptor",
          "longdescription",
          "fulldescriptor",
          "fulldescription",
          "descriptor",
          "description",
          "cptdescription",
          "codedescription",
          "proceduredescription",
          "mediumdescriptor",
          "mediumdescription",
          "shortdescriptor",
          "shortdescription",
          "desc");
  private static final List<String> SHORT_TITLES = List.of("shortdescriptor", "shortdescription");
  private static final List<String> FIRST_DAYS =
      List.of("effectivedate", "effdate", "effective", "startdate", "begindate");
  private static final List<String> LAST_DAYS =
      List.of("terminationdate", "termdate", "enddate", "deletedate", "deletiondate");
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US));

  /// The heading, if the row names a code and a description and is not that of a fee schedule.
  static Optional<LicensedHeading> of(Row row) {
    List<String> names =
        row.cells().stream().map(c -> c.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).toList();
    int code = column(names, CODES);
    int title = column(names, TITLES);
    boolean isFeeSchedule =
        names.stream().anyMatch(n -> n.matches(".*(rvu|payment|price|fee|rate|apc).*"));
    if (code < 0 || title < 0 || isFeeSchedule) return Optional.empty();
    return Optional.of(
        new LicensedHeading(
            code,
            title,
            column(names, SHORT_TITLES),
            column(names, FIRST_DAYS),
            column(names, LAST_DAYS),
            names.size()));
  }

  /// Whether the row has a CPT code and a description.
  boolean isCode(Row row) {
    return LicensedCodes.CODE.matcher(row.cell(code)).matches() && !row.cell(title).isEmpty();
  }

  CodeList.Row read(Row row) throws DamagedFile {
    if (row.cells().size() != width) {
      throw row.damage("The row has %d cells instead of %d.".formatted(row.cells().size(), width));
    }
    String name = row.cell(code);
    if (!LicensedCodes.CODE.matcher(name).matches()) {
      throw row.damage("\"" + name + "\" is no CPT code.");
    }
    if (row.cell(title).isEmpty()) throw row.damage("The description is missing.");
    String brief = shortTitle == title ? "" : row.cell(shortTitle);
    return new CodeList.Row(
        name, Xml.collapse(row.cell(title)), brief, true, null, period(row), Map.of());
  }

  private @Nullable EffectivePeriod period(Row row) throws DamagedFile {
    LocalDate first = day(row, from);
    LocalDate end = day(row, last);
    if (first == null) return null;
    if (end != null && end.isBefore(first)) throw row.damage("The end is before the start.");
    return new EffectivePeriod(first, end == null ? null : end.plusDays(1));
  }

  private static @Nullable LocalDate day(Row row, int column) throws DamagedFile {
    String cell = row.cell(column);
    if (cell.isEmpty()) return null;
    for (DateTimeFormatter form : DAYS) {
      try {
        return LocalDate.parse(cell, form);
      } catch (DateTimeException e) {
        // another form may fit
      }
    }
    throw row.damage("\"" + cell + "\" is no date.");
  }

  private static int column(List<String> names, List<String> wanted) {
    for (String name : wanted) {
      if (names.contains(name)) return names.indexOf(name);
    }
    return -1;
  }
}

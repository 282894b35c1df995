package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Crosswalk.Link;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/// The conversion table of the CDC: for each code that came new since 2016, when it came and which
/// code was assigned before. A cell may name several former codes and ranges; each makes a link of
/// its own.
final class ConversionTable implements RuleLayout {
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final Pattern FISCAL_YEAR = Pattern.compile("FY ?(20\\d\\d)");
  private static final String CODE = "([A-Z][0-9A-Z][0-9A-Z](?:\\.[0-9A-Z]{1,4})?)";
  private static final Pattern FORMER = Pattern.compile(CODE + "(?:-" + CODE + "|\\.?-)?");
  private static final Pattern WORDS =
      Pattern.compile("(?i)codes?|in|from|an?d?|or|categor(?:y|ies)|&|[,;]");

  @Override
  public PublicationKind kind() {
    return PublicationKind.ICD10CM_CONVERSIONS;
  }

  @Override
  public boolean fits(Contents file) throws IOException {
    if (!Workbook.is(file)) return false;
    try (var rows = new Workbook(file)) {
      return heading(rows) != null;
    }
  }

  private static @Nullable Row heading(Workbook rows) {
    for (Row row = rows.next(); row != null && row.line() <= 10; row = rows.next()) {
      if (Table.name(row.cell(0)).startsWith("current code")
          && Table.name(row.cell(2)).startsWith("previous code")) {
        return row;
      }
    }
    return null;
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var links = new ArrayList<Link>();
    int year = 0;
    try (var rows = new Workbook(file)) {
      Row title = rows.next();
      Matcher named = FISCAL_YEAR.matcher(title == null ? "" : title.cell(0));
      if (named.find()) year = Integer.parseInt(named.group(1));
    }
    try (var rows = new Workbook(file)) {
      heading(rows);
      for (Row row = rows.next(); row != null; row = rows.next()) {
        String to = Codes.plain(row.cell(0));
        if (!Codes.isDiagnosis(to)) {
          throw row.damage("The current code \"" + to + "\" is no ICD-10-CM code.");
        }
        LocalDate since = since(row);
        for (String from : former(row)) links.add(new Link(from, to, since, ""));
      }
    }
    if (links.isEmpty()) throw new DamagedFile(1, "The table has no codes.");
    return Layout.one(
        PublicationKind.ICD10CM_CONVERSIONS,
        year > 0 ? dating.fiscal(year) : dating.fiscal(),
        "CDC/NCHS conversion table " + file.name(),
        new Crosswalk(links));
  }

  /// A year, meaning October 1 of it, or a day as Excel counts them.
  private static LocalDate since(Row row) throws DamagedFile {
    String cell = row.cell(1);
    if (!cell.matches("\\d{4,5}")) throw row.damage("The effective date is no year and no day.");
    int number = Integer.parseInt(cell);
    return cell.length() == 4
        ? LocalDate.of(number, Month.OCTOBER, 1)
        : EXCEL_EPOCH.plusDays(number);
  }

  /// The former codes, ranges and categories; an empty text for a code that had none.
  private static List<String> former(Row row) throws DamagedFile {
    String cell = Xml.collapse(row.cell(2));
    if (cell.equalsIgnoreCase("none")) return List.of("");
    var former = new ArrayList<String>();
    Matcher m = FORMER.matcher(cell);
    var rest = new StringBuilder();
    int end = 0;
    while (m.find()) {
      rest.append(cell, end, m.start()).append(' ');
      end = m.end();
      String code = Codes.plain(m.group(1));
      if (m.group(2) == null) {
        former.add(m.group().endsWith("-") ? code + "-" : code);
      } else {
        former.addAll(range(code, Codes.plain(m.group(2))));
      }
    }
    rest.append(cell.substring(end));
    boolean isClean = WORDS.matcher(rest).replaceAll(" ").isBlank();
    if (former.isEmpty() || !isClean) throw row.damage("The previous codes cannot be read.");
    return former;
  }

  /// Every code of a range such as `H3520` to `H3523`; of a range of categories each with a dash.
  private static List<String> range(String first, String last) {
    boolean isCounted =
        first.length() == last.length()
            && first.charAt(0) == last.charAt(0)
            && first.substring(1).matches("\\d+")
            && last.substring(1).matches("\\d+");
    if (!isCounted) return List.of(first + "-" + last);
    var codes = new ArrayList<String>();
    String form =
        first.charAt(0) + "%0" + (first.length() - 1) + "d" + (first.length() == 3 ? "-" : "");
    int end = Integer.parseInt(last.substring(1));
    for (int i = Integer.parseInt(first.substring(1)); i <= end && codes.size() < 1_000; i++) {
      codes.add(form.formatted(i));
    }
    return codes;
  }
}

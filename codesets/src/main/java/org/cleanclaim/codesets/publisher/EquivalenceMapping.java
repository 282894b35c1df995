package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.Crosswalk;
import org.cleanclaim.codesets.publication.Crosswalk.Link;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The General Equivalence Mappings between ICD-9-CM and ICD-10-CM: CMS's text file of three
/// columns, or the same as CSV with the flags spread out. Their last issue was that of fiscal year
/// 2018.
final class EquivalenceMapping implements Layout {
  private static final String ICD9 = "(?:\\d{3,5}|V\\d{2,4}|E\\d{3,4})";
  private static final String ICD10 = "[A-Z]\\d[0-9A-Z]{1,5}";
  private static final String NONE = "(?i:nodx|nopcs|nocode)?";
  private static final Pattern TEXT =
      Pattern.compile("(\\S{3,7}) +(\\S{3,7}) +([01]{3}\\d\\d)\\s*");
  private static final Pattern CSV_HEADING =
      Pattern.compile("icd(?:10cm,icd9cm|9cm,icd10cm),flags,.*");
  private static final int LAST_YEAR = 2018;

  @Override
  public boolean fits(Contents file) {
    String first = file.firstLine();
    if (isCsv(first)) return true;
    Matcher m = TEXT.matcher(first);
    return m.matches()
        && (isPair(m.group(1), m.group(2), true) || isPair(m.group(1), m.group(2), false));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    String first = file.firstLine();
    List<Link> links = isCsv(first) ? csv(file) : text(file);
    if (links.isEmpty()) throw new DamagedFile(1, "The mapping has no codes.");
    boolean isFromIcd10 = isFromIcd10(first);
    return Layout.one(
        isFromIcd10 ? PublicationKind.ICD10CM_TO_ICD9 : PublicationKind.ICD9_TO_ICD10CM,
        edition(dating),
        "CMS General Equivalence Mapping " + file.name(),
        new Crosswalk(links));
  }

  private static boolean isCsv(String first) {
    return CSV_HEADING.matcher(Table.name(first.replace("\"", ""))).matches();
  }

  /// By the heading, or by the first code: ICD-10-CM begins with a letter, ICD-9-CM with a digit.
  private static boolean isFromIcd10(String first) {
    String plain = Table.name(first.replace("\"", ""));
    return plain.startsWith("icd10cm,")
        || (!plain.startsWith("icd9cm,") && Character.isLetter(plain.charAt(0)));
  }

  private static List<Link> csv(Contents file) throws IOException {
    boolean isFromIcd10 = isFromIcd10(file.firstLine());
    var links = new ArrayList<Link>();
    try (var table = Table.of(Csv.whole(file, ','))) {
      for (Row row = table.next(); row != null; row = table.next()) {
        links.add(link(row.cell(0), row.cell(1), row.cell(2), isFromIcd10, row.line()));
      }
    }
    return links;
  }

  private static List<Link> text(Contents file) throws IOException {
    boolean isFromIcd10 = isFromIcd10(file.firstLine());
    var links = new ArrayList<Link>();
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank()) continue;
        Matcher m = TEXT.matcher(line);
        if (!m.matches()) throw lines.damage("The line is not two codes and five digits.");
        links.add(link(m.group(1), m.group(2), m.group(3), isFromIcd10, lines.number()));
      }
      lines.requireEnded();
    }
    return links;
  }

  private static Link link(String from, String to, String flags, boolean isFromIcd10, int line)
      throws DamagedFile {
    if (!isPair(from, to, isFromIcd10)) {
      throw new DamagedFile(
          line, "\"" + from + "\" and \"" + to + "\" are no pair of ICD-9-CM and ICD-10-CM.");
    }
    if (!flags.matches("[01]{3}\\d\\d")) {
      throw new DamagedFile(line, "The flags are not five digits.");
    }
    boolean isNothing = flags.charAt(1) == '1' || to.matches(NONE);
    return new Link(from, isNothing ? "" : to, null, flags);
  }

  private static boolean isPair(String from, String to, boolean isFromIcd10) {
    return from.matches(isFromIcd10 ? ICD10 : ICD9)
        && to.matches((isFromIcd10 ? ICD9 : ICD10) + "|" + NONE);
  }

  private static Edition edition(Dating dating) {
    var named = NamedDate.in(dating.file());
    int year = named.map(NamedDate::year).orElse(LAST_YEAR);
    LocalDate from = dating.stated() != null ? dating.stated() : LocalDate.of(year - 1, 10, 1);
    return new Edition(String.valueOf(year), from);
  }
}

package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publication.RuleTables;
import org.jspecify.annotations.Nullable;

/// Addenda AA, BB and FF of Medicare's payment to ambulatory surgical centers as CMS publishes
/// them: a title, a heading that names the month, a line for each code, notes at the end.
/// Descriptions are left out.
final class SurgeryAddendum implements RuleLayout {
  private static final char NO_BREAK = '\u00A0';
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");
  private static final Pattern MONTH =
      Pattern.compile("(?i)\\b([a-z]+) (20[0-9]{2})\\s+payment indicator");
  private static final int TITLE = 400;

  /// One of the addenda.
  ///
  /// @param marks of the columns, in small letters, as their headings contain them
  private record Addendum(String title, String table, List<String> columns, List<String> marks) {}

  private static final List<Addendum> ALL =
      List.of(
          new Addendum(
              "addendum aa -- asc covered surgical procedures",
              "addendum_aa",
              List.of("hcpcs", "subject_to_discount", "indicator", "rate"),
              List.of(
                  "hcpcs code",
                  "subject to multiple procedure discounting",
                  "payment indicator",
                  "payment rate")),
          new Addendum(
              "addendum bb -- asc covered ancillary services",
              "addendum_bb",
              List.of("hcpcs", "indicator", "rate"),
              List.of("hcpcs code", "payment indicator", "payment rate")),
          new Addendum(
              "addendum ff -- asc device offset",
              "addendum_ff",
              List.of("hcpcs", "device_offset"),
              List.of("hcpcs code", "device offset amount")));

  @Override
  public PublicationKind kind() {
    return PublicationKind.ASC_RATES;
  }

  @Override
  public boolean fits(Contents file) {
    return addendum(file).isPresent();
  }

  private static Optional<Addendum> addendum(Contents file) {
    String head = file.head();
    String title =
        head.substring(0, Math.min(TITLE, head.length())).toLowerCase(Locale.ROOT).strip();
    return ALL.stream()
        .filter(each -> title.replace("\"", "").startsWith(each.title()))
        .findFirst();
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    Addendum addendum = addendum(file).orElseThrow();
    var rows = new ArrayList<List<String>>();
    int[] places = null;
    try (var csv = Csv.whole(file, ',')) {
      for (Row row = csv.next(); row != null; row = csv.next()) {
        if (places == null) places = places(row, addendum);
        else if (CODE.matcher(cell(row, places[0])).matches())
          rows.add(cells(row, places, addendum));
      }
    }
    if (places == null) throw new DamagedFile(1, "The heading of the addendum is missing.");
    if (rows.isEmpty()) throw new DamagedFile(1, "The addendum has no codes.");
    return Layout.one(
        kind(),
        dating.stated() == null ? month(file) : dating.calendar(),
        "CMS " + file.name(),
        RuleTables.of(new RuleTables.Table(addendum.table(), addendum.columns(), rows)));
  }

  /// Where the columns stand; null in a line that is not the heading.
  private static int @Nullable [] places(Row row, Addendum addendum) throws DamagedFile {
    if (!cell(row, 0).equalsIgnoreCase(addendum.marks().getFirst())) return null;
    int[] places = new int[addendum.marks().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(row, addendum.marks().get(i));
      if (places[i] < 0) {
        throw row.damage("The column \"%s\" is missing.".formatted(addendum.marks().get(i)));
      }
    }
    return places;
  }

  private static int place(Row row, String mark) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (cell(row, i).toLowerCase(Locale.ROOT).contains(mark)) return i;
    }
    return -1;
  }

  private static List<String> cells(Row row, int[] places, Addendum addendum) throws DamagedFile {
    var cells = new ArrayList<String>();
    for (int i = 0; i < places.length; i++) {
      String text = cell(row, places[i]);
      cells.add(
          switch (addendum.columns().get(i)) {
            case "rate", "device_offset" -> amount(row, text);
            case "indicator" -> indicator(row, text);
            case "subject_to_discount" -> text.equalsIgnoreCase("Y") ? "1" : "0";
            default -> text;
          });
    }
    return List.copyOf(cells);
  }

  private static String amount(Row row, String text) throws DamagedFile {
    String plain = text.replaceAll("[$, *]", "");
    if (!plain.matches("([0-9]{1,7}(\\.[0-9]+)?)?")) {
      throw row.damage("\"%s\" is no dollar amount.".formatted(text));
    }
    return plain;
  }

  private static String indicator(Row row, String text) throws DamagedFile {
    String plain = text.replaceAll("[ *]", "").toUpperCase(Locale.ROOT);
    if (!plain.matches("([A-Z][0-9])?")) {
      throw row.damage("\"%s\" is no payment indicator.".formatted(text));
    }
    return plain;
  }

  private static String cell(Row row, int place) {
    return place < row.cells().size() ? row.cell(place).replace(NO_BREAK, ' ').strip() : "";
  }

  private static Edition month(Contents file) throws UnknownFile {
    Matcher found = MONTH.matcher(file.head());
    if (found.find()) {
      String name = found.group(1).toUpperCase(Locale.ROOT);
      var month = Arrays.stream(Month.values()).filter(m -> m.name().equals(name)).findFirst();
      if (month.isPresent()) {
        return Edition.ofMonth(LocalDate.of(Integer.parseInt(found.group(2)), month.get(), 1));
      }
    }
    throw new UnknownFile(
        "The heading of the addendum names no month.",
        "State the effective date and read the file again.");
  }
}

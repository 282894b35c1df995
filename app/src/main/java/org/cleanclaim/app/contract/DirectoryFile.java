package org.cleanclaim.app.contract;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// The payer directory as a table (CSV): one payer a line, its numbers as
/// `clearinghouse/kind=number`, separated by semicolons, where either may be empty.
public final class DirectoryFile {
  /// The columns that a table has to have, in order.
  private static final List<String> NEEDED =
      List.of(
          "payer",
          "name",
          "claims_number",
          "filing",
          "timely_filing_days",
          "member_id_pattern",
          "address",
          "city",
          "state",
          "zip",
          "claims_phone",
          "eligibility_phone",
          "authorization_phone",
          "portal",
          "usual_answer_days",
          "numbers");

  /// Where a payer takes appeals; a table may leave them out.
  private static final List<String> APPEALS =
      List.of("appeals_address", "appeals_city", "appeals_state", "appeals_zip");

  /// The columns of our own table, in order.
  public static final List<String> COLUMNS =
      Stream.of(NEEDED, APPEALS).flatMap(List::stream).toList();

  /// A line that was read.
  public record Entry(Payer payer, PayerContact contact, List<PayerIdentifier> identifiers) {
    public Entry {
      identifiers = List.copyOf(identifiers);
    }

    /// The payer on file with what the line says of it.
    Payer of(Payer onFile) {
      return new Payer(
          onFile.id(),
          onFile.slug(),
          payer.name(),
          payer.electronicId(),
          payer.filing(),
          payer.timelyFilingDays(),
          payer.memberIdPattern(),
          onFile.authorizationRequired());
    }
  }

  private DirectoryFile() {}

  /// The values of a payer's line.
  public static List<String> line(Entry entry) {
    var payer = entry.payer();
    var contact = entry.contact();
    var appeals = contact.appealsAddress();
    return List.of(
        payer.slug(),
        payer.name(),
        payer.electronicId().value(),
        payer.filing().code(),
        Integer.toString(payer.timelyFilingDays()),
        text(payer.memberIdPattern()),
        contact.addressLine(),
        contact.city(),
        contact.state(),
        contact.postalCode(),
        contact.claimsPhone(),
        contact.eligibilityPhone(),
        contact.authorizationPhone(),
        contact.portal(),
        text(contact.usualAnswerDays()),
        entry.identifiers().stream()
            .map(i -> i.clearinghouse() + "/" + i.kind() + "=" + i.identifier())
            .collect(Collectors.joining(";")),
        appeals == null ? "" : appeals.line1(),
        appeals == null ? "" : appeals.city(),
        appeals == null ? "" : text(appeals.state()),
        appeals == null ? "" : text(appeals.postalCode()));
  }

  /// Reads a table whole.
  ///
  /// @throws DirectoryRefusal with line and remedy when a line cannot be read
  public static List<Entry> read(String csv) {
    var entries = new ArrayList<Entry>();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
      for (NamedCsvRecord row : rows) entries.add(entry(row));
    } catch (CsvParseException e) {
      throw new DirectoryRefusal("The table cannot be read as CSV: " + e.getMessage());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e); // text in memory is always readable
    }
    if (entries.isEmpty()) throw new DirectoryRefusal("The table holds no payer.");
    return entries;
  }

  private static Entry entry(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    if (!Set.copyOf(row.getHeader()).containsAll(NEEDED)) {
      throw new DirectoryRefusal("The heading has to be " + String.join(",", NEEDED) + ".");
    }
    String slug = row.getField("payer").strip();
    if (!slug.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw refusal(line, "the short name has small letters, digits and hyphens");
    }
    var filing =
        FilingIndicator.ofCode(row.getField("filing").strip())
            .orElseThrow(() -> refusal(line, "filing is a code such as CI, MB, MC or WC"));
    String number = row.getField("claims_number").strip();
    if (!number.matches("[0-9A-Za-z]{2,20}")) {
      throw refusal(line, "claims_number has 2 to 20 letters and digits");
    }
    if (row.getField("name").isBlank()) throw refusal(line, "the name is missing");
    Integer days = number(row, "timely_filing_days", line);
    if (days == null) throw refusal(line, "timely_filing_days is missing");
    return new Entry(
        new Payer(
            0,
            slug,
            row.getField("name").strip(),
            new PayerId(number),
            filing,
            days,
            pattern(row, line),
            Set.of()),
        new PayerContact(
            field(row, "address"),
            field(row, "city"),
            field(row, "state"),
            field(row, "zip"),
            appeals(row),
            field(row, "claims_phone"),
            field(row, "eligibility_phone"),
            field(row, "authorization_phone"),
            field(row, "portal"),
            number(row, "usual_answer_days", line)),
        identifiers(row, line));
  }

  private static @Nullable Address appeals(NamedCsvRecord row) {
    if (!row.getHeader().containsAll(APPEALS)) return null;
    var typed = APPEALS.stream().map(name -> field(row, name)).toList();
    return PayerContact.address(typed.get(0), typed.get(1), typed.get(2), typed.get(3));
  }

  private static @Nullable String pattern(NamedCsvRecord row, long line) {
    String text = field(row, "member_id_pattern");
    if (text.isEmpty()) return null;
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw refusal(line, "member_id_pattern is no regular expression");
    }
  }

  private static List<PayerIdentifier> identifiers(NamedCsvRecord row, long line) {
    var identifiers = new ArrayList<PayerIdentifier>();
    for (String one : field(row, "numbers").split(";")) {
      if (one.isBlank()) continue;
      int slash = one.indexOf('/');
      int equals = one.indexOf('=', slash + 1);
      if (slash < 0 || equals < 0) {
        throw refusal(line, "numbers are written clearinghouse/kind=number");
      }
      identifiers.add(
          new PayerIdentifier(
              one.substring(0, slash).strip(),
              one.substring(slash + 1, equals).strip(),
              one.substring(equals + 1).strip()));
    }
    return identifiers;
  }

  private static @Nullable Integer number(NamedCsvRecord row, String name, long line) {
    String text = field(row, name);
    if (text.isEmpty()) return null;
    if (!text.matches("[1-9][0-9]{0,3}")) throw refusal(line, name + " is a number above zero");
    return Integer.valueOf(text);
  }

  // Our own export puts an apostrophe before what a spreadsheet would take for a formula.
  private static String field(NamedCsvRecord row, String name) {
    String text = row.getField(name).strip();
    return text.matches("'[=+@-].*") ? text.substring(1) : text;
  }

  private static DirectoryRefusal refusal(long line, String why) {
    return new DirectoryRefusal("Line %d: %s. Nothing was taken over.".formatted(line, why));
  }

  private static String text(@Nullable Object value) {
    return Optional.ofNullable(value).map(Object::toString).orElse("");
  }
}

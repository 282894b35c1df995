package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cleanclaim.app.patient.TypedFields;
import org.jspecify.annotations.Nullable;

/// An authorization as somebody typed it, field by field.
public record TypedAuthorization(
    String kind,
    String status,
    String number,
    String source,
    String services,
    String units,
    String from,
    String through,
    String contact,
    String note) {
  private static final Pattern UNITS = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,3})?");

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(AuthorizationEntry entry) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// An empty form.
  public static TypedAuthorization blank() {
    return new TypedAuthorization(
        AuthorizationKind.PRIOR_AUTHORIZATION.name(),
        AuthorizationStatus.APPROVED.name(),
        "",
        AuthorizationSource.PHONE.name(),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /// The fields of one that is on file.
  public static TypedAuthorization of(AuthorizationEntry entry) {
    return new TypedAuthorization(
        entry.kind().name(),
        entry.status().name(),
        orEmpty(entry.number()),
        entry.source().name(),
        String.join(" ", entry.services().stream().map(ServiceRange::toString).toList()),
        entry.unitsApproved() == null
            ? ""
            : entry.unitsApproved().stripTrailingZeros().toPlainString(),
        entry.validFrom().toString(),
        orEmpty(entry.validThrough()),
        orEmpty(entry.contact()),
        orEmpty(entry.note()));
  }

  /// Reads the fields.
  public Read read() {
    var faults = new LinkedHashMap<String, String>();
    var readKind = choice(AuthorizationKind.class, "kind", kind, faults);
    var readStatus = choice(AuthorizationStatus.class, "status", status, faults);
    var readSource = choice(AuthorizationSource.class, "source", source, faults);
    var fields = new TypedFields();
    String readNumber = fields.payersNumber("number", number);
    faults.putAll(fields.faults());
    if (readNumber == null && readStatus != null && readStatus.isGiven()) {
      faults.put("number", "What the payer approved has its number. Enter it.");
    }
    List<ServiceRange> ranges = ranges(faults);
    BigDecimal readUnits = units(faults);
    LocalDate first = day("from", from, faults);
    LocalDate last = day("through", through, faults);
    if (first == null && !faults.containsKey("from")) {
      faults.put("from", "Enter the first day of service that it covers.");
    }
    if (first != null && last != null && last.isBefore(first)) {
      faults.put("through", "The last day lies before the first.");
    }
    checkLength("contact", contact, faults);
    checkLength("note", note, faults);
    if (!faults.isEmpty()
        || readKind == null
        || readStatus == null
        || readSource == null
        || first == null) {
      return new Read.Faulty(faults);
    }
    return new Read.Whole(
        new AuthorizationEntry(
            readKind,
            readStatus,
            readNumber,
            readSource,
            ranges,
            readUnits,
            first,
            last,
            blankToNull(contact),
            blankToNull(note)));
  }

  private static <E extends Enum<E>> @Nullable E choice(
      Class<E> type, String field, String value, Map<String, String> faults) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(value.strip())) return one;
    }
    faults.put(field, "Choose one of the list.");
    return null;
  }

  private List<ServiceRange> ranges(Map<String, String> faults) {
    var ranges = new ArrayList<ServiceRange>();
    for (String word : services.toUpperCase(Locale.ROOT).strip().split("[ ,;\\s]+")) {
      if (word.isEmpty()) continue;
      var range = ServiceRange.of(word);
      if (range.isPresent()) ranges.add(range.get());
      else
        faults.putIfAbsent(
            "services",
            "\"%s\" is no code such as 97110 and no range such as 97110-97150.".formatted(word));
    }
    return ranges;
  }

  private @Nullable BigDecimal units(Map<String, String> faults) {
    if (units.isBlank()) return null;
    boolean isNumber = UNITS.matcher(units.strip()).matches();
    var read = isNumber ? new BigDecimal(units.strip()) : BigDecimal.ZERO;
    if (read.signum() > 0) return read;
    faults.put("units", "Units are a number above zero; leave it empty when none are counted.");
    return null;
  }

  private static @Nullable LocalDate day(String field, String text, Map<String, String> faults) {
    if (text.isBlank()) return null;
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      faults.put(field, "A day is written 2026-03-31.");
      return null;
    }
  }

  private static void checkLength(String field, String text, Map<String, String> faults) {
    if (text.length() > 500) faults.put(field, "500 characters at most.");
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text.strip();
  }
}

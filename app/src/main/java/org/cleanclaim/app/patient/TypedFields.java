package org.cleanclaim.app.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.party.Address;
import org.jspecify.annotations.Nullable;

/// Reads fields of a registration form one by one and collects what is wrong with each, in a
/// sentence that says how to write it.
public final class TypedFields {
  private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@,;<>]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)+");
  private static final Pattern PAYERS_NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./-]{0,49}");
  private static final int LONGEST = 60;

  /// Two-letter codes of the states, the District of Columbia, the territories and the military
  /// (USPS Publication 28, appendix B).
  private static final Set<String> STATES =
      Set.of(
          """
          AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
          OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI FM MH PW AA AE AP
          """
              .strip()
              .split("\\s+"));

  private final Map<String, String> faults = new LinkedHashMap<>();

  /// What is wrong so far, by the field's name.
  public Map<String, String> faults() {
    return Map.copyOf(faults);
  }

  /// Adds a fault unless the field has one.
  public void fault(String field, String sentence) {
    faults.putIfAbsent(field, sentence);
  }

  /// A text that has to be there.
  public String needed(String field, String value, String what) {
    String text = value.strip();
    if (text.isEmpty()) fault(field, "Enter " + what + ".");
    if (text.length() > LONGEST) fault(field, LONGEST + " characters at most.");
    return text;
  }

  /// A text that may be missing.
  public @Nullable String optional(String field, String value) {
    String text = value.strip();
    if (text.length() > LONGEST) fault(field, LONGEST + " characters at most.");
    return text.isEmpty() ? null : text;
  }

  /// A day as `2026-03-31` or `3/31/2026`.
  public Optional<LocalDate> day(String field, String value) {
    String text = value.strip();
    if (text.isEmpty()) return Optional.empty();
    try {
      var slashed = SLASHED.matcher(text);
      if (!slashed.matches()) return Optional.of(LocalDate.parse(text));
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(slashed.group(3)),
              Integer.parseInt(slashed.group(1)),
              Integer.parseInt(slashed.group(2))));
    } catch (DateTimeException e) {
      fault(field, "There is no such day. A day is written 2026-03-31 or 3/31/2026.");
      return Optional.empty();
    }
  }

  /// A birth date: not after today and not more than 120 years ago.
  public Optional<LocalDate> birth(String field, String value, LocalDate today) {
    var day = day(field, value);
    if (day.isEmpty() && !faults.containsKey(field)) fault(field, "Enter the birth date.");
    day.filter(d -> d.isAfter(today))
        .ifPresent(d -> fault(field, "The birth date lies after today."));
    day.filter(d -> d.isBefore(today.minusYears(120)))
        .ifPresent(d -> fault(field, "The birth date lies more than 120 years back."));
    return day;
  }

  /// Ten digits of a telephone number in the North American plan, however they are grouped.
  public @Nullable String phone(String field, String value) {
    if (value.isBlank()) return null;
    String digits = value.replaceAll("[^0-9]", "");
    if (digits.length() == 11 && digits.startsWith("1")) digits = digits.substring(1);
    boolean hasOther = !value.replaceAll("[0-9()+./ -]", "").isEmpty();
    if (hasOther || !digits.matches("[2-9][0-9]{2}[2-9][0-9]{6}")) {
      fault(
          field,
          "A phone number has ten digits such as 312-555-0142; neither area nor exchange begins"
              + " with 0 or 1.");
      return null;
    }
    return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
  }

  /// A mail address.
  public @Nullable String email(String field, String value) {
    String text = value.strip();
    if (text.isEmpty()) return null;
    if (!EMAIL.matcher(text).matches()) {
      fault(field, "A mail address is written name@example.org.");
      return null;
    }
    return text;
  }

  /// An NPI with its check digit.
  public @Nullable Npi npi(String field, String value) {
    if (value.isBlank()) return null;
    var npi = Npi.parse(value);
    if (npi.isEmpty()) {
      fault(field, "An NPI has ten digits, and the last one checks the others; one is mistyped.");
    }
    return npi.orElse(null);
  }

  /// A payer's number of an authorization or a referral (REF02 of 837 and 278, 50 characters).
  public @Nullable String payersNumber(String field, @Nullable String value) {
    if (value == null || value.isBlank()) return null;
    String text = value.strip();
    if (!PAYERS_NUMBER.matcher(text).matches()) {
      fault(field, "A number has letters, digits, blanks, dots and hyphens, 50 at most.");
    }
    return text;
  }

  /// The last four digits of a social security number.
  public @Nullable String lastFour(String field, String value) {
    String text = value.strip();
    if (text.isEmpty()) return null;
    if (!text.matches("[0-9]{4}")) fault(field, "The last four digits, no more and no less.");
    return text;
  }

  /// An address in the United States.
  ///
  /// @param prefix of the fields' names
  public Address address(
      String prefix, String line1, String line2, String city, String state, String postalCode) {
    String zip = postalCode.strip().replace("-", "");
    if (!zip.matches("[0-9]{5}([0-9]{4})?")) {
      fault(prefix + "postalCode", "A ZIP code has five digits, or nine as 60614-1234.");
    }
    String code = state.strip().toUpperCase(Locale.ROOT);
    if (!STATES.contains(code)) {
      fault(prefix + "state", "A state is written in two letters such as IL.");
    }
    return new Address(
        needed(prefix + "line1", line1, "the street"),
        optional(prefix + "line2", line2),
        needed(prefix + "city", city, "the city"),
        code,
        zip);
  }
}

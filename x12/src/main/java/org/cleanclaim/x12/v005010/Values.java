package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Characters;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads dates, amounts, quantities and names; what cannot be read becomes a finding and a neutral
/// value.
final class Values {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final Faults faults;
  private final KnownCodes<ProcedureCode> procedures = new KnownCodes<>(ProcedureCode::parse);
  private final KnownCodes<Modifier> modifiers = new KnownCodes<>(Modifier::parse);
  private final KnownCodes<Icd10Cm> diagnoses = new KnownCodes<>(Icd10Cm::parse);
  private final KnownCodes<PlaceOfService> places = new KnownCodes<>(PlaceOfService::parse);
  private final KnownCodes<Carc> reasons = new KnownCodes<>(Carc::parse);

  private final KnownIdentifiers<Npi> npis = new KnownIdentifiers<>(Npi::parse);
  private final KnownIdentifiers<PayerId> payerIds = new KnownIdentifiers<>(PayerId::parse);
  private final KnownIdentifiers<Taxonomy> taxonomies = new KnownIdentifiers<>(Taxonomy::parse);

  // Days recur within a file.
  private final int[] dayNumbers = new int[1024];
  private final @Nullable LocalDate[] days = new LocalDate[1024];

  Values(Faults faults) {
    this.faults = faults;
  }

  Faults faults() {
    return faults;
  }

  @Nullable ProcedureCode procedure(String text) {
    return procedures.of(text);
  }

  @Nullable Npi npi(Segment segment, int element) {
    return npis.of(segment, element);
  }

  /// The number of a payer; one that stands for none where the element holds none.
  PayerId payerId(Segment segment, int element) {
    PayerId id = payerIds.of(segment, element);
    return id == null ? Parties.NO_PAYER_ID : id;
  }

  @Nullable Taxonomy taxonomy(Segment segment, int element) {
    return taxonomies.of(segment, element);
  }

  @Nullable Icd10Cm diagnosis(String text) {
    return diagnoses.of(text);
  }

  @Nullable PlaceOfService place(String text) {
    return places.of(text);
  }

  @Nullable Carc reason(String text) {
    return reasons.of(text);
  }

  /// The modifiers of a service (components 3 to 6); what is none is passed over.
  List<Modifier> modifiers(Segment segment, int composite) {
    List<Modifier> all = List.of();
    int last = Math.min(6, segment.componentCount(composite));
    for (int component = 3; component <= last; component++) {
      String text = segment.component(composite, component);
      if (text.isEmpty()) continue;
      Modifier modifier = modifiers.of(text);
      if (modifier == null) continue;
      if (all.isEmpty()) {
        all = List.of(modifier);
      } else {
        var longer = new ArrayList<>(all);
        longer.add(modifier);
        all = longer;
      }
    }
    return all;
  }

  Money money(Segment segment, int element) {
    long cents = segment.cents(element);
    if (cents == Segment.NO_AMOUNT) {
      unreadable(segment, element, "an amount");
      return Money.ZERO;
    }
    return cents == 0 ? Money.ZERO : Money.ofCents(cents);
  }

  @Nullable Money optionalMoney(Segment segment, int element) {
    return segment.element(element).isEmpty() ? null : money(segment, element);
  }

  BigDecimal quantity(Segment segment, int element, BigDecimal whenAbsent) {
    int whole = segment.wholeNumber(element);
    if (whole >= 0) return BigDecimal.valueOf(whole);
    String text = segment.element(element);
    if (text.isEmpty()) return whenAbsent;
    if (text.length() <= 15 && text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
      return new BigDecimal(text);
    }
    unreadable(segment, element, "a quantity");
    return whenAbsent;
  }

  @Nullable LocalDate date(Segment segment, int element) {
    LocalDate day = plainDay(segment, element, 0);
    return day != null ? day : date(segment, element, segment.element(element));
  }

  /// The first day of a D8 date or an RD8 span.
  @Nullable LocalDate from(Segment segment, int element) {
    LocalDate day = plainDay(segment, element, 0);
    return day != null ? day : fromText(segment, element, segment.element(element));
  }

  /// The last day of a D8 date or an RD8 span.
  @Nullable LocalDate through(Segment segment, int element) {
    LocalDate day = plainDay(segment, element, segment.length(element) == 17 ? 9 : 0);
    return day != null ? day : throughText(segment, element, segment.element(element));
  }

  /// A day of an element that is one day or a span of two; null when it has another form.
  private @Nullable LocalDate plainDay(Segment segment, int element, int offset) {
    int length = segment.length(element);
    if (length != 8 && length != 17) return null;
    int number = segment.eightDigits(element, offset);
    return number < 0 ? null : day(number);
  }

  /// The first day of a date or span that is a component of the element.
  @Nullable LocalDate fromText(Segment segment, int element, String text) {
    int dash = text.indexOf('-');
    return date(segment, element, dash > 0 ? text.substring(0, dash) : text);
  }

  /// The last day of a date or span that is a component of the element.
  @Nullable LocalDate throughText(Segment segment, int element, String text) {
    return date(segment, element, text.substring(text.indexOf('-') + 1));
  }

  private @Nullable LocalDate date(Segment segment, int element, String text) {
    if (text.isEmpty()) return null;
    String day = text.length() > 8 ? text.substring(0, 8) : text;
    LocalDate date = day.length() == 6 ? day("20" + day) : day(day);
    if (date == null) unreadable(segment, element, "a date");
    return date;
  }

  /// A day written `YYYYMMDD`, or null when it is none.
  private @Nullable LocalDate day(String text) {
    if (text.length() != 8 || !Characters.areDigits(text, 0, 8)) return null;
    return day(Integer.parseInt(text));
  }

  private @Nullable LocalDate day(int number) {
    int slot = number & (days.length - 1);
    LocalDate known = days[slot];
    if (known != null && dayNumbers[slot] == number) return known;
    int month = number / 100 % 100;
    int day = number % 100;
    if (month < 1 || month > 12 || day < 1) return null;
    int year = number / 10_000;
    if (day > YearMonth.of(year, month).lengthOfMonth()) return null;
    LocalDate date = LocalDate.of(year, month, day);
    dayNumbers[slot] = number;
    days[slot] = date;
    return date;
  }

  LocalDateTime dateTime(Segment segment, String yymmdd, String hhmm) {
    try {
      String day = yymmdd.length() == 6 ? "20" + yymmdd : yymmdd;
      int hour = hhmm.length() >= 2 ? Integer.parseInt(hhmm.substring(0, 2)) : 0;
      int minute = hhmm.length() >= 4 ? Integer.parseInt(hhmm.substring(2, 4)) : 0;
      return LocalDate.parse(day, DAY).atTime(LocalTime.of(hour, minute));
    } catch (DateTimeException | NumberFormatException e) {
      faults.add(
          Check.DATE,
          segment,
          "The date and time of " + segment.id() + " cannot be read.",
          "Nothing has to be done; no money depends on it.");
      return NO_TIME;
    }
  }

  int integer(Segment segment, int element, int whenAbsent) {
    int whole = segment.wholeNumber(element);
    if (whole >= 0) return whole;
    String text = segment.element(element);
    if (text.isEmpty()) return whenAbsent;
    if (text.matches("-?\\d{1,9}")) return Integer.parseInt(text);
    unreadable(segment, element, "a whole number");
    return whenAbsent;
  }

  /// The name of an NM1 segment.
  static PartyName name(Segment nm1) {
    if (nm1.elementIs(2, "1")) {
      return new PersonName(
          nm1.element(3), orNull(nm1.element(4)), orNull(nm1.element(5)), orNull(nm1.element(7)));
    }
    return new OrganizationName(nm1.element(3));
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void unreadable(Segment segment, int element, String kind) {
    faults.add(
        Check.VALUE,
        segment,
        element,
        "%s%02d does not hold %s.".formatted(segment.id(), element, kind),
        "Ask the sender to correct the value; everything else of the segment was read.");
  }
}

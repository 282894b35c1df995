package org.cleanclaim.edits.payerrule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.cleanclaim.kernel.Money;

/// What the values of a claim field are, and so how they are compared.
public enum FieldType {
  TEXT,
  /// Codes compare character by character; a field may hold several.
  CODE_LIST,
  /// Units, years, counts.
  NUMBER,
  /// US dollars.
  MONEY,
  DATE;

  /// Whether values stand in an order other than that of the alphabet.
  boolean isOrdered() {
    return switch (this) {
      case TEXT, CODE_LIST -> false;
      case NUMBER, MONEY, DATE -> true;
    };
  }

  /// Whether a text is a value of this type.
  boolean holds(String text) {
    return switch (this) {
      case TEXT, CODE_LIST -> true;
      case NUMBER -> number(text).isPresent();
      case MONEY -> Money.parse(text).isPresent();
      case DATE -> day(text).isPresent();
    };
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /// A number as people write it, of at most twelve digits before the point and six after it: one
  /// with an exponent could be as long as memory is large.
  static Optional<BigDecimal> number(String text) {
    return text.matches("-?\\d{1,12}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /// Whether the first of two texts is before (negative), equal to (0) or after the second. Both
  /// have to be values of this type.
  int compare(String a, String b) {
    return switch (this) {
      case TEXT, CODE_LIST -> a.compareTo(b);
      case NUMBER, MONEY -> new BigDecimal(a).compareTo(new BigDecimal(b));
      case DATE -> LocalDate.parse(a).compareTo(LocalDate.parse(b));
    };
  }
}

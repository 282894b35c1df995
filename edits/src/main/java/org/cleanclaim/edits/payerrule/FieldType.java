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

  /// A value as it compares; empty when the text is no value of this type.
  Optional<Comparable<?>> value(String text) {
    try {
      return switch (this) {
        case TEXT, CODE_LIST -> Optional.of(text);
        case NUMBER -> Optional.of(new BigDecimal(text).stripTrailingZeros());
        case MONEY -> Money.parse(text).map(m -> m);
        case DATE -> Optional.of(LocalDate.parse(text));
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
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

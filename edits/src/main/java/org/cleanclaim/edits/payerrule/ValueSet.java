package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.Money;

/// The values that a comparison names: single ones, ranges of codes (`99202..99215`) and beginnings
/// of codes (`J*`).
final class ValueSet {
  private record Range(String first, String last) {
    /// Codes of the same length compare character by character.
    boolean holds(String value) {
      return value.length() == first.length()
          && value.compareTo(first) >= 0
          && value.compareTo(last) <= 0;
    }
  }

  private final FieldType type;
  private final Set<String> single = new HashSet<>();
  private final List<Range> ranges = new ArrayList<>();
  private final List<String> beginnings = new ArrayList<>();

  private ValueSet(FieldType type) {
    this.type = type;
  }

  static ValueSet of(FieldType type, List<String> values) {
    var set = new ValueSet(type);
    for (String value : values) {
      int dots = value.indexOf("..");
      if (!type.isOrdered() && dots > 0) {
        set.ranges.add(new Range(value.substring(0, dots), value.substring(dots + 2)));
      } else if (!type.isOrdered() && value.endsWith("*")) {
        set.beginnings.add(value.substring(0, value.length() - 1));
      } else {
        set.single.add(set.plain(value));
      }
    }
    return set;
  }

  boolean holds(String value) {
    if (single.contains(plain(value))) return true;
    for (Range range : ranges) {
      if (range.holds(value)) return true;
    }
    for (String beginning : beginnings) {
      if (value.startsWith(beginning)) return true;
    }
    return false;
  }

  /// Whether no value can be in both sets, as far as their single values tell.
  boolean isApartFrom(ValueSet other) {
    for (String value : single) {
      if (other.holds(value)) return false;
    }
    for (String value : other.single) {
      if (holds(value)) return false;
    }
    return (ranges.isEmpty() && beginnings.isEmpty())
        || (other.ranges.isEmpty() && other.beginnings.isEmpty());
  }

  /// Numbers and amounts are equal however they are written.
  private String plain(String value) {
    return switch (type) {
      case NUMBER ->
          FieldType.number(value).map(n -> n.stripTrailingZeros().toPlainString()).orElse(value);
      case MONEY -> Money.parse(value).map(Money::toString).orElse(value);
      case TEXT, CODE_LIST, DATE -> value;
    };
  }
}

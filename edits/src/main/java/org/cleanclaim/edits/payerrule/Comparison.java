package org.cleanclaim.edits.payerrule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A field compared with values: `line.procedure is 99202..99215, G0438`. Several values of a list
/// are asked one by one: `is` wants one of them to fit, `is not` none.
public final class Comparison implements PayerCondition {

  /// The ways to compare, in the words that people write.
  public enum Operator {
    MISSING("is missing"),
    PRESENT("is present"),
    AT_LEAST("is at least"),
    AT_MOST("is at most"),
    MORE("is more than"),
    LESS("is less than"),
    IS_NOT("is not"),
    IS("is"),
    NO_MATCH("does not match"),
    MATCH("matches"),
    CONTAINS("contains");

    private final String words;

    Operator(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// A comparison that cannot be; the message says why.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final ClaimField field;
  private final Operator operator;
  private final List<String> values;
  private final ValueSet set;
  private final @Nullable Pattern pattern;

  private Comparison(
      ClaimField field, Operator operator, List<String> values, @Nullable Pattern pattern) {
    this.field = field;
    this.operator = operator;
    this.values = List.copyOf(values);
    this.pattern = pattern;
    this.set = ValueSet.of(field.type(), values);
  }

  /// @throws Refused when the field cannot be compared so, or with such values
  static Comparison of(ClaimField field, Operator operator, List<String> values) throws Refused {
    boolean isBare = operator == Operator.MISSING || operator == Operator.PRESENT;
    if (isBare != values.isEmpty()) {
      throw new Refused(
          isBare
              ? "\"" + operator.words() + "\" takes no value"
              : "\"" + operator.words() + "\" needs a value");
    }
    return switch (operator) {
      case MISSING, PRESENT -> new Comparison(field, operator, values, null);
      case AT_LEAST, AT_MOST, MORE, LESS -> {
        if (!field.type().isOrdered()) {
          throw new Refused(field.title() + " is text and has no order");
        }
        checkValues(field, values.subList(0, 1));
        yield new Comparison(field, operator, values.subList(0, 1), null);
      }
      case IS, IS_NOT -> {
        if (field.type().isOrdered()) checkValues(field, values);
        yield new Comparison(field, operator, values, null);
      }
      case MATCH, NO_MATCH -> {
        try {
          yield new Comparison(field, operator, values, Pattern.compile(values.getFirst()));
        } catch (PatternSyntaxException e) {
          throw new Refused("the pattern is not in form: " + e.getDescription());
        }
      }
      case CONTAINS -> new Comparison(field, operator, values, null);
    };
  }

  private static void checkValues(ClaimField field, List<String> values) throws Refused {
    for (String value : values) {
      if (!field.type().holds(value)) {
        throw new Refused(
            "\"%s\" is no %s, which %s holds"
                .formatted(value, field.type().name().toLowerCase(Locale.ROOT), field.title()));
      }
    }
  }

  public ClaimField field() {
    return field;
  }

  public Operator operator() {
    return operator;
  }

  public List<String> values() {
    return values;
  }

  @Override
  public Set<ClaimField> lineFields() {
    return field.isOfLine() ? Set.of(field) : Set.of();
  }

  @Override
  public Answer answer(Facts facts) {
    return Answer.of(holds(facts.values(field)));
  }

  private boolean holds(List<String> actual) {
    return switch (operator) {
      case MISSING -> actual.isEmpty();
      case PRESENT -> !actual.isEmpty();
      case IS -> anyIn(actual);
      case IS_NOT -> !anyIn(actual);
      case MATCH -> !actual.isEmpty() && anyMatches(actual);
      case NO_MATCH -> !actual.isEmpty() && !anyMatches(actual);
      case CONTAINS -> anyContains(actual);
      case AT_LEAST, AT_MOST, MORE, LESS -> anyOrdered(actual);
    };
  }

  private boolean anyIn(List<String> actual) {
    for (String value : actual) {
      if (set.holds(value)) return true;
    }
    return false;
  }

  private boolean anyMatches(List<String> actual) {
    for (String value : actual) {
      if (pattern != null && pattern.matches(value)) return true;
    }
    return false;
  }

  private boolean anyContains(List<String> actual) {
    for (String value : actual) {
      String small = value.toLowerCase(Locale.ROOT);
      for (String wanted : values) {
        if (small.contains(wanted.toLowerCase(Locale.ROOT))) return true;
      }
    }
    return false;
  }

  private boolean anyOrdered(List<String> actual) {
    for (String value : actual) {
      int order = field.type().compare(value, values.getFirst());
      boolean isSo =
          switch (operator) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case LESS -> order < 0;
            case MISSING, PRESENT, IS, IS_NOT, MATCH, NO_MATCH, CONTAINS -> false;
          };
      if (isSo) return true;
    }
    return false;
  }

  /// As people write it.
  @Override
  public String toString() {
    String start = field.title() + " " + operator.words();
    return values.isEmpty() ? start : start + " " + String.join(", ", values);
  }
}

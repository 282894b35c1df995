package org.cleanclaim.grouping.hhs;

import java.util.List;

/// When a statement of the model takes effect, over the values of its variables.
sealed interface Condition {
  boolean holds(int[] values);

  /// Compares a variable with a number.
  record Comparison(int variable, Relation relation, int number) implements Condition {
    @Override
    public boolean holds(int[] values) {
      return switch (relation) {
        case EQUAL -> values[variable] == number;
        case AT_MOST -> values[variable] <= number;
        case LESS -> values[variable] < number;
        case AT_LEAST -> values[variable] >= number;
        case MORE -> values[variable] > number;
      };
    }
  }

  enum Relation {
    EQUAL,
    AT_MOST,
    LESS,
    AT_LEAST,
    MORE;

    static Relation of(String sign) {
      return switch (sign) {
        case "=" -> EQUAL;
        case "<=" -> AT_MOST;
        case "<" -> LESS;
        case ">=" -> AT_LEAST;
        case ">" -> MORE;
        default -> throw new IllegalArgumentException("no relation: " + sign);
      };
    }
  }

  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] values) {
      for (Condition part : parts) {
        if (!part.holds(values)) return false;
      }
      return true;
    }
  }

  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(int[] values) {
      for (Condition part : parts) {
        if (part.holds(values)) return true;
      }
      return false;
    }
  }
}

package org.cleanclaim.edits.payerrule;

import java.util.List;
import java.util.Set;

/// Asks how many lines of the claim fulfil conditions, whichever line the rule is looking at.
public record LineCondition(Quantity quantity, List<PayerCondition> conditions)
    implements PayerCondition {

  /// How many lines there have to be.
  public enum Quantity {
    ANY("any line"),
    NONE("no line"),
    EVERY("every line");

    private final String words;

    Quantity(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public LineCondition {
    conditions = List.copyOf(conditions);
  }

  @Override
  public Answer answer(Facts facts) {
    boolean isUndecided = false;
    int hits = 0;
    for (Facts each : facts.lines()) {
      Answer answer = AnyOf.all(conditions, each);
      if (answer == Answer.YES) hits++;
      isUndecided |= answer == Answer.UNDECIDED;
    }
    if (isUndecided) return Answer.UNDECIDED;
    return Answer.of(
        switch (quantity) {
          case ANY -> hits > 0;
          case NONE -> hits == 0;
          case EVERY -> hits == facts.lines().size();
        });
  }

  @Override
  public Set<ClaimField> lineFields() {
    return Set.of();
  }
}

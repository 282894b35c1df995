package org.cleanclaim.edits.payerrule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Holds when one of several conditions does.
public record AnyOf(List<PayerCondition> conditions) implements PayerCondition {
  public AnyOf {
    conditions = List.copyOf(conditions);
  }

  @Override
  public Answer answer(Facts facts) {
    Answer answer = Answer.NO;
    for (PayerCondition condition : conditions) {
      switch (condition.answer(facts)) {
        case YES -> {
          return Answer.YES;
        }
        case UNDECIDED -> answer = Answer.UNDECIDED;
        case NO -> {}
      }
    }
    return answer;
  }

  @Override
  public Set<ClaimField> lineFields() {
    return union(conditions);
  }

  static Set<ClaimField> union(List<PayerCondition> conditions) {
    var fields = EnumSet.noneOf(ClaimField.class);
    conditions.forEach(condition -> fields.addAll(condition.lineFields()));
    return fields;
  }

  /// Whether all of several conditions hold; a clear no ends the question.
  static Answer all(List<PayerCondition> conditions, Facts facts) {
    Answer answer = Answer.YES;
    for (PayerCondition condition : conditions) {
      switch (condition.answer(facts)) {
        case NO -> {
          return Answer.NO;
        }
        case UNDECIDED -> answer = Answer.UNDECIDED;
        case YES -> {}
      }
    }
    return answer;
  }
}

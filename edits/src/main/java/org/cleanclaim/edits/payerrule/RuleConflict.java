package org.cleanclaim.edits.payerrule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.cleanclaim.edits.payerrule.Comparison.Operator;
import org.cleanclaim.edits.payerrule.PayerAction.Manner;
import org.cleanclaim.edits.payerrule.PayerAction.Write;

/// Two rules that undo each other: what one writes, the other takes back. Nothing runs in circles,
/// as each rule is asked once; but one of the two is not meant so.
///
/// @param first the rule that goes first
/// @param field what both write
public record RuleConflict(PayerRule first, PayerRule second, ClaimField field) {

  /// All pairs among rules that may be in force on one day for one claim.
  static List<RuleConflict> among(List<PayerRule> rules) {
    var conflicts = new ArrayList<RuleConflict>();
    for (int i = 0; i < rules.size(); i++) {
      for (int j = i + 1; j < rules.size(); j++) {
        PayerRule a = rules.get(i);
        PayerRule b = rules.get(j);
        if (!a.period().overlaps(b.period()) || !a.scope().meets(b.scope())) continue;
        ClaimField field = undone(a, b);
        if (field == null) continue;
        conflicts.add(
            PayerRules.IN_ORDER.compare(a, b) < 0
                ? new RuleConflict(a, b, field)
                : new RuleConflict(b, a, field));
      }
    }
    return conflicts;
  }

  private static @org.jspecify.annotations.Nullable ClaimField undone(PayerRule a, PayerRule b) {
    for (PayerAction first : a.actions()) {
      for (PayerAction second : b.actions()) {
        if (first instanceof Write one
            && second instanceof Write other
            && one.field() == other.field()
            && undo(a, one, b, other)
            && mayMeet(a, b, one.field())) return one.field();
      }
    }
    return null;
  }

  private static boolean undo(PayerRule a, Write one, PayerRule b, Write other) {
    boolean isAddRemove =
        (one.manner() == Manner.ADD && other.manner() == Manner.REMOVE)
            || (one.manner() == Manner.REMOVE && other.manner() == Manner.ADD);
    if (isAddRemove) {
      var shared = new HashSet<>(one.values());
      shared.retainAll(other.values());
      return !shared.isEmpty();
    }
    if (one.manner() == Manner.SET && other.manner() == Manner.REMOVE) return takes(other, one);
    if (one.manner() == Manner.REMOVE && other.manner() == Manner.SET) return takes(one, other);
    return one.manner() == Manner.SET
        && other.manner() == Manner.SET
        && !one.values().equals(other.values())
        && fires(a, other)
        && fires(b, one);
  }

  /// Whether one action removes what the other sets.
  private static boolean takes(Write remove, Write set) {
    return !Collections.disjoint(remove.values(), set.values());
  }

  /// Whether a rule may fire on the value that the other writes.
  private static boolean fires(PayerRule rule, Write write) {
    for (PayerCondition condition : rule.conditions()) {
      if (condition instanceof Comparison comparison && comparison.field() == write.field()) {
        var set = ValueSet.of(write.field().type(), comparison.values());
        boolean isThere = write.values().stream().anyMatch(set::holds);
        boolean isOut =
            switch (comparison.operator()) {
              case IS -> !isThere;
              case IS_NOT -> isThere;
              case MISSING -> !write.values().isEmpty();
              case PRESENT -> write.values().isEmpty();
              case AT_LEAST, AT_MOST, MORE, LESS, MATCH, NO_MATCH, CONTAINS -> false;
            };
        if (isOut) return false;
      }
    }
    return true;
  }

  /// Whether conditions on other fields let both rules fire on one claim.
  private static boolean mayMeet(PayerRule a, PayerRule b, ClaimField written) {
    for (PayerCondition first : a.conditions()) {
      for (PayerCondition second : b.conditions()) {
        if (first instanceof Comparison one
            && second instanceof Comparison other
            && one.field() == other.field()
            && one.field() != written
            && one.field().type() != FieldType.CODE_LIST
            && one.operator() == Operator.IS
            && other.operator() == Operator.IS
            && ValueSet.of(one.field().type(), one.values())
                .isApartFrom(ValueSet.of(other.field().type(), other.values()))) return false;
      }
    }
    return true;
  }

  /// What is wrong, in one sentence.
  public String reason() {
    return "%s and %s undo each other at %s; %s has the last word."
        .formatted(first.id(), second.id(), field.title(), second.id());
  }

  /// What to do about it.
  public String remedy() {
    return "Narrow the conditions of one of them, or retire it.";
  }
}

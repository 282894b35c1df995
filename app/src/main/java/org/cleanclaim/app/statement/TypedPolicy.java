package org.cleanclaim.app.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.app.patient.TypedFields;
import org.cleanclaim.kernel.Money;

/// A policy of patient billing as somebody typed it, field by field.
///
/// @param values by [PolicyField#key]
/// @param from the day from which it shall hold
/// @param version of the policy that was changed
public record TypedPolicy(Map<String, String> values, String from, int version) {
  private static final String FROM = "from";

  public TypedPolicy {
    values = Map.copyOf(values);
  }

  /// What came of reading the fields.
  public sealed interface Read {
    /// All fields can be.
    record Whole(BillingPolicy policy, LocalDate from) implements Read {}

    /// Some cannot: a sentence for each, by the field's name.
    record Faulty(Map<String, String> faults) implements Read {
      public Faulty {
        faults = Map.copyOf(faults);
      }
    }
  }

  /// Reads the fields.
  ///
  /// @param today before which no policy is changed any more
  public Read read(LocalDate today) {
    var faults = new TreeMap<String, String>();
    LocalDate day = day(today, faults);
    int collectionDays = whole(PolicyField.COLLECTION_DAYS, faults);
    boolean isCharitable = text(PolicyField.CHARITABLE_HOSPITAL).equals("yes");
    if (isCharitable && collectionDays < BillingPolicy.CHARITABLE_DAYS) {
      faults.putIfAbsent(PolicyField.COLLECTION_DAYS.key(), BillingPolicy.CHARITABLE_RULE);
      collectionDays = BillingPolicy.CHARITABLE_DAYS;
    }
    var policy =
        new BillingPolicy(
            whole(PolicyField.DAYS_TO_PAY, faults),
            whole(PolicyField.CYCLE_DAYS, faults),
            whole(PolicyField.STATEMENTS_BEFORE_COLLECTION, faults),
            collectionDays,
            isCharitable,
            money(PolicyField.SMALL_BALANCE, faults),
            whole(PolicyField.SMALL_BALANCE_DAYS, faults),
            money(PolicyField.SMALL_BALANCE_YEARLY, faults),
            whole(PolicyField.PLAN_MOST_MONTHS, faults),
            money(PolicyField.PLAN_LEAST_INSTALMENT, faults),
            whole(PolicyField.PLAN_GRACE_DAYS, faults),
            whole(PolicyField.PLAN_MISSED_LIMIT, faults),
            whole(PolicyField.LINK_DAYS, faults),
            whole(PolicyField.DISPUTE_ANSWER_DAYS, faults),
            whole(PolicyField.CREDIT_DAYS, faults),
            money(PolicyField.POVERTY_BASE, faults),
            money(PolicyField.POVERTY_PER_PERSON, faults),
            text(PolicyField.POVERTY_SOURCE),
            tiers(faults),
            version);
    PolicyField.flaws(policy).forEach((field, flaw) -> faults.putIfAbsent(field.key(), flaw));
    return faults.isEmpty() ? new Read.Whole(policy, day) : new Read.Faulty(faults);
  }

  private LocalDate day(LocalDate today, Map<String, String> faults) {
    var fields = new TypedFields();
    var day = fields.day(FROM, from.strip());
    faults.putAll(fields.faults());
    if (day.isEmpty()) {
      faults.putIfAbsent(FROM, "Enter the day from which it holds.");
    } else if (day.get().isBefore(today)) {
      faults.put(FROM, "What is past was done by the policy before.");
    }
    return day.orElse(today);
  }

  private String text(PolicyField field) {
    return values.getOrDefault(field.key(), "").strip();
  }

  private int whole(PolicyField field, Map<String, String> faults) {
    String typed = text(field);
    if (typed.matches("\\d{1,6}")) return Integer.parseInt(typed);
    faults.put(field.key(), field.title() + " is a whole number.");
    return 0;
  }

  private Money money(PolicyField field, Map<String, String> faults) {
    return Money.parse(text(field))
        .orElseGet(() -> {
          faults.put(field.key(), "\"%s\" is no amount in dollars.".formatted(text(field)));
          return Money.ZERO;
        });
  }

  private List<AssistanceTier> tiers(Map<String, String> faults) {
    try {
      return AssistanceTier.read(text(PolicyField.ASSISTANCE_TIERS));
    } catch (BillingRefusal refusal) {
      faults.put(PolicyField.ASSISTANCE_TIERS.key(), String.valueOf(refusal.getMessage()));
      return List.of();
    }
  }
}

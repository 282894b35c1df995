package org.cleanclaim.app.contract;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payer has agreed to allow for one unit, held in memory.
public final class AllowedAmounts {
  static final AllowedAmounts NONE = new AllowedAmounts(List.of());

  record Row(
      String procedure,
      String modifier,
      Money amount,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    boolean holdsOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
  }

  private final Map<String, List<Row>> byProcedure = new HashMap<>();

  AllowedAmounts(List<Row> rows) {
    for (Row row : rows) {
      byProcedure.computeIfAbsent(row.procedure, p -> new java.util.ArrayList<>()).add(row);
    }
  }

  /// Nothing was agreed.
  public static AllowedAmounts none() {
    return NONE;
  }

  /// The amount on a day; a price for the code with one of the modifiers goes before the price for
  /// the code alone.
  public Optional<Money> on(ProcedureCode procedure, List<Modifier> modifiers, LocalDate day) {
    Money plain = null;
    for (Row row : byProcedure.getOrDefault(procedure.value(), List.of())) {
      if (!row.holdsOn(day)) continue;
      if (row.modifier.isEmpty()) {
        plain = row.amount;
      } else if (modifiers.stream().anyMatch(m -> m.value().equals(row.modifier))) {
        return Optional.of(row.amount);
      }
    }
    return Optional.ofNullable(plain);
  }
}

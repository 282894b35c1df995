package org.cleanclaim.pricing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Prices by code, modifier and day of service.
public final class FeeSchedule {

  /// @param modifier the price holds for the code with this modifier; null for the code alone
  public record Row(
      ProcedureCode procedure, @Nullable Modifier modifier, Money amount, EffectivePeriod period) {}

  /// What came of reading a schedule.
  public sealed interface ReadResult {
    record Read(FeeSchedule schedule) implements ReadResult {}

    /// The file is refused whole.
    ///
    /// @param problems one sentence for each faulty line, with its number and the remedy
    record Refused(List<String> problems) implements ReadResult {}
  }

  private final List<Row> rows;
  private final Map<ProcedureCode, List<Row>> byProcedure = new HashMap<>();

  private FeeSchedule(List<Row> rows) {
    this.rows = List.copyOf(rows);
    for (Row row : rows) {
      byProcedure.computeIfAbsent(row.procedure(), p -> new ArrayList<>()).add(row);
    }
  }

  /// A schedule of rows that do not overlap.
  public static FeeSchedule of(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (overlap(rows.get(i), rows.get(j))) {
          throw new IllegalArgumentException(
              "two prices for " + rows.get(i).procedure() + " on one day");
        }
      }
    }
    return new FeeSchedule(rows);
  }

  /// Reads tab-separated lines `code, modifier, amount, from, until` under a header; `until` is the
  /// first day on which the price no longer holds and may be empty.
  public static ReadResult read(String name, Reader source) throws IOException {
    var rows = new ArrayList<Row>();
    var problems = new ArrayList<String>();
    var lines = new BufferedReader(source);
    int number = 0;
    boolean isHeader = true;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) continue;
      if (isHeader) {
        isHeader = false;
        continue;
      }
      var row = row(line.split("\t", -1));
      if (row.isEmpty()) {
        problems.add(
            "%s, line %d: a price needs a code, an amount and a date from which it holds. Complete the line."
                .formatted(name, number));
        continue;
      }
      for (Row earlier : rows) {
        if (overlap(earlier, row.get())) {
          problems.add(
              "%s, line %d: %s has another price for some of these days. End the earlier one first."
                  .formatted(name, number, row.get().procedure()));
        }
      }
      rows.add(row.get());
    }
    if (rows.isEmpty() && problems.isEmpty())
      problems.add(name + " holds no price. Add lines below the header.");
    return problems.isEmpty()
        ? new ReadResult.Read(new FeeSchedule(rows))
        : new ReadResult.Refused(List.copyOf(problems));
  }

  private static Optional<Row> row(String[] cells) {
    if (cells.length < 4) return Optional.empty();
    var procedure = ProcedureCode.parse(cells[0]);
    var amount = Money.parse(cells[2]);
    if (procedure.isEmpty() || amount.isEmpty() || amount.get().isNegative())
      return Optional.empty();
    Modifier modifier = null;
    if (!cells[1].isBlank()) {
      modifier = Modifier.parse(cells[1]).orElse(null);
      if (modifier == null) return Optional.empty();
    }
    try {
      LocalDate from = LocalDate.parse(cells[3].strip());
      LocalDate until =
          cells.length > 4 && !cells[4].isBlank() ? LocalDate.parse(cells[4].strip()) : null;
      if (until != null && !until.isAfter(from)) return Optional.empty();
      return Optional.of(
          new Row(procedure.get(), modifier, amount.get(), new EffectivePeriod(from, until)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean overlap(Row a, Row b) {
    return a.procedure().equals(b.procedure())
        && java.util.Objects.equals(a.modifier(), b.modifier())
        && a.period().overlaps(b.period());
  }

  /// The price of one unit: that of the code with one of the modifiers before that of the code
  /// alone.
  public Optional<Money> price(
      ProcedureCode procedure, List<Modifier> modifiers, LocalDate servedOn) {
    Row best = null;
    for (Row row : byProcedure.getOrDefault(procedure, List.of())) {
      if (!row.period().contains(servedOn)) continue;
      if (row.modifier() != null && !modifiers.contains(row.modifier())) continue;
      if (best == null || best.modifier() == null) best = row;
    }
    return Optional.ofNullable(best).map(Row::amount);
  }

  public List<Row> rows() {
    return rows;
  }
}

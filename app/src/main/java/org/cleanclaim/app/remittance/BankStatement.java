package org.cleanclaim.app.remittance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.app.remittance.BankDeposits.StatementLine;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;

/// Reads a bank's list of deposits (CSV with a header line). Banks name their columns differently;
/// what is not understood is refused whole, with the line, and nothing is taken.
public final class BankStatement {
  private static final List<String> DATES =
      List.of(
          "date", "deposited on", "posting date", "post date", "transaction date", "deposit date");
  private static final List<String> AMOUNTS =
      List.of("amount", "credit", "deposit", "credit amount");
  private static final List<String> TRACES =
      List.of("trace", "trace number", "reference", "check number", "check", "eft number", "trn");
  private static final List<String> DESCRIPTIONS =
      List.of("description", "memo", "details", "payee", "name");
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);

  /// What one deposit comes to at most; more is no list of deposits.
  private static final Money MOST = Money.of("1000000000");

  private BankStatement() {}

  /// The deposits and withdrawals (negative) of a statement; lines without amount are passed over.
  ///
  /// @throws RemittanceRefusal naming the line that cannot be read
  public static List<StatementLine> read(String csv) {
    var lines = new ArrayList<StatementLine>();
    try (var reader =
        CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
      for (NamedCsvRecord row : reader) {
        var line = line(row);
        if (line != null) lines.add(line);
      }
    } catch (CsvParseException e) {
      throw new RemittanceRefusal(
          "The statement is no CSV file: %s Nothing was taken.".formatted(e.getMessage()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e); // text in memory is always readable
    }
    if (lines.isEmpty()) {
      throw new RemittanceRefusal("The statement has no line with an amount. Nothing was taken.");
    }
    return lines;
  }

  private static @Nullable StatementLine line(NamedCsvRecord row) {
    String day = required(row, DATES, "the day");
    String amount = required(row, AMOUNTS, "the amount");
    if (amount.isBlank()) return null;
    Money money =
        Money.parse(amount.replace("$", "").replace(",", ""))
            .orElseThrow(() -> refusal(row, "\"" + amount + "\" is no amount"));
    if (money.isZero()) return null;
    if (money.abs().compareTo(MOST) > 0) {
      throw refusal(row, "%s is more than %s".formatted(amount, MOST.grouped()));
    }
    LocalDate date =
        day(day).orElseThrow(() -> refusal(row, "\"" + day + "\" is no day such as 2026-03-31"));
    String trace = value(row, TRACES).orElse("");
    return new StatementLine(
        date,
        money,
        trace.isBlank() ? null : trace.strip(),
        value(row, DESCRIPTIONS).orElse("").strip());
  }

  private static RemittanceRefusal refusal(NamedCsvRecord row, String what) {
    return new RemittanceRefusal(
        "Line %d of the statement: %s. Nothing was taken; correct the line and send it again."
            .formatted(row.getStartingLineNumber(), what));
  }

  private static String required(NamedCsvRecord row, List<String> names, String what) {
    return value(row, names)
        .orElseThrow(() ->
            new RemittanceRefusal(
                "The statement has no column for %s. Name it \"%s\". Nothing was taken."
                    .formatted(what, names.getFirst())));
  }

  private static Optional<String> value(NamedCsvRecord row, List<String> names) {
    for (String name : names) {
      for (String column : row.getHeader()) {
        if (column.strip().toLowerCase(Locale.ROOT).equals(name)) return row.findField(column);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(
          text.contains("/")
              ? LocalDate.parse(text.strip(), AMERICAN)
              : LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

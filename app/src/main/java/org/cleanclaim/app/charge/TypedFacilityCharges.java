package org.cleanclaim.app.charge;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Drug;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// Charges of a hospital bill as people type them, one a line: revenue code, procedure with its
/// modifiers or `-`, units, amount, first day and, where it differs, last day: `0120 - 3 3600.00
/// 2026-03-01 2026-03-03`, `0450 99284-25 1 850.00 2026-03-01`. A drug stands at the end with its
/// quantity and unit: `0636 J1885 1 25.00 2026-03-01 NDC 0409-3795-01 1 ML`.
public final class TypedFacilityCharges {
  private static final int FEWEST_WORDS = 5;
  private static final int MOST_WORDS = 6;
  private static final int DRUG_WORDS = 3;

  private TypedFacilityCharges() {}

  /// @throws IllegalStateException with the line that cannot be read and what it should be
  public static List<FacilityCharge> read(String text) {
    var charges = new ArrayList<FacilityCharge>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) charges.add(read(line.strip(), number));
    }
    return charges;
  }

  private static FacilityCharge read(String line, int number) {
    var drug = line.split("(?i)\\s+NDC\\s+", 2);
    var words = drug[0].split("\\s+");
    if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) {
      throw unreadable(number, "it has five or six words, and of a drug NDC with three more");
    }
    if (!words[0].matches("\\d{4}")) throw unreadable(number, "a revenue code has four digits");
    var service = words[1].split("-");
    boolean hasProcedure = service.length > 0 && !service[0].isEmpty();
    try {
      var from = LocalDate.parse(words[4]);
      var units = new BigDecimal(words[2]);
      Money amount = Money.of(words[3]);
      var through = words.length == MOST_WORDS ? LocalDate.parse(words[5]) : from;
      if (units.signum() <= 0 || amount.isNegative() || through.isBefore(from)) {
        throw unreadable(number, "units are more than zero, and no line ends before it begins");
      }
      return new FacilityCharge(
          number,
          words[0],
          hasProcedure ? new ProcedureCode(service[0]) : null,
          hasProcedure ? Arrays.stream(service).skip(1).map(Modifier::new).toList() : List.of(),
          units,
          amount,
          from,
          through,
          drug.length == 1 ? null : drug(drug[1], number));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw unreadable(
          number, "it is revenue code, procedure or -, units, amount, first day, last day");
    }
  }

  private static @Nullable Drug drug(String typed, int number) {
    var words = typed.strip().split("\\s+");
    if (words.length != DRUG_WORDS) {
      throw unreadable(number, "after NDC stand the number, the quantity and its unit");
    }
    try {
      return new TypedDrug(words[0], words[1], words[2]).read();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "Line %d of the charges cannot be read: %s".formatted(number, e.getMessage()), e);
    }
  }

  private static IllegalStateException unreadable(int number, String how) {
    return new IllegalStateException(
        "Line %d of the charges cannot be read: %s.".formatted(number, how));
  }
}

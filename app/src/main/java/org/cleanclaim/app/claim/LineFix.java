package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;
import org.jspecify.annotations.Nullable;

/// A change of service lines, each by itself: where one cannot be changed the others are.
record LineFix(FixKind kind, String value) {
  /// A line has four modifiers and points to four diagnoses at most (SV101, SV107).
  private static final int MOST_PER_LINE = 4;

  /// Whether the value can be used on any line.
  static boolean isReadable(FixKind kind, String value) {
    return switch (kind) {
      case DIAGNOSIS_POINTERS -> pointers(value).isPresent();
      case UNITS -> units(value).isPresent();
      case SERVICE_DATES -> days(value).isPresent();
      default -> throw new IllegalStateException(kind + " reads its value itself");
    };
  }

  /// What came of one line.
  private sealed interface Outcome {
    record Line(ServiceLine mended) implements Outcome {}

    /// The line is no more.
    record Gone() implements Outcome {}

    record Not(String why) implements Outcome {}
  }

  /// @param wanted numbers of the lines that the finding names; empty for all lines
  Fix.Result applyTo(Claim claim, Set<Integer> wanted) {
    var numbers = claim.lines().stream().map(ServiceLine::number).collect(Collectors.toSet());
    for (int number : wanted) {
      if (!numbers.contains(number)) {
        return new Fix.Result.Refused("It has no line " + number + ".");
      }
    }
    if (wanted.isEmpty() && kind.wantsNamedLines()) {
      return new Fix.Result.Refused("The finding names no line. Change the claim by itself.");
    }
    var lines = new ArrayList<ServiceLine>();
    var before = new ArrayList<String>();
    var after = new ArrayList<String>();
    String refusal = null;
    for (ServiceLine line : claim.lines()) {
      if (!wanted.isEmpty() && !wanted.contains(line.number())) {
        lines.add(line);
        continue;
      }
      switch (change(claim, line)) {
        case Outcome.Line(ServiceLine mended) -> {
          lines.add(mended);
          before.add(inWords(line));
          after.add(inWords(mended));
        }
        case Outcome.Gone _ -> {
          before.add(inWords(line));
          after.add("line %d taken off".formatted(line.number()));
        }
        case Outcome.Not(String why) -> {
          lines.add(line);
          refusal = why;
        }
      }
    }
    if (before.isEmpty()) {
      return new Fix.Result.Refused(refusal == null ? "It has no lines." : refusal);
    }
    if (lines.isEmpty()) {
      return new Fix.Result.Refused(
          "No line would be left. Correct the charges of the visit instead.");
    }
    return new Fix.Result.Changed(
        ClaimCopies.lines(claim, numbered(lines)),
        String.join("; ", before),
        String.join("; ", after));
  }

  /// Lines are numbered without gaps (LX01); their control numbers go on naming the charges.
  private static List<ServiceLine> numbered(List<ServiceLine> lines) {
    var numbered = new ArrayList<ServiceLine>();
    for (ServiceLine line : lines) {
      int number = numbered.size() + 1;
      numbered.add(line.number() == number ? line : ClaimCopies.number(line, number));
    }
    return numbered;
  }

  private Outcome change(Claim claim, ServiceLine line) {
    return switch (kind) {
      case ADD_MODIFIER -> addModifier(line, Modifier.parse(value).orElseThrow());
      case REMOVE_MODIFIER -> removeModifier(line, Modifier.parse(value).orElseThrow());
      case DIAGNOSIS_POINTERS -> point(claim, line, pointers(value).orElseThrow());
      case UNITS -> setUnits(line, units(value).orElseThrow());
      case SERVICE_DATES -> serve(line, days(value).orElseThrow());
      case REMOVE_LINE -> new Outcome.Gone();
      case FIRST_DIAGNOSIS,
          PLACE_OF_SERVICE,
          AUTHORIZATION_NUMBER,
          MEMBER_ID,
          CARRIER_CLAIM_NUMBER ->
          throw new IllegalStateException(kind + " does not change lines");
    };
  }

  private static Outcome addModifier(ServiceLine line, Modifier modifier) {
    if (line.modifiers().contains(modifier)) {
      return new Outcome.Not("Line " + line.number() + " has modifier " + modifier + " already.");
    }
    if (line.modifiers().size() >= MOST_PER_LINE) {
      return new Outcome.Not(
          "Line %d has %d modifiers; it cannot take another."
              .formatted(line.number(), line.modifiers().size()));
    }
    var modifiers = new ArrayList<>(line.modifiers());
    modifiers.add(modifier);
    return new Outcome.Line(ClaimCopies.modifiers(line, modifiers));
  }

  /// A modifier that stands twice goes away once, so that a repeated one is mended.
  private static Outcome removeModifier(ServiceLine line, Modifier modifier) {
    var modifiers = new ArrayList<>(line.modifiers());
    int last = modifiers.lastIndexOf(modifier);
    if (last < 0) {
      return new Outcome.Not("Line " + line.number() + " has no modifier " + modifier + ".");
    }
    modifiers.remove(last);
    return new Outcome.Line(ClaimCopies.modifiers(line, modifiers));
  }

  private static Outcome point(Claim claim, ServiceLine line, List<Integer> pointers) {
    for (int pointer : pointers) {
      if (pointer > claim.diagnoses().size()) {
        return new Outcome.Not(
            "It has %d diagnoses; none is number %d.".formatted(claim.diagnoses().size(), pointer));
      }
    }
    if (pointers.equals(line.diagnosisPointers())) {
      return new Outcome.Not("Line " + line.number() + " points to them already.");
    }
    return new Outcome.Line(ClaimCopies.pointers(line, pointers));
  }

  /// The price of a unit stays: the charge becomes that of the new units.
  private static Outcome setUnits(ServiceLine line, BigDecimal units) {
    BigDecimal old = line.unitsBilled();
    if (old.compareTo(units) == 0) {
      return new Outcome.Not("Line " + line.number() + " has these units already.");
    }
    if (old.signum() <= 0) {
      return new Outcome.Line(ClaimCopies.units(line, units, line.charge()));
    }
    BigDecimal[] cents =
        line.charge().toBigDecimal().movePointRight(2).multiply(units).divideAndRemainder(old);
    if (cents[1].signum() != 0) {
      return new Outcome.Not(
          "The charge of line %d, $%s for %s units, does not make whole cents for %s. Correct the charge of the visit."
              .formatted(line.number(), line.charge(), old.toPlainString(), units.toPlainString()));
    }
    Money charge = Money.of(cents[0].movePointLeft(2).setScale(2).toPlainString());
    return new Outcome.Line(ClaimCopies.units(line, units, charge));
  }

  private static Outcome serve(ServiceLine line, List<LocalDate> days) {
    if (days.getFirst().equals(line.servedFrom()) && days.getLast().equals(line.servedThrough())) {
      return new Outcome.Not("Line " + line.number() + " has these days already.");
    }
    return new Outcome.Line(ClaimCopies.served(line, days.getFirst(), days.getLast()));
  }

  private static Optional<List<Integer>> pointers(String value) {
    var parts = List.of(value.strip().split("[ ,]+"));
    if (parts.size() > MOST_PER_LINE || !parts.stream().allMatch(p -> p.matches("[1-9]|1[0-2]"))) {
      return Optional.empty();
    }
    var pointers = parts.stream().map(Integer::valueOf).toList();
    return Set.copyOf(pointers).size() == pointers.size()
        ? Optional.of(pointers)
        : Optional.empty();
  }

  /// More than zero, with three decimals at most (SV104).
  private static Optional<BigDecimal> units(String value) {
    String text = value.strip();
    if (!text.matches("\\d{1,5}(\\.\\d{1,3})?")) return Optional.empty();
    var units = new BigDecimal(text);
    return units.signum() > 0 ? Optional.of(units) : Optional.empty();
  }

  /// A day, or the first and the last.
  private static Optional<List<LocalDate>> days(String value) {
    var parts = value.strip().split("\\s+");
    if (parts.length > 2) return Optional.empty();
    try {
      var from = LocalDate.parse(parts[0]);
      var through = LocalDate.parse(parts[parts.length - 1]);
      return through.isBefore(from) ? Optional.empty() : Optional.of(List.of(from, through));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String inWords(ServiceLine line) {
    var what =
        switch (kind) {
          case DIAGNOSIS_POINTERS -> "diagnoses " + list(line.diagnosisPointers());
          case UNITS ->
              "units %s, $%s".formatted(line.unitsBilled().toPlainString(), line.charge());
          case SERVICE_DATES ->
              line.servedFrom().equals(line.servedThrough())
                  ? "served " + line.servedFrom()
                  : "served %s to %s".formatted(line.servedFrom(), line.servedThrough());
          case REMOVE_LINE -> "$" + line.charge();
          default -> "modifiers " + list(line.modifiers());
        };
    return "line %d %s, %s".formatted(line.number(), code(line), what);
  }

  private static String code(ServiceLine line) {
    @Nullable Object code = line.procedure() == null ? line.revenueCode() : line.procedure();
    return code == null ? "" : code.toString();
  }

  private static String list(List<?> values) {
    return values.isEmpty()
        ? "none"
        : values.stream().map(Objects::toString).collect(Collectors.joining(" "));
  }
}

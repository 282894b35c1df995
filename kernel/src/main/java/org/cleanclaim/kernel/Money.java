package org.cleanclaim.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// US dollars as a whole number of cents. Exact: overflow throws, and [#allocate] never loses a
/// cent.
public record Money(long cents) implements Comparable<Money> {

  public static final Money ZERO = new Money(0);

  /// Amount from dollars with at most two decimals, for example `"125.00"`. For text from outside
  /// use [#parse].
  public static Money of(String dollars) {
    return parse(dollars)
        .orElseThrow(() -> new IllegalArgumentException("not a dollar amount: " + dollars));
  }

  public static Money ofCents(long cents) {
    return new Money(cents);
  }

  /// Reads a decimal dollar amount such as `125`, `125.5`, `-3.07` or `.5`; empty when it is not
  /// one, has more than two significant decimals, or does not fit.
  public static Optional<Money> parse(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()
        || trimmed.length() > 20
        || !trimmed.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Money(new BigDecimal(trimmed).movePointRight(2).longValueExact()));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  public Money times(long units) {
    return new Money(Math.multiplyExact(cents, units));
  }

  /// This amount times a rate, rounded to the cent by the given mode; the caller cites why that
  /// mode.
  public Money times(BigDecimal rate, RoundingMode rounding) {
    return new Money(
        BigDecimal.valueOf(cents).multiply(rate).setScale(0, rounding).longValueExact());
  }

  public Money negated() {
    return new Money(Math.negateExact(cents));
  }

  public Money abs() {
    return cents < 0 ? negated() : this;
  }

  public Money min(Money other) {
    return cents <= other.cents ? this : other;
  }

  public Money max(Money other) {
    return cents >= other.cents ? this : other;
  }

  public boolean isZero() {
    return cents == 0;
  }

  public boolean isPositive() {
    return cents > 0;
  }

  public boolean isNegative() {
    return cents < 0;
  }

  /// Splits this amount in proportion to the weights by the largest remainder, so that the parts
  /// add up to it exactly. Weights must not be negative and not all zero; ties go to the earlier
  /// part.
  public List<Money> allocate(List<Long> weights) {
    long total = weights.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    if (total <= 0 || weights.stream().anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException("weights must be non-negative with a positive sum");
    }
    long magnitude = Math.absExact(cents);
    List<long[]> shares = new ArrayList<>();
    long given = 0;
    for (int i = 0; i < weights.size(); i++) {
      BigDecimal[] parts =
          BigDecimal.valueOf(magnitude)
              .multiply(BigDecimal.valueOf(weights.get(i)))
              .divideAndRemainder(BigDecimal.valueOf(total));
      shares.add(new long[] {parts[0].longValueExact(), parts[1].longValueExact()});
      given += parts[0].longValueExact();
    }
    long left = magnitude - given;
    IntStream.range(0, shares.size())
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> -shares.get(i)[1]))
        .limit(left)
        .forEach(i -> shares.get(i)[0]++);
    return shares.stream().map(s -> new Money(cents < 0 ? -s[0] : s[0])).toList();
  }

  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(cents, 2);
  }

  /// X12 form (type R): no trailing zeros after the point, no point for whole dollars: `125`,
  /// `12.5`, `-3.07`.
  public String toX12() {
    BigDecimal value = toBigDecimal().stripTrailingZeros();
    return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
  }

  /// For people to read, always two decimals and commas between thousands: `1,250.00`.
  public String grouped() {
    String plain = toString();
    int point = plain.length() - 3;
    int first = plain.startsWith("-") ? 1 : 0;
    var grouped = new StringBuilder(plain);
    for (int at = point - 3; at > first; at -= 3) grouped.insert(at, ',');
    return grouped.toString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /// Always two decimals without grouping: `1250.00`.
  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }
}

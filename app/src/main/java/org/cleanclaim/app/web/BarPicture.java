package org.cleanclaim.app.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bars beside each other, one a line, with a mark where something is aimed at. Lengths are in
/// units of the drawing, which is [#WIDTH] wide.
public record BarPicture(List<Bar> bars, int height) {
  public static final int WIDTH = 720;

  /// Where the bars begin.
  public static final int LEFT = 190;

  private static final int LONGEST = 430;
  private static final int STEP = 34;

  /// What is drawn.
  ///
  /// @param mark what is aimed at, null for none
  /// @param words the numbers in words
  public record Amount(String label, BigDecimal value, @Nullable BigDecimal mark, String words) {}

  /// @param mark where the mark stands, null for none
  public record Bar(String label, int y, int length, @Nullable Integer mark, String words) {}

  /// Bars in the order given.
  public static BarPicture of(List<Amount> amounts) {
    BigDecimal highest =
        amounts.stream()
            .map(a -> a.mark() == null ? a.value() : a.value().max(a.mark()))
            .reduce(BigDecimal.ONE, BigDecimal::max);
    var bars = new java.util.ArrayList<Bar>();
    for (Amount a : amounts) {
      BigDecimal mark = a.mark();
      bars.add(
          new Bar(
              a.label(),
              8 + bars.size() * STEP,
              length(a.value(), highest),
              mark == null ? null : LEFT + length(mark, highest),
              a.words()));
    }
    return new BarPicture(List.copyOf(bars), 8 + amounts.size() * STEP);
  }

  private static int length(BigDecimal value, BigDecimal highest) {
    return value
        .max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(LONGEST))
        .divide(highest, 0, RoundingMode.HALF_UP)
        .intValueExact();
  }
}

package org.cleanclaim.app.web.denial;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.denial.DenialFigures.ByCause;
import org.cleanclaim.kernel.Money;

/// Refused amounts by cause as bars, each with the part that was won back. Lengths are in units of
/// the drawing, which is [#WIDTH] wide.
///
/// @param height of the drawing
public record CauseBars(List<Bar> bars, int height) {
  public static final int WIDTH = 720;

  /// Where the bars begin.
  public static final int LEFT = 170;

  private static final int LONGEST = 400;
  private static final int STEP = 34;

  /// @param length of the refused amount
  /// @param won length of what was won of it
  public record Bar(String cause, int y, int length, int won, String words) {}

  static CauseBars of(List<ByCause> causes) {
    long most = causes.stream().mapToLong(c -> c.amount().cents()).max().orElse(1);
    var bars = new ArrayList<Bar>();
    for (ByCause cause : causes) {
      bars.add(
          new Bar(
              cause.cause().replace('-', ' '),
              8 + bars.size() * STEP,
              length(cause.amount(), most),
              length(cause.recovered().min(cause.amount()), most),
              "$%s, %d %s"
                  .formatted(
                      cause.amount().grouped(),
                      cause.cases(),
                      cause.cases() == 1 ? "case" : "cases")));
    }
    return new CauseBars(List.copyOf(bars), 8 + bars.size() * STEP);
  }

  private static int length(Money amount, long most) {
    return Math.toIntExact(amount.cents() * LONGEST / Math.max(1, most));
  }
}

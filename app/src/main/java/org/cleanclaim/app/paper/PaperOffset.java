package org.cleanclaim.app.paper;

import java.math.BigDecimal;

/// How far a printer's writing has to be moved to stand in the boxes of the stock.
///
/// @param right millimetres to the right, negative to the left
/// @param down millimetres down, negative up
public record PaperOffset(BigDecimal right, BigDecimal down) {
  private static final BigDecimal MOST = new BigDecimal("30");

  /// As the grid has it.
  public static final PaperOffset NONE = new PaperOffset(BigDecimal.ZERO, BigDecimal.ZERO);

  public PaperOffset {
    if (right.abs().compareTo(MOST) > 0 || down.abs().compareTo(MOST) > 0) {
      throw new PaperRefusal(
          "An offset is at most 30 millimetres; more means that the stock lies wrong in the"
              + " printer.");
    }
    if (right.stripTrailingZeros().scale() > 1 || down.stripTrailingZeros().scale() > 1) {
      throw new PaperRefusal("Offsets are millimetres with at most one decimal, such as -1.5.");
    }
  }
}

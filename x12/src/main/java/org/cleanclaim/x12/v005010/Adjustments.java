package org.cleanclaim.x12.v005010;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.Carc;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;

/// CAS segments: one group with up to six reasons, each with amount and quantity.
final class Adjustments {
  private static final Carc NO_STANDARD_CODE = new Carc("192");

  private Adjustments() {}

  static List<Adjustment> read(Segment cas, Values values) {
    Faults faults = values.faults();
    var adjustments = new ArrayList<Adjustment>();
    AdjustmentGroup group =
        AdjustmentGroup.parse(cas.element(1))
            .orElseGet(() -> {
              faults.add(
                  Check.ADJUSTMENT_GROUP,
                  cas,
                  "CAS01 is not a known adjustment group.",
                  "It was read as OA so that the money is kept; ask the payer what is meant.");
              return AdjustmentGroup.OA;
            });
    for (int element = 2; element <= 17; element += 3) {
      if (cas.element(element).isEmpty() && cas.element(element + 1).isEmpty()) continue;
      Carc reason = values.reason(cas.element(element));
      if (reason == null) {
        faults.add(
            Check.ADJUSTMENT_REASON,
            cas,
            "CAS%02d is not a reason code.".formatted(element),
            "It was read as reason 192 (no standard code) so that the money is kept.");
      }
      BigDecimal quantity =
          cas.element(element + 2).isEmpty()
              ? null
              : values.quantity(cas, element + 2, BigDecimal.ONE);
      adjustments.add(
          new Adjustment(
              group,
              reason == null ? NO_STANDARD_CODE : reason,
              values.money(cas, element + 1),
              quantity));
    }
    return adjustments;
  }

  /// One CAS segment per group in order of first appearance, split after six reasons.
  static void write(List<Adjustment> adjustments, SegmentWriter out) {
    int i = 0;
    while (i < adjustments.size()) {
      var group = adjustments.get(i).group();
      var elements = new ArrayList<String>();
      elements.add(group.name());
      int count = 0;
      while (i < adjustments.size() && adjustments.get(i).group() == group && count < 6) {
        var adjustment = adjustments.get(i);
        elements.add(adjustment.reason().value());
        elements.add(adjustment.amount().toX12());
        elements.add(adjustment.quantity() == null ? "" : adjustment.quantity().toPlainString());
        i++;
        count++;
      }
      out.segment("CAS", elements.toArray(String[]::new));
    }
  }
}

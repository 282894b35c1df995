package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.x12.lexer.Segment;

/// STC of a 277CA: up to three codes, the day, whether it accepts, an amount and free text.
final class AcknowledgmentStatements {
  private static final int[] CODES = {1, 10, 11};

  private AcknowledgmentStatements() {}

  static AcknowledgmentStatement read(Segment stc, Values values) {
    var statuses = new ArrayList<Status>(1);
    for (int element : CODES) {
      if (stc.isEmpty(element)) continue;
      statuses.add(
          new Status(
              stc.component(element, 1),
              stc.component(element, 2),
              Values.orNull(stc.component(element, 3))));
    }
    return new AcknowledgmentStatement(
        statuses,
        values.date(stc, 2),
        Values.orNull(stc.element(3)),
        values.optionalMoney(stc, 4),
        Values.orNull(stc.element(12)));
  }

  static void write(SegmentWriter out, AcknowledgmentStatement statement) {
    var elements = new String[12];
    java.util.Arrays.fill(elements, "");
    for (int i = 0; i < Math.min(CODES.length, statement.statuses().size()); i++) {
      Status status = statement.statuses().get(i);
      elements[CODES[i] - 1] =
          out.composite(status.category(), status.status(), out.text(status.entity()));
    }
    elements[1] = SegmentWriter.day(statement.effectiveOn());
    elements[2] = out.text(statement.action());
    elements[3] = statement.amount() == null ? "" : statement.amount().toX12();
    elements[11] = out.text(statement.message());
    out.segment("STC", elements);
  }
}

package org.cleanclaim.x12.v005010;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.GroupAcknowledged;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads a 999.
final class AcknowledgmentReader {
  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;

  private @Nullable Segment ak1;
  private @Nullable Segment ak2;
  private @Nullable Segment ak9;
  private @Nullable Segment ik3;
  private @Nullable String unit;
  private @Nullable String unitNumber;
  private List<ElementError> elements = new ArrayList<>();
  private List<SegmentError> errors = new ArrayList<>();
  private final List<TransactionResult> results = new ArrayList<>();

  AcknowledgmentReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
  }

  Transaction read() {
    segments.forEach(this::take);
    String functionalId = ak1 == null ? "" : ak1.element(1);
    String group = ak1 == null ? "" : ak1.element(2);
    String version = ak1 == null ? null : Values.orNull(ak1.element(3));
    return new GroupAcknowledged(
        header,
        new FunctionalAcknowledgment(
            functionalId,
            group,
            version,
            results,
            ak9 == null ? "" : ak9.element(1),
            ak9 == null ? results.size() : values.integer(ak9, 2, 0),
            ak9 == null ? results.size() : values.integer(ak9, 3, 0),
            ak9 == null ? 0 : values.integer(ak9, 4, 0),
            ak9 == null ? List.of() : codes(ak9, 5, 9)));
  }

  private void take(Segment segment) {
    switch (segment.id()) {
      case "AK1" -> ak1 = segment;
      case "AK2" -> ak2 = segment;
      case "IK3" -> {
        finishSegment();
        ik3 = segment;
      }
      case "IK4" -> {
        String component = segment.component(1, 2);
        elements.add(
            new ElementError(
                component(segment, 1),
                component.matches("\\d{1,2}") ? Integer.valueOf(component) : null,
                Values.orNull(segment.element(2)),
                segment.element(3),
                Values.orNull(segment.element(4))));
      }
      case "CTX" -> {
        if (!segment.component(1, 2).isEmpty()) {
          unit = segment.component(1, 1);
          unitNumber = segment.component(1, 2);
        }
      }
      case "IK5" -> finishTransaction(segment);
      case "AK9" -> ak9 = segment;
      default -> {}
    }
  }

  private static int component(Segment segment, int number) {
    String text = segment.component(1, number);
    return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }

  private void finishSegment() {
    if (ik3 == null) return;
    errors.add(
        new SegmentError(
            ik3.element(1),
            values.integer(ik3, 2, 0),
            Values.orNull(ik3.element(3)),
            ik3.element(4),
            unit,
            unitNumber,
            elements));
    elements = new ArrayList<>();
    ik3 = null;
    unit = null;
    unitNumber = null;
  }

  private void finishTransaction(Segment ik5) {
    finishSegment();
    results.add(
        new TransactionResult(
            ak2 == null ? "" : ak2.element(1),
            ak2 == null ? "" : ak2.element(2),
            ak2 == null ? null : Values.orNull(ak2.element(3)),
            ik5.element(1),
            codes(ik5, 2, 6),
            errors));
    errors = new ArrayList<>();
    ak2 = null;
  }

  private static List<String> codes(Segment segment, int first, int last) {
    var codes = new ArrayList<String>();
    for (int element = first; element <= last; element++) {
      if (!segment.isEmpty(element)) codes.add(segment.element(element));
    }
    return codes;
  }
}

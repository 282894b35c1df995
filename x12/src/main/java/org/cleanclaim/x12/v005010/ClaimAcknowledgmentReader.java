package org.cleanclaim.x12.v005010;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.Transaction.ClaimsAcknowledged;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Reads a 277CA: one acknowledgment for each claim.
final class ClaimAcknowledgmentReader {
  private final Transaction.Header header;
  private final List<Segment> segments;
  private final Values values;
  private final List<ClaimAcknowledgment> acknowledgments = new ArrayList<>();

  private @Nullable String payerName;
  private String level = "";
  private @Nullable String trace;
  private List<Status> statuses = new ArrayList<>();
  private boolean isAccepted = true;
  private @Nullable Money total;
  private @Nullable LocalDate effectiveOn;
  private @Nullable String payerNumber;
  private @Nullable LocalDate servedFrom;
  private @Nullable String message;

  ClaimAcknowledgmentReader(Transaction.Header header, List<Segment> segments, Faults faults) {
    this.header = header;
    this.segments = segments;
    this.values = new Values(faults);
  }

  Transaction read() {
    segments.forEach(this::take);
    finish();
    return new ClaimsAcknowledged(header, acknowledgments);
  }

  private void take(Segment segment) {
    if (segment.is("HL")) {
      finish();
      level = segment.element(3);
      return;
    }
    if (level.equals("20") && segment.is("NM1")) payerName = Values.orNull(segment.element(3));
    if (!level.equals("PT")) return;
    switch (segment.id()) {
      case "TRN" -> {
        finish();
        trace = segment.element(2);
      }
      case "STC" -> status(segment);
      case "REF" -> {
        if (segment.element(1).equals("1K")) payerNumber = Values.orNull(segment.element(2));
      }
      case "DTP" -> {
        if (segment.element(1).equals("472") && servedFrom == null)
          servedFrom = values.from(segment, 3);
      }
      default -> {}
    }
  }

  private void status(Segment stc) {
    for (int element : new int[] {1, 10, 11}) {
      if (stc.element(element).isEmpty()) continue;
      statuses.add(
          new Status(
              stc.component(element, 1),
              stc.component(element, 2),
              Values.orNull(stc.component(element, 3))));
    }
    if (stc.element(3).equals("U")) isAccepted = false;
    effectiveOn = values.date(stc, 2);
    if (!stc.element(4).isEmpty()) total = values.money(stc, 4);
    if (!stc.element(12).isEmpty()) message = stc.element(12);
  }

  private void finish() {
    if (trace != null) {
      acknowledgments.add(
          new ClaimAcknowledgment(
              trace,
              isAccepted,
              statuses,
              total,
              effectiveOn,
              payerNumber,
              servedFrom,
              message,
              payerName));
    }
    trace = null;
    statuses = new ArrayList<>();
    isAccepted = true;
    total = null;
    effectiveOn = null;
    payerNumber = null;
    servedFrom = null;
    message = null;
  }
}

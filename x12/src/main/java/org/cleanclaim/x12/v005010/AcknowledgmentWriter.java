package org.cleanclaim.x12.v005010;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;
import org.cleanclaim.kernel.acknowledgment.InterchangeAcknowledgment;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;

/// Writes TA1 and 999 (005010X231A1).
public final class AcknowledgmentWriter {
  private static final String VERSION = "005010X231A1";

  private AcknowledgmentWriter() {}

  public static byte[] interchange(Envelope envelope, InterchangeAcknowledgment acknowledgment) {
    return SegmentWriter.interchangeOnly(
        envelope,
        out ->
            out.segment(
                "TA1",
                acknowledgment.controlNumber(),
                DateTimeFormatter.ofPattern("uuMMdd").format(acknowledgment.interchangeAt()),
                DateTimeFormatter.ofPattern("HHmm").format(acknowledgment.interchangeAt()),
                acknowledgment.code(),
                acknowledgment.noteCode()));
  }

  public static byte[] functional(
      Envelope envelope, String groupNumber, List<FunctionalAcknowledgment> acknowledgments) {
    return SegmentWriter.interchange(
        envelope,
        "FA",
        groupNumber,
        VERSION,
        out -> {
          for (FunctionalAcknowledgment acknowledgment : acknowledgments) {
            out.transaction("999", VERSION, () -> group(out, acknowledgment));
          }
        });
  }

  private static void group(SegmentWriter out, FunctionalAcknowledgment acknowledgment) {
    out.segment(
        "AK1",
        acknowledgment.functionalId(),
        acknowledgment.groupControlNumber(),
        acknowledgment.version());
    acknowledgment.transactions().forEach(result -> transaction(out, result));
    var trailer = new ArrayList<@Nullable String>();
    trailer.add(acknowledgment.code());
    trailer.add(Integer.toString(acknowledgment.included()));
    trailer.add(Integer.toString(acknowledgment.received()));
    trailer.add(Integer.toString(acknowledgment.accepted()));
    trailer.addAll(acknowledgment.syntaxCodes().stream().limit(5).toList());
    out.segment("AK9", trailer.toArray(String[]::new));
  }

  private static void transaction(SegmentWriter out, TransactionResult result) {
    out.segment("AK2", result.transactionType(), result.controlNumber(), result.version());
    for (SegmentError error : result.errors()) {
      out.segment(
          "IK3", error.segment(), Integer.toString(error.position()), error.loop(), error.code());
      if (error.unit() != null) {
        out.segment("CTX", out.composite(error.unit(), out.text(error.unitNumber())));
      }
      for (ElementError element : error.elements()) {
        out.segment(
            "IK4",
            out.composite(
                Integer.toString(element.position()),
                element.component() == null ? "" : element.component().toString()),
            element.number(),
            element.code(),
            out.text(element.badValue()));
      }
    }
    var elements = new ArrayList<@Nullable String>();
    elements.add(result.code());
    elements.addAll(result.syntaxCodes().stream().limit(5).toList());
    out.segment("IK5", elements.toArray(String[]::new));
  }
}

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

  private static final int LONGEST_UNIT = 35;

  private AcknowledgmentWriter() {}

  /// TA1, alone in its interchange.
  public static byte[] interchange(Envelope envelope, InterchangeAcknowledgment acknowledgment) {
    return SegmentWriter.interchangeOnly(
        envelope, out -> out.segment("TA1", elements(acknowledgment).toArray(String[]::new)));
  }

  /// TA101 to TA105.
  public static List<String> elements(InterchangeAcknowledgment acknowledgment) {
    return List.of(
        acknowledgment.controlNumber(),
        DateTimeFormatter.ofPattern("uuMMdd").format(acknowledgment.interchangeAt()),
        DateTimeFormatter.ofPattern("HHmm").format(acknowledgment.interchangeAt()),
        acknowledgment.code(),
        acknowledgment.noteCode());
  }

  public static byte[] functional(
      Envelope envelope, String groupNumber, List<FunctionalAcknowledgment> acknowledgments) {
    return SegmentWriter.interchange(
        envelope, "FA", groupNumber, VERSION, out -> groups(out, acknowledgments));
  }

  static void groups(SegmentWriter out, List<FunctionalAcknowledgment> acknowledgments) {
    for (FunctionalAcknowledgment acknowledgment : acknowledgments) {
      out.transaction("999", VERSION, () -> group(out, acknowledgment));
    }
  }

  private static void group(SegmentWriter out, FunctionalAcknowledgment acknowledgment) {
    out.segment(
        "AK1",
        acknowledgment.functionalId(),
        acknowledgment.groupControlNumber(),
        inShape(acknowledgment.version(), 12, "005010"));
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
    out.segment(
        "AK2",
        result.transactionType().matches("[A-Z0-9]{3}") ? result.transactionType() : "000",
        controlNumber(result.controlNumber()),
        inShape(result.version(), 35, ""));
    for (SegmentError error : result.errors()) {
      out.segment(
          "IK3",
          error.segment(),
          Integer.toString(error.position()),
          inShape(error.loop(), 4, ""),
          error.code());
      if (error.unit() != null) {
        out.segment(
            "CTX", out.composite(error.unit(), cut(out.text(error.unitNumber()), LONGEST_UNIT)));
      }
      for (ElementError element : error.elements()) {
        out.segment(
            "IK4",
            out.composite(
                twoDigits(element.position()),
                element.component() == null ? "" : twoDigits(element.component())),
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

  private static String twoDigits(int number) {
    return Integer.toString(Math.min(number, 99));
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest).strip() : text;
  }

  /// A value repeated from a file that may be damaged: without separators, no longer than allowed.
  private static String inShape(@Nullable String value, int longest, String otherwise) {
    if (value == null || !value.matches("[A-Za-z0-9 ._-]+")) return otherwise;
    return cut(value, longest);
  }

  // AK202 has four to nine characters.
  private static String controlNumber(String stated) {
    String number = inShape(stated.strip(), 9, "");
    return "0".repeat(Math.max(0, 4 - number.length())) + number;
  }
}

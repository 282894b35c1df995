package org.cleanclaim.x12;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.ElementError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.SegmentError;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment.TransactionResult;

/// What a 999 finds wrong in segments and elements (IK3, IK4), in our own words.
public final class AcknowledgedErrors {
  private AcknowledgedErrors() {}

  /// All of a group, each with its place: `Segment 14, NM1 in loop 2100C: NM109 is missing.`
  public static List<String> inWords(FunctionalAcknowledgment acknowledgment) {
    var all = new ArrayList<String>();
    for (TransactionResult result : acknowledgment.transactions()) {
      for (SegmentError error : result.errors()) {
        all.add("Segment %d, %s".formatted(error.position(), inWords(error)));
      }
    }
    return all;
  }

  /// One error in a sentence: `SV1 in loop 2400: SV101-2 has a code that is not valid.`
  static String inWords(SegmentError error) {
    String place =
        error.loop() == null ? error.segment() : error.segment() + " in loop " + error.loop();
    if (error.elements().isEmpty()) return place + " " + segmentFault(error.code()) + ".";
    var elements = new ArrayList<String>();
    for (ElementError element : error.elements()) {
      int component = element.component() == null ? 0 : element.component();
      elements.add(
          Fault.designator(error.segment(), element.position(), component)
              + " "
              + elementFault(element.code()));
    }
    return place + ": " + String.join(", ", elements) + ".";
  }

  private static String segmentFault(String code) {
    return switch (code) {
      case "1" -> "is no known segment";
      case "2" -> "is not expected there";
      case "3", "I6" -> "is missing";
      case "4" -> "begins a loop that occurs too often";
      case "5" -> "occurs too often";
      case "6", "I4" -> "does not belong in the transaction";
      case "7" -> "stands in the wrong place";
      case "8" -> "has an element that is wrong";
      case "I7", "I8" -> "is missing with its loop";
      default -> "is wrong (code " + code + ")";
    };
  }

  private static String elementFault(String code) {
    return switch (code) {
      case "1", "2", "I9" -> "is missing";
      case "3" -> "is one element too many";
      case "4" -> "is too short";
      case "5" -> "is too long";
      case "6" -> "has a character that is not allowed";
      case "7", "I6" -> "has a code that is not valid";
      case "8" -> "is not a valid date";
      case "9" -> "is not a valid time";
      case "10", "I10", "I13" -> "must not be there";
      case "12" -> "repeats too often";
      case "13" -> "has too many components";
      case "I12" -> "does not have the form it has to have";
      default -> "is wrong (code " + code + ")";
    };
  }
}

package org.cleanclaim.app.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;

/// A written X12 file for another way to the same payer: the receiver's id of its envelope (ISA08,
/// GS03) and the number by which it names the payer (NM109 of the receiver and of the payer) are
/// that way's; nothing else changes, the control numbers neither.
final class Readdressing {
  /// Receiver, payer, utilization management organization.
  private static final Set<String> PAYER_ROLES = Set.of("40", "PR", "X3");

  private static final int HEADER_LENGTH = 106; // ISA has elements of fixed length
  private static final int RECEIVER_OF_INTERCHANGE = 8;
  private static final int RECEIVER_OF_GROUP = 3;
  private static final int NAME_NUMBER = 9;

  private final String element;
  private final @Nullable String receiver;
  private final String number;
  private @Nullable String before;

  private Readdressing(String element, @Nullable String receiver, PayerId number) {
    this.element = element;
    this.receiver = receiver;
    this.number = number.value();
  }

  /// @param receiver null to leave the envelope's
  static byte[] of(byte[] file, @Nullable String receiver, PayerId number) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (text.length() < HEADER_LENGTH || !text.startsWith("ISA")) return file;
    var readdressing = new Readdressing(text.substring(3, 4), receiver, number);
    String terminator = text.substring(HEADER_LENGTH - 1, HEADER_LENGTH);
    var segments = new ArrayList<String>();
    for (String segment : text.split(Pattern.quote(terminator), -1)) {
      segments.add(readdressing.segment(segment));
    }
    return String.join(terminator, segments).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String segment(String segment) {
    String[] elements = segment.split(Pattern.quote(element), -1);
    switch (elements[0].strip()) {
      case "ISA" -> {
        if (receiver != null) elements[RECEIVER_OF_INTERCHANGE] = "%-15s".formatted(receiver);
      }
      case "GS" -> {
        if (receiver != null) elements[RECEIVER_OF_GROUP] = receiver;
      }
      case "NM1" -> {
        if (namesThePayer(elements)) elements[NAME_NUMBER] = number;
      }
      default -> {
        return segment;
      }
    }
    return String.join(element, elements);
  }

  // The first such name of a file is that of the payer it goes to; other payers keep theirs.
  private boolean namesThePayer(String[] elements) {
    if (elements.length <= NAME_NUMBER || !PAYER_ROLES.contains(elements[1])) return false;
    if (before == null) before = elements[NAME_NUMBER];
    return elements[NAME_NUMBER].equals(before);
  }
}

package org.cleanclaim.app.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One claim of an 837 file as it was sent: the envelope, the levels that it stands below, and its
/// own segments.
final class ClaimInFile {
  private static final int HEADER_LENGTH = 106; // ISA has elements of fixed length
  private static final int ENVELOPE = 0;
  private static final int TRANSACTION = 1;
  private static final int BILLING_PROVIDER = 2;
  private static final int SUBSCRIBER = 3;
  private static final int PATIENT = 4;
  private static final int CLAIM = 5;
  private static final Set<String> ENDS_A_CLAIM = Set.of("CLM", "HL", "SE");

  private final List<List<String>> levels = new ArrayList<>();
  private int current = ENVELOPE;

  private ClaimInFile() {
    for (int level = ENVELOPE; level <= CLAIM; level++) levels.add(new ArrayList<>());
  }

  /// Its segments, one each; empty when the file does not hold it.
  ///
  /// @param number CLM01
  static List<String> of(byte[] file, String number) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (text.length() < HEADER_LENGTH || !text.startsWith("ISA")) return List.of();
    String element = text.substring(3, 4);
    String terminator = text.substring(HEADER_LENGTH - 1, HEADER_LENGTH);
    var reading = new ClaimInFile();
    for (String part : text.split(Pattern.quote(terminator))) {
      String[] elements = part.strip().split(Pattern.quote(element), -1);
      if (ENDS_A_CLAIM.contains(elements[0]) && reading.isAt("CLM" + element + number + element)) {
        return reading.levels.stream().flatMap(List::stream).toList();
      }
      reading.take(part.strip(), elements);
    }
    return List.of();
  }

  private void take(String segment, String[] elements) {
    switch (elements[0]) {
      case "ST" -> begin(TRANSACTION);
      case "CLM" -> begin(CLAIM);
      case "HL" ->
          begin(
              switch (elements.length > 3 ? elements[3] : "") {
                case "20" -> BILLING_PROVIDER;
                case "22" -> SUBSCRIBER;
                default -> PATIENT;
              });
      default -> {}
    }
    levels.get(current).add(segment);
  }

  /// A level ends those below it.
  private void begin(int level) {
    levels.subList(level, levels.size()).forEach(List::clear);
    current = level;
  }

  private boolean isAt(String beginning) {
    var claim = levels.get(CLAIM);
    return !claim.isEmpty() && claim.getFirst().startsWith(beginning);
  }
}

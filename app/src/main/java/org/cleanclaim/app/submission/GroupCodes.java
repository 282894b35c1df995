package org.cleanclaim.app.submission;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cleanclaim.kernel.acknowledgment.FunctionalAcknowledgment;

/// What a 999 says of a group as a whole (AK901, AK905 to AK909), in our own words with the codes.
public final class GroupCodes {
  private GroupCodes() {}

  /// `code R/4, its number differs between beginning and end`.
  public static String inWords(FunctionalAcknowledgment acknowledgment) {
    String codes =
        Stream.concat(Stream.of(acknowledgment.code()), acknowledgment.syntaxCodes().stream())
            .collect(Collectors.joining("/"));
    String words =
        acknowledgment.syntaxCodes().stream()
            .map(GroupCodes::words)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(", "));
    return "code " + codes + (words.isEmpty() ? "" : ", " + words);
  }

  private static String words(String code) {
    return switch (code) {
      case "1" -> "this kind of group is not taken";
      case "2" -> "its version is not taken";
      case "3" -> "its end is missing";
      case "4" -> "its number differs between beginning and end";
      case "5" -> "the number of its transactions is wrong";
      case "6" -> "its control number is wrong";
      case "19" -> "its control number was used before";
      default -> "";
    };
  }
}

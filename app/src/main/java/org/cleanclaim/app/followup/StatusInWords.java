package org.cleanclaim.app.followup;

import java.util.stream.Collectors;
import org.cleanclaim.app.claim.AskedDocument;
import org.cleanclaim.kernel.status.ClaimStatus;

/// A payer's answer in a sentence of our own, after the kind of its category code, with the codes
/// behind it.
final class StatusInWords {
  private StatusInWords() {}

  static String of(ClaimStatus answer) {
    if (answer.statements().isEmpty()) {
      return "The payer answered without saying where the claim stands.";
    }
    return answer.statements().stream().map(StatusInWords::of).collect(Collectors.joining(" "));
  }

  private static String of(ClaimStatus.Statement statement) {
    String codes =
        statement.codes().stream()
            .map(
                c -> c.category() + "/" + c.status() + (c.entity() == null ? "" : "/" + c.entity()))
            .collect(Collectors.joining(", "));
    var words = new StringBuilder(kind(statement));
    if (statement.paid() != null && statement.paid().isPositive()) {
      words.append(": $").append(statement.paid());
    }
    if (statement.paidOn() != null) words.append(" on ").append(statement.paidOn());
    if (statement.checkNumber() != null) {
      words.append(", payment ").append(statement.checkNumber());
    }
    return words.append(" (").append(codes).append(").").toString();
  }

  private static String kind(ClaimStatus.Statement statement) {
    String category = statement.codes().isEmpty() ? "" : statement.codes().getFirst().category();
    return switch (category) {
      case "F1" -> "Decided and paid";
      case "F2" -> "Decided and denied";
      case "F3", "F3F", "F3N", "F4" -> "Decided; look for a correction or another payer";
      default ->
          switch (category.isEmpty() ? ' ' : category.charAt(0)) {
            case 'A' -> "Received, not decided";
            case 'P' -> "In work at the payer";
            case 'F' -> "Decided";
            case 'R' -> asked(statement);
            case 'D' -> "The payer does not find it";
            case 'E' -> "The payer could not answer";
            default -> "Answered";
          };
    };
  }

  private static String asked(ClaimStatus.Statement statement) {
    String documents =
        statement.codes().stream()
            .filter(code -> AskedDocument.LIST.equals(code.list()))
            .map(code -> AskedDocument.inWords(code.status()))
            .collect(Collectors.joining(", "));
    return documents.isEmpty()
        ? "The payer waits for something from us"
        : "The payer asks for documents: " + documents;
  }
}

package org.cleanclaim.app.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.acknowledgment.AcknowledgmentStatement;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.jspecify.annotations.Nullable;

/// Why a 277CA refuses something, in our own words with the codes behind them: what kind of refusal
/// (category, code list 507), what is meant (status, code list 508) and whose data it is. A code
/// that the table does not know is named by its number.
final class RefusalInWords {
  private static final Map<String, String> MEANT = read("claim-statuses.tsv");

  private RefusalInWords() {}

  static String of(List<AcknowledgmentStatement> statements) {
    var refusing = statements.stream().filter(s -> !s.accepts()).toList();
    String codes =
        refusing.stream()
            .flatMap(s -> s.statuses().stream())
            .map(RefusalInWords::of)
            .distinct()
            .collect(Collectors.joining("; "));
    String messages =
        refusing.stream()
            .map(AcknowledgmentStatement::message)
            .filter(Objects::nonNull)
            .distinct()
            .map(message -> " The payer adds: " + message)
            .collect(Collectors.joining());
    return codes + "." + messages;
  }

  private static String of(Status status) {
    String meant = MEANT.get(status.status());
    String owner = owner(status.entity());
    String what =
        meant == null
            ? "status code %s%s"
                .formatted(status.status(), owner.isEmpty() ? "" : ", about " + owner)
            : meant + (owner.isEmpty() ? "" : " (" + owner + ")");
    return "%s%s, %s/%s%s"
        .formatted(
            kind(status.category()),
            what,
            status.category(),
            status.status(),
            status.entity() == null ? "" : "/" + status.entity());
  }

  private static String kind(String category) {
    return switch (category) {
      case "A3" -> "sent back unworked: ";
      case "A4" -> "not found: ";
      case "A6" -> "missing: ";
      case "A7" -> "not valid: ";
      case "A8" -> "does not go with other data: ";
      default -> "";
    };
  }

  private static String owner(@Nullable String entity) {
    return switch (entity == null ? "" : entity) {
      case "" -> "";
      case "03" -> "dependent";
      case "1P" -> "provider";
      case "40" -> "receiver of the file";
      case "41" -> "sender of the file";
      case "71" -> "attending provider";
      case "72" -> "operating physician";
      case "77" -> "place of service";
      case "82" -> "rendering provider";
      case "85" -> "billing provider";
      case "87" -> "pay-to provider";
      case "DK" -> "ordering provider";
      case "DN" -> "referring provider";
      case "DQ" -> "supervising provider";
      case "GB" -> "other insured";
      case "IL" -> "subscriber";
      case "PR" -> "payer";
      case "QC" -> "patient";
      default -> "entity " + entity;
    };
  }

  private static Map<String, String> read(String name) {
    try (var in = Objects.requireNonNull(RefusalInWords.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

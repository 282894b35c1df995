package org.cleanclaim.app.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What shows that a claim was filed in time: each file it went out in, with what came back.
///
/// @param payerNumber the payer's number of the claim
/// @param fileBy last day on which the payer takes it
public record FilingProof(
    String controlNumber,
    String payer,
    @Nullable String payerNumber,
    LocalDate servedFrom,
    String billed,
    LocalDate fileBy,
    String timeZone,
    List<Sending> sendings) {
  public FilingProof {
    sendings = List.copyOf(sendings);
  }

  /// One file with the claim.
  ///
  /// @param sentOn day at the practice
  public record Sending(
      String fileName,
      String sha256,
      String interchange,
      String group,
      Instant sentAt,
      LocalDate sentOn,
      int revision,
      List<Receipt> receipts) {
    public Sending {
      receipts = List.copyOf(receipts);
    }
  }

  /// @param interchange control number of the file that it came in
  public record Receipt(
      String kind,
      String answer,
      @Nullable String interchange,
      String fileName,
      String sha256,
      Instant receivedAt,
      boolean isAcceptance) {}

  /// The sending that proves it: the first that the payer took (277CA), within the time.
  public Optional<Sending> proving() {
    return sendings.stream()
        .filter(s -> !s.sentOn().isAfter(fileBy))
        .filter(
            s -> s.receipts().stream().anyMatch(r -> r.kind().equals("277CA") && r.isAcceptance()))
        .findFirst();
  }

  /// In a sentence, never more than the record says.
  public String verdict() {
    var proving = proving();
    if (proving.isPresent()) {
      return "Sent on %s in interchange %s and accepted by the payer; the last day was %s."
          .formatted(proving.get().sentOn(), proving.get().interchange(), fileBy);
    }
    if (sendings.isEmpty()) return "The claim was not sent.";
    var first = sendings.getFirst();
    return first.sentOn().isAfter(fileBy)
        ? "First sent on %s, after the last day %s.".formatted(first.sentOn(), fileBy)
        : "Sent on %s, before the last day %s; no acceptance by the payer (277CA) is on record."
            .formatted(first.sentOn(), fileBy);
  }
}

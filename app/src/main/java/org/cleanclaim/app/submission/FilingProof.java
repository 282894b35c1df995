package org.cleanclaim.app.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  /// @param file public id of the file that went
  /// @param sentAt when it was written
  /// @param isTest no payer works it, so that it files nothing
  /// @param isCarried a connection of the practice carries it; else somebody does, and the day of
  ///   writing is all that is known
  /// @param deliveredAt when the connection had brought it; null before
  /// @param filedOn day at the practice on which it left; null for a test and for one still waiting
  public record Sending(
      UUID file,
      String fileName,
      String sha256,
      String interchange,
      String group,
      Instant sentAt,
      boolean isTest,
      boolean isCarried,
      @Nullable Instant deliveredAt,
      @Nullable LocalDate filedOn,
      int revision,
      List<Receipt> receipts) {
    public Sending {
      receipts = List.copyOf(receipts);
    }

    boolean isFiledBy(LocalDate day) {
      return filedOn != null && !filedOn.isAfter(day);
    }

    /// The payer's last word on the claim in this file (277CA).
    Optional<Receipt> lastWord() {
      return receipts.stream().filter(r -> r.kind().equals("277CA")).reduce((one, last) -> last);
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

  /// The sending that proves it: the first that was filed in time and of which the payer's last
  /// word (277CA) is that it took it.
  public Optional<Sending> proving() {
    return sendings.stream()
        .filter(s -> s.isFiledBy(fileBy))
        .filter(s -> s.lastWord().filter(Receipt::isAcceptance).isPresent())
        .findFirst();
  }

  /// In a sentence, never more than the record says.
  public String verdict() {
    var proving = proving();
    if (proving.isPresent()) {
      return "Sent on %s in interchange %s and accepted by the payer; the last day was %s."
          .formatted(proving.get().filedOn(), proving.get().interchange(), fileBy);
    }
    if (sendings.isEmpty()) return "The claim was not sent.";
    if (sendings.stream().allMatch(Sending::isTest)) {
      return "The claim was sent as a test only, which files nothing; the last day is %s."
          .formatted(fileBy);
    }
    var first = sendings.stream().filter(s -> s.filedOn() != null).findFirst();
    if (first.isEmpty()) {
      return "The claim waits in a file that has not arrived; the last day is %s."
          .formatted(fileBy);
    }
    if (!first.get().isFiledBy(fileBy)) {
      return "First sent on %s, after the last day %s.".formatted(first.get().filedOn(), fileBy);
    }
    boolean isRefused = first.get().lastWord().filter(r -> !r.isAcceptance()).isPresent();
    return "Sent on %s, before the last day %s; %s."
        .formatted(
            first.get().filedOn(),
            fileBy,
            isRefused
                ? "the payer's last word on record (277CA) refuses it"
                : "no acceptance by the payer (277CA) is on record");
  }
}

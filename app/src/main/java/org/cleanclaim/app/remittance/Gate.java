package org.cleanclaim.app.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.remittance.RemittanceRecords.Earlier;
import org.cleanclaim.app.remittance.ScannedRemittance.PlacedFailure;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.remittance.Remittance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a remittance before anything of it is posted: that it adds up, is for this practice,
/// and has not come before under another trace or with other content.
@Component
class Gate {
  private static final int MOST_DAYS_AHEAD = 31;

  private final Organizations organizations;
  private final RemittanceRecords records;
  private final FileExchange files;
  private final Clock clock;

  Gate(Organizations organizations, RemittanceRecords records, FileExchange files, Clock clock) {
    this.organizations = organizations;
    this.records = records;
    this.files = files;
    this.clock = clock;
  }

  /// What stops it; only whether it came whole and adds up is looked at once a person has released
  /// it.
  Optional<Stop> stop(ScannedRemittance scanned, String payerKey, boolean isReleased) {
    var flawed = damage(scanned).or(() -> sums(scanned));
    if (flawed.isPresent() || isReleased) return flawed;
    return payee(scanned.header())
        .or(() -> earlier(scanned, payerKey))
        .or(() -> negative(scanned.header()))
        .or(() -> dayToCome(scanned.header()));
  }

  /// A test (ISA15) pays nothing, over whichever way it comes.
  Optional<Stop> test(ScannedRemittance scanned, @Nullable ExchangedFile file) {
    if (file == null || !files.isTest(file.id())) return Optional.empty();
    return Optional.of(
        new Stop(
            StopReason.TEST_FILE,
            "ISA15",
            "The remittance came in a test file (ISA15 is T): nothing was posted.",
            "Put it aside. When the payer sends it in a live file, that is posted by itself. Post"
                + " it only when the payer says that the money is real.",
            scanned.header().received()));
  }

  /// The counts and control numbers of SE, GE and IEA are there to show what was lost or added on
  /// the way (X12 control segments as adopted by 45 CFR 162.920); what does not agree with them is
  /// not posted even when it adds up.
  private static Optional<Stop> damage(ScannedRemittance scanned) {
    if (scanned.damage().isEmpty()) return Optional.empty();
    var first = scanned.damage().getFirst();
    int others = scanned.damage().size() - 1;
    return Optional.of(
        new Stop(
            StopReason.DAMAGED,
            first.place(),
            "%s (%s%s) The file may have lost something on the way: nothing was posted."
                .formatted(
                    first.sentence(),
                    first.place(),
                    others == 0 ? "" : ", and %d more".formatted(others)),
            "Ask the payer to send the file again: when it comes whole it is posted by itself."
                + " If it does not come, enter the remittance as an explanation of benefits.",
            scanned.header().received()));
  }

  private static Optional<Stop> sums(ScannedRemittance scanned) {
    if (!scanned.unreadable().isEmpty()) {
      return Optional.of(
          new Stop(
              StopReason.UNREADABLE,
              scanned.unreadable().getFirst(),
              "Not every amount can be read (%s): nothing was posted."
                  .formatted(String.join("; ", scanned.unreadable())),
              "Ask the payer to send the remittance again, then put this one aside.",
              scanned.header().received()));
    }
    if (scanned.failures().isEmpty()) return Optional.empty();
    PlacedFailure first = scanned.failures().getFirst();
    int others = scanned.failures().size() - 1;
    return Optional.of(
        new Stop(
            StopReason.OUT_OF_BALANCE,
            first.place(),
            "%s%s. Nothing was posted and nothing was evened out."
                .formatted(
                    first.equation().inWords(),
                    others == 0 ? "" : ", and %d more".formatted(others)),
            "Ask the payer for a corrected remittance; when it comes, this one is put aside.",
            first.equation().difference()));
  }

  private Optional<Stop> payee(Remittance header) {
    Organization practice = organizations.current();
    Set<String> named = payeeNumbers(header);
    if (named.isEmpty()
        || named.contains(practice.npi().value())
        || named.contains(practice.taxId().value())) {
      return Optional.empty();
    }
    return Optional.of(
        new Stop(
            StopReason.OTHER_PAYEE,
            "N1*PE",
            "The remittance pays %s (%s), not %s (%s): nothing was posted."
                .formatted(
                    header.payeeName(),
                    String.join(", ", named),
                    practice.name(),
                    practice.npi().value()),
            "Give it to whom it is for; if that number is yours too, post it all the same.",
            header.received()));
  }

  private static Set<String> payeeNumbers(Remittance header) {
    var numbers = new HashSet<String>();
    if (header.payeeId() != null && !header.payeeId().isBlank()) {
      numbers.add(header.payeeId().replace("-", "").strip());
    }
    for (Reference reference : header.payee().references()) {
      if (List.of("TJ", "HPI", "XX").contains(reference.qualifier())) {
        numbers.add(reference.value().replace("-", "").strip());
      }
    }
    return new java.util.TreeSet<>(numbers);
  }

  private Optional<Stop> earlier(ScannedRemittance scanned, String payerKey) {
    var header = scanned.header();
    for (Earlier earlier : records.earlier(payerKey, header.trace(), scanned.moneyDigest())) {
      if (earlier.trace().equals(header.trace())) {
        return Optional.of(
            new Stop(
                StopReason.REPEATED_TRACE,
                "TRN02",
                "Trace number %s of this payer was posted before with %s on %s, now it comes with %s on %s and other content: nothing was posted."
                    .formatted(
                        header.trace(),
                        earlier.paid(),
                        earlier.paidOn(),
                        header.received(),
                        header.paidOn()),
                "Ask the payer which one holds; post it all the same if both payments came, else"
                    + " put it aside.",
                header.received()));
      }
      return Optional.of(
          new Stop(
              StopReason.REPEATED_CONTENT,
              "TRN02",
              "The same claims with the same amounts were posted before as %s on %s: nothing was posted."
                  .formatted(earlier.trace(), earlier.paidOn()),
              "Put it aside if the payer sent it twice; post it all the same if the bank shows two"
                  + " payments.",
              header.received()));
    }
    return Optional.empty();
  }

  /// Transfers are told some days before the money moves; a month ahead is a slip.
  private Optional<Stop> dayToCome(Remittance header) {
    var today = LocalDate.now(clock.withZone(ZoneId.of(organizations.current().timeZone())));
    if (!header.paidOn().isAfter(today.plusDays(MOST_DAYS_AHEAD))) return Optional.empty();
    return Optional.of(
        new Stop(
            StopReason.DAY_TO_COME,
            "BPR16",
            "The payment is dated %s, more than %d days ahead: nothing was posted."
                .formatted(header.paidOn(), MOST_DAYS_AHEAD),
            "Ask the payer for the day; if it is right, post it all the same.",
            header.received()));
  }

  private static Optional<Stop> negative(Remittance header) {
    Money received = header.received();
    if (!received.isNegative()) return Optional.empty();
    return Optional.of(
        new Stop(
            StopReason.NEGATIVE_PAYMENT,
            "BPR02",
            "The payment is negative (%s): the payer takes money from the account. Nothing was posted."
                .formatted(received),
            "Look whether the bank shows the debit; if it does, post it all the same, else ask the"
                + " payer.",
            received));
  }
}

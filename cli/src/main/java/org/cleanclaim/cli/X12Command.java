package org.cleanclaim.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.BalanceProof;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12File;
import org.cleanclaim.x12.X12Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Looks into X12 files.
@Command(
    name = "x12",
    description = "Look into X12 files.",
    mixinStandardHelpOptions = true,
    subcommands = X12Command.Show.class)
final class X12Command {

  /// Shows what stands in a file and what is wrong with it.
  @Command(
      name = "show",
      description = "Show what stands in a file and what is wrong with it.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    Path file = Path.of(".");

    @Option(names = "--segments", description = "List the segments, one per line.")
    boolean withSegments;

    @Option(names = "--json", description = "Print the file as JSON.")
    boolean isJson;

    @Override
    public Integer call() throws IOException {
      if (!Files.isRegularFile(file)) {
        throw new CommandFailure("There is no file " + file + ". Check the name.");
      }
      if (withSegments) segments();
      X12File read;
      try (var in = new BufferedInputStream(Files.newInputStream(file))) {
        read = X12Reader.read(in, file.getFileName().toString());
      }
      if (isJson) {
        System.out.println(
            OutwardJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(read));
      } else {
        print(read);
      }
      return read.hasErrors() ? Main.FINDINGS : Main.DONE;
    }

    private void segments() throws IOException {
      try (var in = new BufferedInputStream(Files.newInputStream(file))) {
        X12Reader.segments(
            in,
            segment ->
                System.out.println(
                    "%7d  %5d  %s"
                        .formatted(segment.byteOffset(), segment.number(), segment.raw())));
      }
    }

    private static void print(X12File read) {
      for (var interchange : read.interchanges()) {
        var envelope = interchange.envelope();
        System.out.println(
            "Interchange %s from %s to %s, %s%s"
                .formatted(
                    envelope.controlNumber(),
                    envelope.senderId(),
                    envelope.receiverId(),
                    envelope.preparedAt(),
                    envelope.test() ? ", test" : ""));
        interchange
            .acknowledgments()
            .forEach(a ->
                System.out.println(
                    "  TA1 for interchange %s: %s, note %s"
                        .formatted(a.controlNumber(), a.code(), a.noteCode())));
        for (var group : interchange.groups()) {
          System.out.println(
              "  Group %s %s, version %s"
                  .formatted(
                      group.group().functionalId(),
                      group.group().controlNumber(),
                      group.group().version()));
          group.transactions().forEach(Show::print);
        }
      }
      for (Finding finding : read.findings()) {
        System.out.println(
            "%s %s at %s: %s %s"
                .formatted(
                    finding.severity(),
                    finding.rule(),
                    finding.place().inWords(),
                    finding.message(),
                    finding.remedy()));
      }
    }

    private static void print(Transaction transaction) {
      var header = transaction.header();
      System.out.println(
          "    Transaction %s %s, %d segments"
              .formatted(header.type(), header.controlNumber(), header.segmentCount()));
      switch (transaction) {
        case Transaction.ClaimBatch batch -> {
          for (var claim : batch.claims()) {
            System.out.println(
                "      Claim %s, %s to %s, %d lines, %d diagnoses, served %s"
                    .formatted(
                        claim.controlNumber(),
                        claim.totalCharge(),
                        claim.payer().name(),
                        claim.lines().size(),
                        claim.diagnoses().size(),
                        claim.servedFrom().map(Object::toString).orElse("-")));
          }
        }
        case Transaction.RemittanceAdvice advice -> print(advice);
        case Transaction.EligibilityInquiries inquiries ->
            System.out.println("      " + inquiries.inquiries().size() + " eligibility questions");
        case Transaction.EligibilityAnswers answers ->
            answers
                .answers()
                .forEach(a ->
                    System.out.println(
                        "      Answer to %s: %s, %d benefits"
                            .formatted(a.trace(), a.status(), a.benefits().size())));
        case Transaction.GroupAcknowledged group ->
            System.out.println(
                "      Group %s: %s, %d of %d accepted"
                    .formatted(
                        group.acknowledgment().groupControlNumber(),
                        group.acknowledgment().code(),
                        group.acknowledgment().accepted(),
                        group.acknowledgment().received()));
        case Transaction.ClaimsAcknowledged claims ->
            claims
                .acknowledgments()
                .forEach(a ->
                    System.out.println(
                        "      Claim %s: %s"
                            .formatted(
                                a.claimControlNumber(), a.accepted() ? "accepted" : "rejected")));
        case Transaction.StatusInquiries status ->
            System.out.println("      " + status.inquiries().size() + " status questions");
        case Transaction.StatusAnswers status ->
            System.out.println("      " + status.answers().size() + " status answers");
        case Transaction.Unread unread ->
            unread.segments().forEach(s -> System.out.println("      " + s.raw()));
      }
    }

    private static void print(Transaction.RemittanceAdvice advice) {
      var remittance = advice.remittance();
      System.out.println(
          "      Remittance %s of %s: %s %s on %s"
              .formatted(
                  remittance.trace(),
                  remittance.payerName(),
                  remittance.paid(),
                  remittance.method(),
                  remittance.paidOn()));
      for (var claim : remittance.claims()) {
        System.out.println(
            "      Claim %s: charged %s, paid %s, patient %s, status %s, %d services"
                .formatted(
                    claim.claimControlNumber(),
                    claim.charged(),
                    claim.paid(),
                    claim.patientResponsibility(),
                    claim.statusCode(),
                    claim.services().size()));
      }
      Money moved =
          Money.sum(remittance.providerAdjustments().stream().map(a -> a.amount()).toList());
      if (!remittance.providerAdjustments().isEmpty())
        System.out.println("      Provider level: " + moved);
      var proof = BalanceProof.of(remittance);
      System.out.println(
          "      "
              + (proof.holds() ? "Balanced on all levels" : "OUT OF BALANCE: " + proof.failures()));
    }
  }
}

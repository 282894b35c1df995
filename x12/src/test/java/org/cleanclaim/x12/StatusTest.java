package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Reference;
import org.cleanclaim.kernel.party.Sex;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusLine;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.kernel.status.StatusParties.Insured;
import org.cleanclaim.kernel.status.StatusParties.Party;
import org.cleanclaim.x12.Transaction.StatusAnswers;
import org.cleanclaim.x12.Transaction.StatusInquiries;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Test;

class StatusTest {
  private static final Envelope ENVELOPE =
      new Envelope(
          "ZZ",
          "CLINIC",
          "ZZ",
          "PAYER",
          LocalDateTime.of(2026, 3, 1, 9, 0),
          "000000007",
          true,
          Separators.STANDARD);

  @Test
  void randomQuestionsSurviveWritingAndReading() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      var inquiries = new ArrayList<ClaimStatusInquiry>();
      for (int i = 0; i <= random.nextInt(5); i++) inquiries.add(inquiry(random, i));

      byte[] bytes = X12Writer.claimStatusInquiries(ENVELOPE, "7", inquiries);

      var read = (StatusInquiries) transaction(bytes);
      assertThat(read.inquiries()).as("-Dtest.seed=" + seed).isEqualTo(inquiries);
      var errors = new ArrayList<Fault>();
      X12Checker.check(
          new ByteArrayInputStream(bytes), "276", CheckOptions.standard(), errors::add);
      assertThat(errors).as("-Dtest.seed=" + seed).isEmpty();
    }
  }

  /// What stands in the public samples comes back from the records alone.
  @Test
  void theRecordsHoldEverySegmentOfThePublicSamples() throws IOException {
    int compared = 0;
    for (String folder : List.of("276", "277")) {
      for (Path file : Samples.all()) {
        if (!file.getParent().getFileName().toString().equals(folder)) continue;
        X12File read = X12Reader.read(Files.newInputStream(file), file.toString());
        for (Interchange interchange : read.interchanges()) {
          for (Transaction transaction : interchange.transactions()) {
            byte[] written;
            if (transaction instanceof StatusInquiries questions) {
              written =
                  X12Writer.claimStatusInquiries(
                      interchange.envelope(), "1", questions.inquiries());
            } else if (transaction instanceof StatusAnswers answers) {
              written =
                  X12Writer.claimStatusAnswers(interchange.envelope(), "1", answers.answers());
            } else {
              continue;
            }
            assertThat(body(written)).as(file.toString()).isEqualTo(body(interchange));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(9);
  }

  private static List<String> body(byte[] bytes) throws IOException {
    var segments = new ArrayList<Segment>();
    X12Reader.segments(new ByteArrayInputStream(bytes), s -> segments.add(s.keep()));
    return body(segments);
  }

  private static List<String> body(Interchange interchange) {
    return body(interchange.source());
  }

  // Numbers and days of the envelope are the writer's own.
  private static List<String> body(List<Segment> segments) {
    return segments.stream()
        .filter(s -> !List.of("ISA", "GS", "ST", "BHT", "SE", "GE", "IEA").contains(s.id()))
        .map(s -> s.raw().replaceAll("\\*+$", "").replaceAll("\\.00(?=\\*|$)", ""))
        .toList();
  }

  private static Transaction transaction(byte[] bytes) throws IOException {
    return X12Reader.read(new ByteArrayInputStream(bytes), "test").transactions().getFirst();
  }

  private static ClaimStatusInquiry inquiry(Random random, int number) {
    var subscriber =
        new Insured(
            new Party(new PersonName("NAME" + random.nextInt(2), "PAT"), "MI", "M1"),
            LocalDate.of(1970, 1, 1 + random.nextInt(2)),
            Sex.FEMALE);
    var dependent =
        random.nextBoolean()
            ? null
            : new Insured(
                new Party(new PersonName("CHILD" + random.nextInt(2), "KIM"), null, null),
                LocalDate.of(2015, 1, 1),
                Sex.MALE);
    var parties =
        new StatusParties(
            new Party(new OrganizationName("PAYER" + random.nextInt(2)), "PI", "P1"),
            null,
            new Party(new OrganizationName("CLINIC"), "46", "C1"),
            List.of(new Party(new OrganizationName("CLINIC"), "XX", "1234567893")),
            subscriber,
            dependent);
    var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100));
    var line =
        new StatusLine(
            "HC",
            "99213",
            random.nextBoolean() ? List.of("25") : List.of(),
            Money.ofCents(random.nextInt(100_000)),
            null,
            random.nextBoolean() ? "0300" : null,
            BigDecimal.valueOf(1 + random.nextInt(5)),
            "L" + number,
            day,
            day,
            List.of());
    return new ClaimStatusInquiry(
        "T" + number,
        parties,
        Money.ofCents(1 + random.nextInt(1_000_000)),
        day,
        day.plusDays(random.nextInt(3)),
        random.nextBoolean() ? List.of(new Reference("EJ", "ACC" + number)) : List.of(),
        random.nextBoolean() ? List.of(line) : List.of());
  }
}

package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.Transaction.ClaimBatch;
import org.cleanclaim.x12.Transaction.RemittanceAdvice;
import org.cleanclaim.x12.lexer.Segment;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Files that others wrote, good and bad ones.
class CorpusTest {
  @Test
  void everySampleIsReadWithoutFailing() throws IOException {
    for (Path file : samples("")) {
      byte[] bytes = Files.readAllBytes(file);
      var read = X12Reader.read(new ByteArrayInputStream(bytes), file.getFileName().toString());
      assertThat(read.findings())
          .as(file.toString())
          .allSatisfy(f -> assertThat(f.remedy()).endsWith("."));
    }
  }

  @Test
  void noPaymentOfARemittanceIsLost() throws IOException {
    int compared = 0;
    for (Path file : samples("/835/")) {
      byte[] bytes = Files.readAllBytes(file);
      var advices =
          X12Reader.read(new ByteArrayInputStream(bytes), "sample").transactions().stream()
              .filter(RemittanceAdvice.class::isInstance)
              .map(t -> ((RemittanceAdvice) t).remittance())
              .toList();
      var raw = raw(bytes);
      if (advices.isEmpty() || raw.stream().filter(s -> s.is("ST")).count() != advices.size())
        continue;
      compared++;
      assertThat(advices.stream().mapToLong(r -> r.claims().size()).sum())
          .as(file.toString())
          .isEqualTo(raw.stream().filter(s -> s.is("CLP")).count());
      assertThat(
              Money.sum(
                  advices.stream().flatMap(r -> r.claims().stream()).map(c -> c.paid()).toList()))
          .as(file.toString())
          .isEqualTo(sum(raw, "CLP", 4));
      assertThat(
              Money.sum(
                  advices.stream()
                      .flatMap(r -> r.claims().stream())
                      .flatMap(c -> c.services().stream())
                      .map(s -> s.paid())
                      .toList()))
          .as(file.toString())
          .isEqualTo(sum(raw, "SVC", 3));
    }
    assertThat(compared).isGreaterThanOrEqualTo(10);
  }

  @Test
  void noClaimIsLost() throws IOException {
    int compared = 0;
    for (Path file : samples("/837P/")) {
      byte[] bytes = Files.readAllBytes(file);
      var read = X12Reader.read(new ByteArrayInputStream(bytes), "sample");
      var batches =
          read.transactions().stream()
              .filter(ClaimBatch.class::isInstance)
              .map(ClaimBatch.class::cast)
              .toList();
      var raw = raw(bytes);
      if (batches.isEmpty()
          || read.hasErrors()
          || raw.stream().filter(s -> s.is("ST")).count() != batches.size()) continue;
      compared++;
      assertThat(batches.stream().mapToLong(b -> b.claims().size()).sum())
          .as(file.toString())
          .isEqualTo(raw.stream().filter(s -> s.is("CLM")).count());
      assertThat(
              Money.sum(
                  batches.stream()
                      .flatMap(b -> b.claims().stream())
                      .map(c -> c.totalCharge())
                      .toList()))
          .as(file.toString())
          .isEqualTo(sum(raw, "CLM", 2));
    }
    assertThat(compared).isGreaterThanOrEqualTo(10);
  }

  @Test
  void aRemittanceWrittenAgainIsTheSameRemittance() throws IOException {
    int compared = 0;
    for (Path file : samples("/835/")) {
      for (Interchange interchange :
          X12Reader.read(Files.newInputStream(file), "sample").interchanges()) {
        for (Transaction transaction : interchange.transactions()) {
          if (!(transaction instanceof RemittanceAdvice advice)) continue;
          byte[] written =
              X12Writer.remittances(
                  new Envelope(
                      "ZZ",
                      "A",
                      "ZZ",
                      "B",
                      interchange.envelope().preparedAt(),
                      "000000001",
                      true,
                      Separators.STANDARD),
                  "1",
                  List.of(advice.remittance()));
          var again =
              (RemittanceAdvice)
                  X12Reader.read(new ByteArrayInputStream(written), "again")
                      .transactions()
                      .getFirst();
          assertThat(again.remittance().claims().stream().map(c -> c.services().size()).toList())
              .as(file.toString())
              .isEqualTo(
                  advice.remittance().claims().stream().map(c -> c.services().size()).toList());
          assertThat(again.remittance().providerAdjustments())
              .isEqualTo(advice.remittance().providerAdjustments());
          assertThat(again.remittance().paid()).isEqualTo(advice.remittance().paid());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(10);
  }

  private static Money sum(List<Segment> segments, String id, int element) {
    return Money.sum(
        segments.stream()
            .filter(s -> s.is(id))
            .map(s -> Money.parse(s.element(element)).orElse(Money.ZERO))
            .toList());
  }

  private static List<Segment> raw(byte[] bytes) throws IOException {
    var segments = new ArrayList<Segment>();
    X12Reader.segments(new ByteArrayInputStream(bytes), s -> segments.add(s.keep()));
    return segments;
  }

  private static List<Path> samples(String folder) throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no public samples to read");
    try (Stream<Path> files = Files.walk(Path.of(data, "corpus/x12"))) {
      return files
          .filter(f -> f.toString().endsWith(".edi") && f.toString().contains(folder))
          .sorted()
          .toList();
    }
  }
}

package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.worklist.Worklists;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Remittances that others wrote: posted or put aside, never lost.
class PublicSamplesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void samplesOfManyPublishersLandOnTheUnmatchedListWithoutUnbalancingAnything()
      throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no public samples to post");
    var results = new ArrayList<PostResult>();
    try (Stream<Path> files = Files.walk(Path.of(data, "corpus/x12"))) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*/835/[^/]*\\.edi")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        results.addAll(
            server
                .inPractice(
                    () -> server.bean(Intake.class).receive(file.getFileName().toString(), bytes))
                .remittances());
      }
    }

    long posted = results.stream().filter(r -> r instanceof PostResult.Posted).count();
    int unmatched =
        results.stream().mapToInt(r -> r instanceof PostResult.Posted p ? p.unmatched() : 0).sum();
    assertThat(posted).isGreaterThanOrEqualTo(10);
    assertThat(
            server.<Integer, RuntimeException>inPractice(
                () -> server.bean(Worklists.class).unmatched(10_000).size()))
        .isGreaterThanOrEqualTo(unmatched);
    assertThat(
            server.<Boolean, RuntimeException>inPractice(
                () -> server.bean(Ledger.class).totals().isBalanced()))
        .isTrue();
  }
}

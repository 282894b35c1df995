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
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.remittance.Remittance;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Remittances that others wrote: posted or put aside, never lost.
class PublicSamplesTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void samplesOfManyPublishersAreStoppedWithAReasonAndPostedToTheCentOnceReleased()
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

    // They are for other practices: nothing is posted until a person says so.
    assertThat(results).noneMatch(r -> r instanceof PostResult.Posted);
    var posted = Money.ZERO;
    var said = Money.ZERO;
    int released = 0;
    for (PostResult result : results) {
      switch (result) {
        case PostResult.OutOfBalance out ->
            assertThat(out.failures())
                .as(out.trace())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.place()).startsWith("segment "));
        case PostResult.Stopped stopped when stopped.reason().isReleasable() -> {
          var item =
              server.<ExceptionQueue.Item, RuntimeException>inPractice(
                  () -> server.bean(ExceptionQueue.class).of(stopped.publicId()).getFirst());
          var outcome =
              server.<PostResult, RuntimeException>inPractice(
                  () -> server.bean(Remittances.class).release(item.id(), "test"));
          assertThat(outcome).isInstanceOf(PostResult.Posted.class);
          posted = posted.plus(((PostResult.Posted) outcome).paid());
          said =
              said.plus(
                  server
                      .<Remittance, RuntimeException>inPractice(() ->
                          server.bean(Remittances.class).content(stopped.publicId()).orElseThrow())
                      .received());
          released++;
        }
        case PostResult.Stopped stopped -> assertThat(stopped.sentence()).contains("segment ");
        case PostResult.AlreadyPosted again -> assertThat(again.trace()).isNotEmpty();
        case PostResult.Posted never -> throw new AssertionError(never);
      }
    }
    assertThat(released).isGreaterThanOrEqualTo(10);
    assertThat(posted).isEqualTo(said);
    assertThat(
            server.<Boolean, RuntimeException>inPractice(
                () -> server.bean(Ledger.class).totals().isBalanced()))
        .isTrue();
  }
}

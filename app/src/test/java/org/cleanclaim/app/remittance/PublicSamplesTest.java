package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
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
  private static final Pattern REMITTANCE = Pattern.compile("\\bST[^\\w\\s]835[^\\w\\s]");

  private final DemoServer server = DemoServer.shared();

  @Test
  void samplesOfManyPublishersAreStoppedWithAReasonAndPostedToTheCentOnceReleased()
      throws IOException {
    String data = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(data != null, "CLEANCLAIM_DATA is not set: no public samples to post");
    var results = new ArrayList<PostResult>();
    try (Stream<Path> files = Files.walk(Path.of(data, "corpus/x12"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (!holdsRemittance(bytes)) continue;
        var report =
            server.inPractice(
                () -> server.bean(Intake.class).receive(file.getFileName().toString(), bytes));
        results.addAll(report.remittances());
        // A file that is broken off gives no remittance; then it is said at which segment.
        if (report.remittances().isEmpty()) {
          assertThat(report.findings())
              .as("%s: neither posted nor stopped", file)
              .anySatisfy(f -> assertThat(f.toString()).contains("segment"));
        }
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
              server.<ExceptionQueue.Item, RuntimeException>inPractice(() ->
                  server.bean(ExceptionQueue.class).of(stopped.publicId(), 1).rows().getFirst());
          var outcome =
              server.<PostResult, RuntimeException>inPractice(
                  () -> server.bean(Remittances.class).release(item.id(), "test"));
          assertThat(outcome).isInstanceOf(PostResult.Posted.class);
          posted = posted.plus(((PostResult.Posted) outcome).paid());
          said =
              said.plus(
                  server
                      .<Remittance, RuntimeException>inPractice(() ->
                          server
                              .bean(Remittances.class)
                              .content(stopped.publicId(), 1)
                              .orElseThrow())
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

  /// Whether a file holds an 835, wherever it lies and whatever it is called.
  private static boolean holdsRemittance(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.startsWith("ISA") && REMITTANCE.matcher(text).find();
  }
}

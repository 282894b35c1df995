package org.cleanclaim.app.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.app.ledger.Ledger;
import org.junit.jupiter.api.Test;

class PostingTwiceTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void postingAnyRemittanceAgainChangesNothingWhateverItsWrapping() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    var before = totals();
    for (Path file : remittanceFiles()) {
      byte[] original = Files.readAllBytes(file);
      byte[] rewrapped = rewrapped(original, random);
      for (byte[] bytes : new byte[][] {original, rewrapped}) {
        var report =
            server.inPractice(
                () -> server.bean(Intake.class).receive(file.getFileName().toString(), bytes));
        assertThat(report.remittances())
            .as("%s -Dtest.seed=%s", file, seed)
            .isNotEmpty()
            .allMatch(r -> r instanceof PostResult.AlreadyPosted);
      }
    }
    assertThat(totals()).as("-Dtest.seed=%s", seed).isEqualTo(before);
  }

  @Test
  void aRemittanceWithOneCentWrongIsKeptAndNotPosted() throws IOException {
    var before = totals();
    String text = Files.readString(remittanceFiles().getFirst());
    String damaged =
        text.replaceFirst("BPR\\*I\\*(\\d+)", "BPR*I*9$1").replaceFirst("TRN\\*1\\*", "TRN*1*X");

    var report =
        server.inPractice(() ->
            server
                .bean(Intake.class)
                .receive("damaged.835", damaged.getBytes(StandardCharsets.UTF_8)));

    assertThat(report.remittances()).singleElement().isInstanceOf(PostResult.OutOfBalance.class);
    assertThat(totals()).isEqualTo(before);
  }

  @Test
  void truncatedFilesNeverPostHalfAnything() throws IOException {
    String text = Files.readString(remittanceFiles().getLast());
    for (int cut = 0; cut < text.length(); cut += 97) {
      byte[] bytes =
          text.substring(0, cut)
              .replace("TRN*1*", "TRN*1*T" + cut)
              .getBytes(StandardCharsets.UTF_8);
      server.inPractice(() -> server.bean(Intake.class).receive("cut.835", bytes));

      var totals = totals();
      assertThat(totals.debits()).isEqualTo(totals.credits());
    }
  }

  private Ledger.Totals totals() {
    return server.inPractice(() -> server.bean(Ledger.class).totals());
  }

  private java.util.List<Path> remittanceFiles() throws IOException {
    try (Stream<Path> files = Files.list(server.home().resolve("inbox"))) {
      return files.filter(f -> f.getFileName().toString().startsWith("835-")).sorted().toList();
    }
  }

  /// The same content under other line breaks and another interchange number.
  private static byte[] rewrapped(byte[] original, Random random) {
    String text = new String(original, StandardCharsets.UTF_8);
    String number = "%09d".formatted(random.nextInt(1, 999_999_999));
    String control = text.substring(text.indexOf("*00501*") + 7, text.indexOf("*00501*") + 16);
    return text.replace(control, number)
        .replace("~\n", random.nextBoolean() ? "~\r\n" : "~")
        .getBytes(StandardCharsets.UTF_8);
  }
}

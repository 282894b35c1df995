package org.cleanclaim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.transport.ConnectionKind;
import org.cleanclaim.app.transport.ConnectionSettings;
import org.cleanclaim.app.transport.Line;
import org.cleanclaim.app.transport.Lines;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.X12Checker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The payers of the demo month behind a real SFTP server.
class PayerServerTest {
  @TempDir Path folder;

  private final DemoServer demo = DemoServer.shared();

  private record Sent(String payer, ExchangedFile file) {}

  private Sent claims() {
    var transaction = new TransactionTemplate(demo.bean(PlatformTransactionManager.class));
    return demo.inPractice(() ->
        transaction.execute(status ->
            demo.bean(JdbcClient.class)
                .sql(
                    """
                    select f.exchanged_file_id, p.slug
                    from submission s
                    join exchanged_file f on f.exchanged_file_id = s.exchanged_file_id
                    join payer p on p.payer_id = s.payer_id
                    order by s.submission_id
                    limit 1
                    """)
                .query((row, n) ->
                    new Sent(
                        row.getString(2),
                        demo.bean(FileExchange.class).find(row.getLong(1)).orElseThrow()))
                .single()));
  }

  private Line line(PayerServer server, String payer) throws IOException {
    Files.writeString(demo.bean(Home.class).secrets().resolve("payer-box"), "open");
    return demo.bean(Lines.class)
        .open(
            new ConnectionSettings(
                "box",
                ConnectionKind.SFTP,
                Usage.TEST,
                "localhost:" + server.port(),
                "practice",
                List.of(server.hostKey()),
                "payer-box",
                payer + "/in",
                payer + "/out"));
  }

  @Test
  void claimsAreAcknowledgedAndPaidOverTheConnection() throws Exception {
    var sent = claims();
    byte[] bytes = demo.inPractice(() -> demo.bean(FileExchange.class).content(sent.file()));
    var clock = Clock.fixed(sent.file().exchangedAt(), ZoneOffset.UTC);
    String key;
    try (var server = PayerServer.start(folder, 0, "practice", "open", 1, clock)) {
      key = server.hostKey();
      try (var line = line(server, sent.payer())) {
        line.upload(sent.file().name(), bytes);
        line.release(sent.file().name(), bytes);

        assertThat(answers(server, line, 3)).containsExactly("277CA", "999", "TA1");
      }
    }

    var later = Clock.offset(clock, Duration.ofDays(60));
    try (var server = PayerServer.start(folder, 0, "practice", "open", 1, later);
        var line = line(server, sent.payer())) {
      assertThat(server.hostKey()).isEqualTo(key);
      assertThat(answers(server, line, 1)).containsExactly("835");

      line.upload("again.x12", bytes);
      line.release("again.x12", bytes);

      assertThat(answers(server, line, 1)).as("a number that came before").containsExactly("TA1");
    }
  }

  /// Kinds of the answers, each fetched, clean by its guide and put aside.
  private static List<String> answers(PayerServer server, Line line, int count) throws Exception {
    var until = Instant.now().plusSeconds(60);
    while (line.waiting().size() < count && Instant.now().isBefore(until)) Thread.sleep(50);
    var kinds = new ArrayList<String>();
    assertThat(server.trouble()).isEmpty();
    for (String name : line.waiting()) {
      try (var in = new ByteArrayInputStream(line.fetch(name))) {
        var checked = X12Checker.check(in, name, CheckOptions.standard(), fault -> {});
        assertThat(checked.errors()).as(name).isZero();
      }
      kinds.add(name.substring(0, name.indexOf('-')));
      line.done(name);
    }
    return kinds;
  }
}

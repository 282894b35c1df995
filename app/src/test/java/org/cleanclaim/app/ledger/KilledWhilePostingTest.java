package org.cleanclaim.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.Statement;
import org.cleanclaim.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWhilePostingTest {
  @TempDir Path home;

  @Test
  void everyAcknowledgedPostingIsThereAndNoneIsHalf() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PostingProgram.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.matches("\\d+")) continue;
        acknowledged = Integer.parseInt(line);
        if (acknowledged == 150) {
          long postmaster =
              Long.parseLong(
                  Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                      .getFirst()
                      .strip());
          ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
          ProcessHandle.of(program.pid()).orElseThrow().destroyForcibly();
        }
      }
    }
    program.waitFor();
    assertThat(acknowledged).isGreaterThanOrEqualTo(150);

    try (var server = PostgresServer.start(home);
        var connection =
            DriverManager.getConnection(
                server.connection().jdbcUrl(),
                server.connection().user(),
                server.connection().password());
        var statement = connection.createStatement()) {
      assertThat(
              number(
                  statement,
                  "select count(*) from generate_series(1, "
                      + acknowledged
                      + ") n where not exists (select from posting where idempotency_key = 'key-' || n)"))
          .as("acknowledged postings that are gone")
          .isZero();
      assertThat(
              number(
                  statement,
                  """
                  select count(*)
                  from posting p
                  where (select count(*) from entry e where e.posting_id = p.posting_id) <> 2
                    or (select sum(amount) from entry e where e.posting_id = p.posting_id) <> 0
                  """))
          .as("postings of which a half is missing")
          .isZero();
    }
  }

  private static int number(Statement statement, String sql) throws Exception {
    try (var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}

package org.cleanclaim.cli.worklists;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The statements that the database was sent, from its own log.
final class StatementLog {
  // Who signs in and from where, what every transaction begins with, and this
  // log itself are no part of a page.
  private static final List<String> AROUND =
      List.of(
          "set_config",
          "spring_session",
          "user_account",
          "lock_after_minutes",
          "alter system",
          "pg_reload_conf",
          "begin",
          "commit",
          "rollback");

  /// A statement goes over several lines; each entry of the log begins with its time.
  private static final Pattern ENTRY =
      Pattern.compile("^(?=\\d{4}-\\d\\d-\\d\\d )", Pattern.MULTILINE);

  private static final Pattern EXECUTED = Pattern.compile("LOG:  duration: \\S+ ms  execute ");

  private final Path log;
  private final Connection owner;

  StatementLog(Path home, Connection owner) {
    this.log = home.resolve("postgres/postgres.log");
    this.owner = owner;
  }

  /// Something that sends statements.
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /// What a piece of work asks of tables.
  List<String> of(Work work) throws SQLException, IOException, InterruptedException {
    set("0");
    long from = Files.size(log);
    work.run();
    set("-1");
    TimeUnit.MILLISECONDS.sleep(50); // the log is written by another process
    byte[] all = Files.readAllBytes(log);
    String written =
        new String(
            all, Math.toIntExact(from), all.length - Math.toIntExact(from), StandardCharsets.UTF_8);
    return ENTRY
        .splitAsStream(written)
        .filter(entry -> EXECUTED.matcher(entry).find())
        .filter(entry -> AROUND.stream().noneMatch(entry.toLowerCase(Locale.ROOT)::contains))
        .toList();
  }

  private void set(String milliseconds) throws SQLException, InterruptedException {
    try (var statement = owner.createStatement()) {
      statement.execute("alter system set log_min_duration_statement = " + milliseconds);
      statement.execute("select pg_reload_conf()");
    }
    TimeUnit.MILLISECONDS.sleep(250); // each session reads it before its next statement
  }
}

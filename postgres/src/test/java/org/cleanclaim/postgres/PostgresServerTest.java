package org.cleanclaim.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path home;

  @Test
  void startsDurableStopsAndStartsAgainWithItsData() throws Exception {
    try (var server = PostgresServer.start(home)) {
      assertThat(server.isAdopted()).isFalse();
      assertThat(show(server, "fsync")).isEqualTo("on");
      assertThat(show(server, "synchronous_commit")).isEqualTo("on");
      assertThat(show(server, "full_page_writes")).isEqualTo("on");
      assertThat(show(server, "data_checksums")).isEqualTo("on");
      assertThat(show(server, "password_encryption")).isEqualTo("scram-sha-256");
      assertThat(show(server, "listen_addresses")).isEqualTo("127.0.0.1");
      execute(server, "create table note (id int primary key)", "insert into note values (7)");
      assertThatThrownBy(() ->
              DriverManager.getConnection(server.connection().jdbcUrl(), "cleanclaim", "wrong")
                  .close())
          .isInstanceOf(SQLException.class);
    }

    try (var server = PostgresServer.start(home)) {
      assertThat(count(server, "select count(*) from note")).isEqualTo(1);
    }
  }

  @Test
  void keepsEveryAcknowledgedTransactionWholeWhenTheServerIsKilled() throws Exception {
    var first = PostgresServer.start(home);
    execute(first, "create table half (pair int, side int)");
    var acknowledged = new AtomicInteger();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try (var connection = connect(first);
                  var insert = connection.prepareStatement("insert into half values (?, ?)")) {
                connection.setAutoCommit(false);
                for (int pair = 1; ; pair++) {
                  for (int side = 0; side < 2; side++) {
                    insert.setInt(1, pair);
                    insert.setInt(2, side);
                    insert.executeUpdate();
                  }
                  connection.commit();
                  acknowledged.set(pair);
                }
              } catch (SQLException expected) {
                // the server was killed under it
              }
            });
    while (acknowledged.get() < 50) Thread.onSpinWait();
    long pid = Postmaster.of(home.resolve("postgres/data")).orElseThrow().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    writer.join();
    abandon(first);

    try (var second = PostgresServer.start(home)) {
      assertThat(
              count(
                  second,
                  "select count(distinct pair) from half where pair <= " + acknowledged.get()))
          .isEqualTo(acknowledged.get());
      assertThat(
              count(
                  second,
                  "select count(*) from (select from half group by pair having count(*) <> 2) h"))
          .isZero();
    }
  }

  @Test
  void adoptsTheServerThatOutlivedItsProgram() throws Exception {
    var first = PostgresServer.start(home);
    int port = first.connection().port();
    abandon(first);

    try (var second = PostgresServer.start(home)) {
      assertThat(second.isAdopted()).isTrue();
      assertThat(second.connection().port()).isEqualTo(port);
      assertThat(show(second, "fsync")).isEqualTo("on");
    }
    assertThat(Postmaster.of(home.resolve("postgres/data"))).isEmpty();
  }

  @Test
  void aSecondProgramSharesTheServerAndDoesNotStopIt() throws Exception {
    try (var first = PostgresServer.start(home)) {
      PostgresServer.start(home).close();

      assertThat(show(first, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void clearsThePidFileOfAProcessThatIsSomethingElseNow() throws Exception {
    PostgresServer.start(home).close();
    Path pidFile = home.resolve("postgres/data/postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + home + "\n1\n1\n");

    try (var server = PostgresServer.start(home)) {
      assertThat(server.isAdopted()).isFalse();
    }
  }

  @Test
  void takesAZombieForWhatItIs() throws Exception {
    PostgresServer.start(home).close();
    // The shell's child ends while nobody waits for it: exec has put a program there that never
    // reaps.
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0.1 & echo $!; exec sleep 60").start();
    try {
      long zombie;
      try (var said = parent.inputReader()) {
        zombie = Long.parseLong(said.readLine().strip());
      }
      while (!Postmaster.isZombie(zombie)) Thread.onSpinWait();
      Files.writeString(
          home.resolve("postgres/data/postmaster.pid"), zombie + "\n" + home + "\n1\n1\n");

      try (var server = PostgresServer.start(home)) {
        assertThat(server.isAdopted()).isFalse();
        assertThat(show(server, "fsync")).isEqualTo("on");
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void saysWhatToDoAboutAHomeThatCannotBeUsed() throws Exception {
    Path file = Files.createFile(home.resolve("file"));
    assertThatThrownBy(() -> PostgresServer.start(file))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--home");

    Path corrupt = home.resolve("corrupt");
    Files.createDirectories(corrupt.resolve("postgres/data"));
    assertThatThrownBy(() -> PostgresServer.start(corrupt))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("PG_VERSION");

    Files.writeString(corrupt.resolve("postgres/data/PG_VERSION"), "12\n");
    assertThatThrownBy(() -> PostgresServer.start(corrupt))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("PostgreSQL 12");
  }

  @Test
  void keepsThePasswordToItsOwner() throws IOException {
    try (var server = PostgresServer.start(home)) {
      assertThat(Files.getPosixFilePermissions(home.resolve("postgres/password"))).hasSize(2);
      assertThat(server.connection().toString()).doesNotContain(server.connection().password());
    }
  }

  /// As if the program had been killed: its lock is gone, the server runs on.
  private static void abandon(PostgresServer server) throws Exception {
    var owner = PostgresServer.class.getDeclaredField("owner");
    owner.setAccessible(true);
    ((java.nio.channels.FileChannel) owner.get(server)).close();
  }

  private static java.sql.Connection connect(PostgresServer server) throws SQLException {
    var connection = server.connection();
    return DriverManager.getConnection(
        connection.jdbcUrl(), connection.user(), connection.password());
  }

  private static void execute(PostgresServer server, String... statements) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }

  private static String show(PostgresServer server, String setting) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static int count(PostgresServer server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}

package org.cleanclaim.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// One start of a server: from the data as they lie there to a server that answers.
final class ServerStart {
  private static final int LOG_LINES = 4;

  private final Path folder;
  private final Path data;
  private final Path log;
  private final Programs programs;

  ServerStart(Path folder, Programs programs) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.log = folder.resolve("postgres.log");
    this.programs = programs;
  }

  /// The password of the data, which have to be of this version.
  String password() throws IOException {
    checkVersion();
    return Files.readString(folder.resolve("password")).strip();
  }

  /// The port of the server that runs already; what a dead one left behind is cleared.
  OptionalInt running() throws IOException {
    var running = settled();
    if (running.isEmpty()) return OptionalInt.empty();
    if (running.get().isAlive()) return OptionalInt.of(running.get().port());
    clearLeftOvers();
    return OptionalInt.empty();
  }

  /// Starts it.
  ///
  /// @return its port
  int launch() throws IOException {
    int port = port();
    if (!Files.exists(log)) Files.createFile(log);
    programs.privileges().own(log);
    try {
      programs.run(
          List.of(
              "pg_ctl",
              "start",
              "-D",
              data.toString(),
              "-l",
              log.toString(),
              "-w",
              "-t",
              "60",
              "-s",
              "-o",
              "-p " + port));
    } catch (IOException e) {
      throw new PostgresException(
          "PostgreSQL did not start: %s. See %s.".formatted(tail(), log), e);
    }
    Files.writeString(folder.resolve("port"), Integer.toString(port));
    return port;
  }

  /// The running server once it has made up its mind: ready to be adopted, or gone.
  private Optional<Postmaster> settled() throws IOException {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (true) {
      var running = Postmaster.of(data);
      if (running.isEmpty() || !running.get().isAlive() || running.get().isReady()) return running;
      if (System.nanoTime() > giveUpAt) {
        throw new PostgresException(
            "The PostgreSQL that runs in %s does not become ready. See %s.".formatted(data, log));
      }
      pause();
    }
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void checkVersion() throws IOException {
    Path version = data.resolve("PG_VERSION");
    String expected = Binaries.VERSION.substring(0, Binaries.VERSION.indexOf('.'));
    if (!Files.exists(version)) {
      throw new PostgresException(
          "The folder %s holds no PostgreSQL data (PG_VERSION is missing). Restore it from a backup, or move it away to begin anew."
              .formatted(data));
    }
    String found = Files.readString(version).strip();
    if (!found.equals(expected)) {
      throw new PostgresException(
          "The data in %s is of PostgreSQL %s, this program brings %s. Use the program version that made it, export, and import here."
              .formatted(data, found, expected));
    }
    if (!Files.exists(folder.resolve("password"))) {
      throw new PostgresException(
          "The password file %s is missing. Restore it from a backup of the home folder."
              .formatted(folder.resolve("password")));
    }
  }

  /// After a kill: the pid file of a server that is gone, or a zombie where nobody reaps processes.
  private void clearLeftOvers() throws IOException {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (Postmaster.hasSurvivors(data)) {
      if (System.nanoTime() > giveUpAt) {
        throw new PostgresException(
            "Processes of an earlier PostgreSQL still work in %s. End them, then start again."
                .formatted(data));
      }
      pause();
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
  }

  /// The port of the last time when it is free, else any free one.
  private int port() throws IOException {
    Path file = folder.resolve("port");
    if (Files.exists(file)) {
      String text = Files.readString(file).strip();
      if (text.matches("\\d{2,5}") && isFree(Integer.parseInt(text))) return Integer.parseInt(text);
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private String tail() throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }
}

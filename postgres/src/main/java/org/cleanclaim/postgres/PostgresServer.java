package org.cleanclaim.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The bundled server of one home folder.
///
/// Everything lies in `<home>/postgres`: programs, `data`, `password` (owner only), `port`,
/// `postgres.log`. The server listens on the loopback address alone, asks for a password by SCRAM,
/// checksums its pages and syncs every commit. It survives the death of the program that started
/// it; the next start adopts it.
public final class PostgresServer implements AutoCloseable {
  static final String USER = "cleanclaim";
  static final String DATABASE = "cleanclaim";

  private final Path folder;
  private final Path data;
  private final Programs programs;
  private final Connection connection;
  private final boolean isAdopted;
  private final @Nullable FileChannel owner;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private PostgresServer(
      Path folder,
      Programs programs,
      Connection connection,
      boolean isAdopted,
      @Nullable FileChannel owner) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.programs = programs;
    this.connection = connection;
    this.isAdopted = isAdopted;
    this.owner = owner;
  }

  /// Starts the server of a home folder, or attaches to the one that runs.
  ///
  /// @throws PostgresException with a sentence and a remedy; nothing half-made is left behind
  public static PostgresServer start(Path home) {
    Path folder = home.toAbsolutePath().normalize().resolve("postgres");
    createFolder(folder);
    // One start at a time per home, in this program and in others: the second finds what the first
    // has made.
    synchronized (PostgresServer.class) {
      try (var turn =
              FileChannel.open(
                  folder.resolve("start.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var lock = turn.lock()) {
        if (!lock.isValid()) throw new IOException("the start lock was lost");
        return startInTurn(folder);
      } catch (IOException e) {
        throw new PostgresException(
            "The database folder %s cannot be used: %s. Check the folder's rights and free space."
                .formatted(folder, e.getMessage()),
            e);
      }
    }
  }

  private static PostgresServer startInTurn(Path folder) {
    FileChannel owner = ownership(folder);
    try {
      return start(folder, owner);
    } catch (IOException e) {
      release(owner);
      throw new PostgresException(
          "The database folder %s cannot be used: %s. Check the folder's rights and free space."
              .formatted(folder, e.getMessage()),
          e);
    } catch (RuntimeException e) {
      release(owner);
      throw e;
    }
  }

  private static PostgresServer start(Path folder, @Nullable FileChannel owner) throws IOException {
    Programs programs = Programs.in(folder);
    if (!Files.exists(folder.resolve("data"))) new NewCluster(folder, programs).create();
    var start = new ServerStart(folder, programs);
    String password = start.password();
    OptionalInt running = start.running();
    int port = running.isPresent() ? running.getAsInt() : start.launch();
    return new PostgresServer(
        folder,
        programs,
        new Connection(port, DATABASE, USER, password),
        running.isPresent(),
        owner);
  }

  public Connection connection() {
    return connection;
  }

  /// Whether the server was running already.
  public boolean isAdopted() {
    return isAdopted;
  }

  /// Stops the server, unless another program of this home still uses it. Calling it again does
  /// nothing.
  @Override
  public void close() {
    if (!isClosed.compareAndSet(false, true) || owner == null) return;
    try {
      programs.run(
          List.of("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "PostgreSQL could not be stopped; see " + folder.resolve("postgres.log"), e);
    } finally {
      release(owner);
    }
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".probe", null);
      Files.delete(probe);
    } catch (IOException e) {
      throw new PostgresException(
          "The home folder %s cannot be written. Choose another with --home or correct its rights."
              .formatted(folder.getParent()),
          e);
    }
  }

  /// The lock of the program that stops the server; null when another program holds it.
  private static @Nullable FileChannel ownership(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (java.nio.channels.OverlappingFileLockException e) {
        lock = null; // another server object of this program
      }
      if (lock != null) return channel;
      channel.close();
      return null;
    } catch (IOException e) {
      throw new PostgresException(
          "The lock file in %s cannot be opened. Check the folder's rights.".formatted(folder), e);
    }
  }

  private static void release(@Nullable FileChannel owner) {
    if (owner == null) return;
    try {
      owner.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

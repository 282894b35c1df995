package org.cleanclaim.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The bundled server of one home folder.
///
/// Everything lies in `<home>/postgres`: programs, `data`, `password` (owner only), `port`,
/// `postgres.log`. The server listens on the loopback address alone, asks for a password by SCRAM,
/// checksums its pages and syncs every commit. It survives the death of the program that started
/// it; the next start adopts it.
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "cleanclaim";
  private static final String DATABASE = "cleanclaim";
  private static final int LOG_LINES = 4;

  private final Path folder;
  private final Path data;
  private final Path programs;
  private final Privileges privileges;
  private final Connection connection;
  private final boolean isAdopted;
  private final @Nullable FileChannel owner;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private PostgresServer(
      Path folder,
      Path programs,
      Privileges privileges,
      Connection connection,
      boolean isAdopted,
      @Nullable FileChannel owner) {
    this.folder = folder;
    this.data = folder.resolve("data");
    this.programs = programs;
    this.privileges = privileges;
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
      return new Starter(folder, owner).start();
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
      run(
          privileges,
          programs,
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

  private static String run(Privileges privileges, Path programs, List<String> command)
      throws IOException {
    var full = new ArrayList<String>();
    full.add(programs.resolve("bin").resolve(command.getFirst()).toString());
    full.addAll(command.subList(1, command.size()));
    Path output = Files.createTempFile("cleanclaim-postgres", ".log");
    try {
      var builder =
          new ProcessBuilder(privileges.wrap(full))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.directory(programs.toFile());
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " did not end within two minutes");
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) throw new IOException(text.strip());
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  /// One start: from the folder as it is to a server that answers.
  private static final class Starter {
    private final Path folder;
    private final Path data;
    private final Path log;
    private final @Nullable FileChannel owner;

    Starter(Path folder, @Nullable FileChannel owner) {
      this.folder = folder;
      this.data = folder.resolve("data");
      this.log = folder.resolve("postgres.log");
      this.owner = owner;
    }

    PostgresServer start() throws IOException {
      Path programs = Binaries.unpack(folder);
      Privileges privileges = Privileges.forFolder(folder);
      boolean isNew = !Files.exists(data);
      if (isNew) initialize(programs, privileges);
      checkVersion();
      String password = Files.readString(folder.resolve("password")).strip();
      var running = settled();
      if (running.isPresent() && running.get().isAlive()) {
        return server(programs, privileges, running.get().port(), password, true);
      }
      if (running.isPresent()) clearLeftOvers();
      int port = launch(programs, privileges);
      return server(programs, privileges, port, password, false);
    }

    /// The running server once it has made up its mind: ready to be adopted, or gone.
    private Optional<Postmaster> settled() throws IOException {
      long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (true) {
        var running = Postmaster.of(data);
        if (running.isEmpty() || !running.get().isAlive() || running.get().isReady())
          return running;
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

    private PostgresServer server(
        Path programs, Privileges privileges, int port, String password, boolean isAdopted) {
      return new PostgresServer(
          folder,
          programs,
          privileges,
          new Connection(port, DATABASE, USER, password),
          isAdopted,
          owner);
    }

    private void initialize(Path programs, Privileges privileges) throws IOException {
      Path fresh = folder.resolve("data.new");
      Binaries.delete(fresh);
      Path passwordFile = folder.resolve("password");
      writePassword(passwordFile);
      Files.createDirectory(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      privileges.own(fresh);
      Path readable = folder.resolve("password.init");
      Files.copy(passwordFile, readable, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-------"));
      privileges.own(readable);
      try {
        run(
            privileges,
            programs,
            List.of(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "--pwfile=" + readable,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Files.writeString(fresh.resolve("postgresql.auto.conf"), SETTINGS);
        createDatabase(programs, privileges, fresh);
        Files.move(fresh, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Binaries.delete(fresh);
        throw new PostgresException(
            "The database cannot be created in %s: %s. Check free space and the folder's rights."
                .formatted(folder, lastLine(e.getMessage())),
            e);
      } finally {
        Files.deleteIfExists(readable);
      }
    }

    // Durability is PostgreSQL's default; it is written out so that nobody turns it off unseen.
    private static final String SETTINGS =
        """
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        fsync = on
        full_page_writes = on
        synchronous_commit = on
        password_encryption = 'scram-sha-256'
        max_connections = 40
        shared_buffers = '128MB'
        max_wal_size = '2GB'
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        """;

    private void createDatabase(Path programs, Privileges privileges, Path fresh)
        throws IOException {
      Path script = Files.createTempFile(folder, ".create", ".sql");
      try {
        Files.writeString(script, "create database " + DATABASE + "\n");
        var command =
            privileges.wrap(
                List.of(
                    programs.resolve("bin/postgres").toString(),
                    "--single",
                    "-D",
                    fresh.toString(),
                    "postgres"));
        Path said = Files.createTempFile(folder, ".create", ".log");
        Process process =
            new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean isEnded = process.waitFor(60, TimeUnit.SECONDS);
        String output = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        // A single-user server ends with 0 whatever became of its statements.
        if (!isEnded
            || process.exitValue() != 0
            || output.matches("(?s).*(ERROR|FATAL|PANIC):.*")) {
          throw new IOException(
              output.isBlank() ? "the database could not be added" : output.strip());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      } finally {
        Files.deleteIfExists(script);
      }
    }

    private static void writePassword(Path file) throws IOException {
      if (Files.exists(file)) return;
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      Path partial =
          Files.createTempFile(
              file.getParent(),
              ".password",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(partial, HexFormat.of().formatHex(bytes));
      Files.move(partial, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
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

    /// After a kill: the pid file of a server that is gone, or a zombie where nobody reaps
    /// processes.
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

    private int launch(Path programs, Privileges privileges) throws IOException {
      int port = port();
      if (!Files.exists(log)) Files.createFile(log);
      privileges.own(log);
      try {
        run(
            privileges,
            programs,
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

    /// The port of the last time when it is free, else any free one.
    private int port() throws IOException {
      Path file = folder.resolve("port");
      if (Files.exists(file)) {
        String text = Files.readString(file).strip();
        if (text.matches("\\d{2,5}") && isFree(Integer.parseInt(text)))
          return Integer.parseInt(text);
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

    private static String lastLine(@Nullable String text) {
      if (text == null) return "unknown reason";
      var faults = text.lines().filter(l -> l.matches(".*(ERROR|FATAL|PANIC|error):.*")).toList();
      return faults.isEmpty()
          ? text.lines().reduce((a, b) -> b).orElse("unknown reason")
          : faults.getFirst().replaceFirst("^.*?(ERROR|FATAL|PANIC|error): *", "");
    }
  }
}

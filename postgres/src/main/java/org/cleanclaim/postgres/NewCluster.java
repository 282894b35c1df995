package org.cleanclaim.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the data of a new home: a cluster with a password and the one database. It is made beside
/// its place and moved there when it is whole.
final class NewCluster {
  // Durability is PostgreSQL's default; it is written out so that nobody turns it off unseen.
  // Tables
  // that grow are counted anew soon, since the plans of a batch are made from what was counted.
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
      autovacuum_naptime = '10s'
      timezone = 'UTC'
      log_timezone = 'UTC'
      """;

  private final Path folder;
  private final Programs programs;

  NewCluster(Path folder, Programs programs) {
    this.folder = folder;
    this.programs = programs;
  }

  void create() throws IOException {
    Path fresh = folder.resolve("data.new");
    Binaries.delete(fresh);
    Path passwordFile = folder.resolve("password");
    writePassword(passwordFile);
    Files.createDirectory(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    programs.privileges().own(fresh);
    Path readable = folder.resolve("password.init");
    Files.copy(passwordFile, readable, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-------"));
    programs.privileges().own(readable);
    try {
      programs.run(
          List.of(
              "initdb",
              "-D",
              fresh.toString(),
              "-U",
              PostgresServer.USER,
              "--pwfile=" + readable,
              "--auth=scram-sha-256",
              "--data-checksums",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"));
      Files.writeString(fresh.resolve("postgresql.auto.conf"), SETTINGS);
      createDatabase(fresh);
      Files.move(fresh, folder.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
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

  private void createDatabase(Path fresh) throws IOException {
    Path script = Files.createTempFile(folder, ".create", ".sql");
    try {
      Files.writeString(script, "create database " + PostgresServer.DATABASE + "\n");
      var command =
          programs
              .privileges()
              .wrap(
                  List.of(
                      programs.program("postgres"),
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
      if (!isEnded || process.exitValue() != 0 || output.matches("(?s).*(ERROR|FATAL|PANIC):.*")) {
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
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String lastLine(@Nullable String text) {
    if (text == null) return "unknown reason";
    var faults = text.lines().filter(l -> l.matches(".*(ERROR|FATAL|PANIC|error):.*")).toList();
    return faults.isEmpty()
        ? text.lines().reduce((a, b) -> b).orElse("unknown reason")
        : faults.getFirst().replaceFirst("^.*?(ERROR|FATAL|PANIC|error): *", "");
  }
}

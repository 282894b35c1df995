package org.cleanclaim.app.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder under which everything lies: `inbox`, `outbox`, `archive`, `statements`, and the
/// bundled database.
public record Home(Path root) {

  /// Files that payers have sent, waiting to be read.
  public Path inbox() {
    return root.resolve("inbox");
  }

  /// Files for payers, waiting to be picked up.
  public Path outbox() {
    return root.resolve("outbox");
  }

  /// The exact bytes of every file sent and received, by hash.
  public Path archive() {
    return root.resolve("archive");
  }

  /// The installed code sets.
  public Path codesets() {
    return root.resolve("codesets");
  }

  /// Installed pay figures.
  public Path workforce() {
    return root.resolve("workforce");
  }

  public Path statements() {
    return root.resolve("statements");
  }

  /// Passwords, private keys and tokens of connections, a file each.
  public Path secrets() {
    return root.resolve("secrets");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// Makes the folders that are not there yet.
  public Home create() throws IOException {
    for (Path folder : new Path[] {inbox(), outbox(), archive(), statements(), logs()}) {
      Files.createDirectories(folder);
    }
    if (Files.notExists(secrets())) {
      Files.createDirectories(secrets());
      if (Files.getFileStore(secrets()).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
      }
    }
    return this;
  }
}

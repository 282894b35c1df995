package org.cleanclaim.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once under the home folder.
final class Binaries {
  static final String VERSION = "18.6.0";

  private Binaries() {}

  /// The folder that holds `bin/postgres`, unpacked when it is not there yet.
  static Path unpack(Path folder) {
    Path target = folder.resolve("programs-" + VERSION);
    if (Files.isExecutable(target.resolve("bin/postgres"))) return target;
    String archive = archiveName();
    try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new PostgresException(
            "This build bundles no PostgreSQL for %s %s. Start PostgreSQL 18 yourself and name it with --database-url."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
      }
      Path partial = Files.createTempDirectory(folder, ".programs");
      try {
        untar(packed, partial);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(partial); // nothing half-unpacked stays; after the move there is nothing to delete
      }
      return target;
    } catch (IOException e) {
      throw new PostgresException(
          "The PostgreSQL programs cannot be unpacked into %s: %s. Check free space and the folder's rights."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private static String archiveName() {
    String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    String machine = arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64";
    String system =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static void untar(InputStream packed, Path target) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target))
          throw new IOException("entry outside the archive: " + entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          boolean isProgram = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  /// Removes a folder with everything in it.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
    }
  }
}

package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.cleanclaim.codesets.SourceFile;

/// The files that a path stands for: the file itself, those of a folder and the folders in it,
/// those in a ZIP archive and the archives in it. A spreadsheet is an archive too, but one file.
public final class SourceFiles {
  /// The publishers' largest table has some 20 MB; what is larger than this is no code set.
  private static final int LARGEST_ENTRY_BYTES = 256 << 20;

  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
  private static final int DEEPEST_ARCHIVE = 3;

  private SourceFiles() {}

  /// @param spool an empty folder into which archives are unpacked; the caller deletes it when the
  ///   files have been read
  /// @throws IOException when the path cannot be read or an archive is damaged
  public static List<SourceFile> at(Path path, Path spool) throws IOException {
    return at(path, spool, 1);
  }

  /// Deletes a folder with all that was unpacked into it.
  public static void delete(Path spool) throws IOException {
    StoreFolder.delete(spool);
  }

  private static List<SourceFile> at(Path path, Path spool, int depth) throws IOException {
    if (Files.isDirectory(path)) {
      var files = new ArrayList<SourceFile>();
      try (var tree = Files.walk(path)) {
        for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
          files.addAll(at(file, spool, depth));
        }
      }
      return files;
    }
    if (depth <= DEEPEST_ARCHIVE && isArchive(path)) return entries(path, spool, depth);
    return List.of(new OnDisk(path));
  }

  private static boolean isArchive(Path path) throws IOException {
    if (path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) return false;
    try (var in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(ARCHIVE.length), ARCHIVE);
    }
  }

  private static List<SourceFile> entries(Path archive, Path spool, int depth) throws IOException {
    var files = new ArrayList<SourceFile>();
    try (var in = Files.newInputStream(archive);
        var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) continue;
        files.addAll(at(unpack(zip, entry.getName(), spool), spool, depth + 1));
      }
    }
    if (files.isEmpty()) throw new ZipException("The archive is damaged or holds no file.");
    return files;
  }

  private static Path unpack(InputStream in, String entry, Path spool) throws IOException {
    String name = entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
    Path file =
        Files.createTempDirectory(spool, "entry").resolve(name.isBlank() ? "unnamed" : name);
    long left = LARGEST_ENTRY_BYTES;
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        left -= read;
        if (left < 0) throw new ZipException(name + " is larger than any code set.");
        out.write(buffer, 0, read);
      }
    }
    return file;
  }

  private record OnDisk(Path path) implements SourceFile {
    @Override
    public String name() {
      return path.getFileName().toString();
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}

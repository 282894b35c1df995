package org.cleanclaim.workforce.store;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.cleanclaim.workforce.publisher.FigureTables;
import org.cleanclaim.workforce.publisher.Reading;

/// Installed figures in a folder. Of a publisher's file the rows about coders and billers are kept
/// in one packed file of the same name, which is put in place in one step: an install is whole or
/// has not happened. A file of the same name is replaced.
public final class FigureStore {
  private static final String ENDING = ".figures.zip";

  /// The highest number of bytes of one kept table.
  private static final int LARGEST_TABLE = 64 << 20;

  /// What lies in the folder.
  ///
  /// @param installed what could be read
  /// @param refused kept files that somebody damaged; their figures are not shown
  public record Opened(List<Installed> installed, List<Reading.Refused> refused) {
    /// The figures that come with the program and the installed ones.
    public Benchmarks benchmarks() {
      Benchmarks all = FigureFiles.builtIn();
      for (Installed file : installed) all = all.with(file.benchmarks());
      return all;
    }
  }

  /// One installed file.
  public record Installed(String file, Benchmarks benchmarks) {}

  private final Path folder;

  private FigureStore(Path folder) {
    this.folder = folder;
  }

  /// @param folder need not exist
  public static FigureStore at(Path folder) {
    return new FigureStore(folder);
  }

  /// Installs a publisher's file, unless it is refused.
  ///
  /// @throws IOException when it cannot be read or kept
  public Reading install(SourceFile file) throws IOException {
    Reading reading = FigureFiles.read(file);
    if (reading instanceof Reading.Read read) keep(file.name(), read.benchmarks());
    return reading;
  }

  private void keep(String name, Benchmarks benchmarks) throws IOException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "new", ".tmp");
    try {
      try (var zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
        for (var table : FigureTables.of(benchmarks).entrySet()) {
          zip.putNextEntry(new ZipEntry(table.getKey()));
          zip.write(table.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      Files.move(
          unfinished,
          folder.resolve(name + ENDING),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /// Reads all that is installed, by name.
  public Opened open() throws IOException {
    var installed = new ArrayList<Installed>();
    var refused = new ArrayList<Reading.Refused>();
    if (!Files.isDirectory(folder)) return new Opened(installed, refused);
    List<Path> files;
    try (var list = Files.list(folder)) {
      files = list.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList();
    }
    for (Path file : files) open(file, installed, refused);
    return new Opened(installed, refused);
  }

  private static void open(Path file, List<Installed> installed, List<Reading.Refused> refused)
      throws IOException {
    String kept = file.getFileName().toString();
    String name = kept.substring(0, kept.length() - ENDING.length());
    Benchmarks all = Benchmarks.NONE;
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        var table =
            new KeptTable(name, new String(zip.readNBytes(LARGEST_TABLE), StandardCharsets.UTF_8));
        switch (FigureFiles.read(table)) {
          case Reading.Read read -> all = all.with(read.benchmarks());
          case Reading.Refused damaged -> {
            refused.add(damaged);
            return;
          }
        }
      }
    } catch (ZipException | EOFException e) {
      all = Benchmarks.NONE;
    }
    if (all.isEmpty() && all.withheld().isEmpty()) {
      refused.add(
          new Reading.Refused(
              name, 1, "", "The kept copy is damaged.", "Install the publisher's file again."));
      return;
    }
    installed.add(new Installed(name, all));
  }

  private record KeptTable(String name, String text) implements SourceFile {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}

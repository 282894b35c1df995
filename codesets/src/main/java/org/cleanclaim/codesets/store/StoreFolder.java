package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.SearchEntries;
import org.cleanclaim.codesets.packed.Digest;
import org.cleanclaim.codesets.search.CodeSearchIndex;

/// Where things lie in the folder: `installed.tsv`, `tables/ID`, `originals/SHA256`, `search/ID`,
/// `compiled/KEY`.
record StoreFolder(Path root) {
  Path catalog() {
    return root.resolve("installed.tsv");
  }

  Path lock() {
    return root.resolve("lock");
  }

  Path tables() {
    return root.resolve("tables");
  }

  Path table(String id) {
    return tables().resolve(id);
  }

  Path originals() {
    return root.resolve("originals");
  }

  Path original(String sha256) {
    return originals().resolve(sha256);
  }

  Path searches() {
    return root.resolve("search");
  }

  Path compiled() {
    return root.resolve("compiled");
  }

  Path search(Edition edition) {
    return searches().resolve(edition.searchId());
  }

  /// A table that is opened when somebody first asks it.
  InstalledPublication publication(Label label) {
    return InstalledPublication.of(label, () -> map(table(label.id())));
  }

  /// The tables of a catalog, with the built-in starter tables for what it does not have.
  CodeSets codeSets(Catalog catalog) {
    var publications = new ArrayList<>(CodeSets.starter().publications());
    for (Catalog.Item item : catalog.items()) publications.add(publication(item.label()));
    return CodeSets.of(publications, this::searchIndex, new CompiledFiles(compiled()));
  }

  /// An index that is not there yet, such as that of a starter set, is built where it belongs; in
  /// memory where the folder cannot be written.
  private CodeSearchIndex searchIndex(Edition edition) {
    try {
      try {
        buildSearch(edition);
      } catch (IOException e) {
        return CodeSearchIndex.inMemory(SearchEntries.of(edition));
      }
      return CodeSearchIndex.open(search(edition));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Builds the search index of an edition unless it is there.
  void buildSearch(Edition edition) throws IOException {
    Path index = search(edition);
    if (Files.isDirectory(index)) return;
    Files.createDirectories(searches());
    Path building = Files.createTempDirectory(searches(), "building");
    CodeSearchIndex.write(building, SearchEntries.of(edition));
    try {
      Files.move(building, index, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(building);
      if (!Files.isDirectory(index)) throw e;
    }
  }

  private static ByteBuffer map(Path table) {
    try (var channel = FileChannel.open(table, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException(
          new IOException(
              "The code table %s is missing: run `cleanclaim codes verify`.".formatted(table), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps a table; the same content lies there once.
  String keepTable(byte[] packed) throws IOException {
    String id = Digest.of(packed).substring(0, 32);
    Files.createDirectories(tables());
    if (!Files.exists(table(id))) Catalog.replace(table(id), packed);
    return id;
  }

  /// Keeps a publisher's file as it came.
  void keepOriginal(String sha256, InputStream in) throws IOException {
    Files.createDirectories(originals());
    if (Files.exists(original(sha256))) return;
    Path fresh = Files.createTempFile(originals(), "new", null);
    Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, original(sha256), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path path) throws IOException {
    if (!Files.exists(path)) return;
    try (var tree = Files.walk(path)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }
}

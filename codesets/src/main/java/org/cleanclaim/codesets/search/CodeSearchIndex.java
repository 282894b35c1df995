package org.cleanclaim.codesets.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/// Finds the codes of one edition of one code system by what coders type. The index lies in a
/// directory that is read through memory mapping, or in memory for a small set. Threads may share
/// it.
public final class CodeSearchIndex implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final @Nullable CodeSearch search;

  private CodeSearchIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.search = reader.leaves().isEmpty() ? null : new CodeSearch(reader);
  }

  /// Writes an index of the entries into an empty directory. The same entries in any order give the
  /// same answers.
  public static void write(Path directory, Iterable<SearchEntry> entries) throws IOException {
    try (var files = new MMapDirectory(directory)) {
      IndexWriting.write(files, entries);
    }
  }

  /// Indexes a small set in memory.
  public static CodeSearchIndex inMemory(Iterable<SearchEntry> entries) {
    try {
      var files = new ByteBuffersDirectory();
      IndexWriting.write(files, entries);
      return new CodeSearchIndex(files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Opens an index that [#write] made.
  public static CodeSearchIndex open(Path directory) throws IOException {
    return new CodeSearchIndex(new MMapDirectory(directory));
  }

  /// The codes for the text, best first. Text without meaning finds nothing.
  public List<SearchHit> search(SearchRequest request) {
    try {
      return search == null ? List.of() : search.search(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the whole index and compares it with its checksums.
  ///
  /// @throws IOException when it is damaged
  public void verify() throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) leaf.reader().checkIntegrity();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}

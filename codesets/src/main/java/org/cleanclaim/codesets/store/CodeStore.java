package org.cleanclaim.codesets.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/// The code sets of one installation. Several processes may read while one installs.
public final class CodeStore {
  private final StoreFolder folder;

  private CodeStore(StoreFolder folder) {
    this.folder = folder;
  }

  /// The store in a folder, which need not be there before something is installed.
  public static CodeStore at(Path folder) {
    return new CodeStore(new StoreFolder(folder));
  }

  /// What is installed, with the built-in starter tables for what is not.
  public CodeSets open() throws IOException {
    return folder.codeSets(Catalog.read(folder.catalog()));
  }

  /// Installs publishers' files: all that can be read, or of a damaged one nothing.
  ///
  /// @param effectiveFrom the first day of service, where files and names do not say
  /// @throws StoreBusyException when another process installs
  public InstallReport install(
      List<SourceFile> files, @Nullable LocalDate effectiveFrom, InstallProgress progress)
      throws IOException {
    try (var _ = lock()) {
      return new Installation(folder, effectiveFrom, progress).install(files);
    }
  }

  /// Removes the tables of a kind that hold from a day.
  ///
  /// @return whether there was one
  public boolean remove(PublicationKind kind, LocalDate effectiveFrom) throws IOException {
    try (var _ = lock()) {
      var catalog = Catalog.read(folder.catalog());
      var kept =
          catalog.items().stream()
              .filter(item ->
                  item.label().kind() != kind
                      || !item.label().effectiveFrom().equals(effectiveFrom))
              .toList();
      if (kept.size() == catalog.items().size()) return false;
      new Installation(folder, null, InstallProgress.silent()).commit(new Catalog(kept));
      return true;
    }
  }

  /// Reads everything that is installed and names what is not as it was when it was installed.
  public List<StoreFault> verify() throws IOException {
    return new StoreCheck(folder).faults();
  }

  /// The day's catalog with all labels, for lists that need no table opened.
  public List<InstalledPublication.Label> labels() throws IOException {
    return Catalog.read(folder.catalog()).items().stream().map(Catalog.Item::label).toList();
  }

  private StoreLock lock() throws IOException {
    Files.createDirectories(folder.root());
    var channel =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // another thread of this process installs
    }
    if (lock == null) {
      channel.close();
      throw new StoreBusyException(folder.root());
    }
    return new StoreLock(channel);
  }

  /// Closing the channel gives the lock back.
  private record StoreLock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}

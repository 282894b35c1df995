package org.cleanclaim.cli.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The official tables that engines need to answer cases: those installed, and for kinds of which
/// nothing is installed those found among the publishers' files of some folders.
public final class VectorTables {
  private final CodeSets installed;
  private final Path cases;
  private final List<Path> folders;

  /// @param cases the folder of the cases, in which a set may bring tables of its own
  /// @param folders where publishers' files are looked for
  VectorTables(CodeSets installed, Path cases, List<Path> folders) {
    this.installed = installed;
    this.cases = cases;
    this.folders = List.copyOf(folders);
  }

  /// The folder of the cases, for sets that bring tables of their own.
  Path cases() {
    return cases;
  }

  /// All that is installed.
  CodeSets installed() {
    return installed;
  }

  /// Code sets that have tables of these kinds, if any are to be found.
  CodeSets having(PublicationKind... kinds) {
    Set<PublicationKind> missing = EnumSet.copyOf(Arrays.asList(kinds));
    installed.publications().forEach(p -> missing.remove(p.kind()));
    if (missing.isEmpty()) return installed;
    try {
      return LooseFiles.over(installed, folders, missing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.cleanclaim.cli.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.InstalledPublication;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PartedContent;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;
import org.cleanclaim.codesets.publisher.ReadResult;
import org.cleanclaim.codesets.store.SourceFiles;

/// Publishers' files that lie in folders, read for one run without being installed.
final class LooseFiles {
  private LooseFiles() {}

  private record Key(PublicationKind kind, LocalDate effectiveFrom) {}

  /// What is installed, with the rule tables of some kinds that the folders hold.
  static CodeSets over(CodeSets installed, List<Path> folders, Set<PublicationKind> kinds)
      throws IOException {
    Path spool = Files.createTempDirectory("cleanclaim-vectors");
    try {
      var found = new LinkedHashMap<Key, Publication>();
      for (Path folder : new LinkedHashSet<>(folders)) {
        if (!Files.isDirectory(folder)) continue;
        for (SourceFile file : SourceFiles.at(folder, spool)) read(file, kinds, found);
      }
      var all = new ArrayList<>(installed.publications());
      found.values().forEach(publication -> all.add(InstalledPublication.of(publication)));
      return CodeSets.of(all);
    } finally {
      SourceFiles.delete(spool);
    }
  }

  private static void read(SourceFile file, Set<PublicationKind> kinds, Map<Key, Publication> found)
      throws IOException {
    if (PublisherFiles.ruleKind(file).filter(kinds::contains).isEmpty()) return;
    if (!(PublisherFiles.read(file, null) instanceof ReadResult.Read read)) return;
    for (Publication publication : read.publications()) {
      found.merge(
          new Key(publication.kind(), publication.effectiveFrom()),
          publication,
          LooseFiles::joined);
    }
  }

  private static Publication joined(Publication one, Publication other) {
    if (one.content() instanceof PartedContent first
        && other.content() instanceof PartedContent further) {
      return new Publication(
          one.kind(), one.edition(), one.effectiveFrom(), one.source(), false, first.with(further));
    }
    return other;
  }
}

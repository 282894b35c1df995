package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.List;
import org.cleanclaim.codesets.publication.Content;
import org.cleanclaim.codesets.publication.Publication;
import org.cleanclaim.codesets.publication.PublicationKind;

/// One layout of one publisher.
interface Layout {

  /// Whether the beginning of the file has this layout.
  boolean fits(Contents file) throws IOException;

  /// Reads the whole file; damage ends it with [DamagedFile].
  ReadResult read(Contents file, Dating dating) throws IOException;

  static ReadResult one(PublicationKind kind, Edition edition, String source, Content content) {
    return new ReadResult.Read(List.of(publication(kind, edition, source, content)));
  }

  static Publication publication(
      PublicationKind kind, Edition edition, String source, Content content) {
    return new Publication(kind, edition.name(), edition.effectiveFrom(), source, false, content);
  }
}

package org.cleanclaim.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.cleanclaim.codesets.publisher.PublisherFiles;

/// A folder of publishers' files, of which a measurement takes those that it needs.
public final class PublisherFolder {
  private PublisherFolder() {}

  /// The files below a folder that hold facts of some kinds, by name.
  public static List<SourceFile> files(Path folder, Set<PublicationKind> kinds) throws IOException {
    var files = new ArrayList<SourceFile>();
    List<Path> paths;
    try (var list = Files.walk(folder)) {
      paths = list.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      var file = new Loose(path);
      if (PublisherFiles.ruleKind(file).filter(kinds::contains).isPresent()) files.add(file);
    }
    return files;
  }

  private record Loose(Path path) implements SourceFile {
    @Override
    public String name() {
      return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }
  }
}

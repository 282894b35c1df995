package org.cleanclaim.codesets.packed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/// Tells builds of the program apart, so that nothing that another build compiled is taken for its
/// own.
public final class ProgramDigest {
  private ProgramDigest() {}

  /// A digest of all classes and word lists of the modules that these classes are from; empty where
  /// they cannot be read.
  public static Optional<String> of(Class<?>... members) {
    var all = new StringBuilder();
    try {
      for (Class<?> member : members) {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return Optional.empty();
        append(all, source.getLocation());
      }
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
    return Optional.of(Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void append(StringBuilder all, URL location)
      throws IOException, URISyntaxException {
    if (location.getProtocol().equals("file") && Files.isDirectory(Path.of(location.toURI()))) {
      Path root = Path.of(location.toURI());
      for (Path file : files(root)) {
        all.append(root.relativize(file)).append(' ');
        try (InputStream in = Files.newInputStream(file)) {
          all.append(Digest.of(in)).append('\n');
        }
      }
      return;
    }
    try (InputStream in = location.openStream()) {
      all.append(Digest.of(in)).append('\n');
    }
  }

  private static List<Path> files(Path root) throws IOException {
    try (var tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

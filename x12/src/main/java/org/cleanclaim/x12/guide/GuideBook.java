package org.cleanclaim.x12.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All guides of one place: those that come with the program, or a folder of changed ones.
public final class GuideBook {
  private static final String INDEX = "guides.txt";

  private final List<Guide> guides;
  private final Dictionary dictionary;

  private GuideBook(List<Guide> guides, Dictionary dictionary) {
    this.guides = List.copyOf(guides);
    this.dictionary = dictionary;
  }

  /// The guides that come with the program.
  public static GuideBook builtIn() {
    return BuiltIn.BOOK;
  }

  /// Guides from a folder with `guides.txt` (the names of the guide files), `segments.txt` and the
  /// guides.
  ///
  /// @throws IllegalArgumentException naming file and line of what is not in form
  public static GuideBook from(Path folder) throws IOException {
    return read(name -> Files.readAllLines(folder.resolve(name)));
  }

  /// The guide of a transaction set, when there is one.
  ///
  /// @param type ST01
  /// @param version ST03 or GS08
  /// @param purpose BHT02, empty when the transaction has none
  public Optional<Guide> find(String type, String version, String purpose) {
    for (Guide guide : guides) {
      boolean isMeant = guide.purposes().isEmpty() || guide.purposes().contains(purpose);
      if (isMeant && guide.isFor(type, version)) return Optional.of(guide);
    }
    return Optional.empty();
  }

  /// Whether BHT02 has to be known to find the guide.
  public boolean needsPurpose(String type) {
    return guides.stream()
        .anyMatch(g -> g.transactionType().equals(type) && !g.purposes().isEmpty());
  }

  public List<Guide> guides() {
    return guides;
  }

  /// The number of a data element, such as `1035`; null when the dictionary does not have it.
  public @Nullable String elementNumber(String segment, int element, int component) {
    SegmentShape shape = dictionary.segment(segment);
    if (shape == null || element < 1 || element > shape.elements().size()) return null;
    ElementShape found = shape.elements().get(element - 1);
    if (found.isComposite()) {
      boolean isThere = component >= 1 && component <= found.components().size();
      return isThere ? found.components().get(component - 1).number() : null;
    }
    return found.number();
  }

  private static GuideBook read(Source source) throws IOException {
    var dictionary = Dictionary.read(source.lines("segments.txt"));
    var guides = new ArrayList<Guide>();
    for (String name : source.lines(INDEX)) {
      if (name.isBlank() || name.startsWith("#")) continue;
      guides.add(GuideText.read(name, source.lines(name.strip()), dictionary));
    }
    return new GuideBook(guides, dictionary);
  }

  private interface Source {
    List<String> lines(String name) throws IOException;
  }

  private static final class BuiltIn {
    static final GuideBook BOOK = read();

    private static GuideBook read() {
      try {
        return GuideBook.read(BuiltIn::lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> lines(String name) throws IOException {
      try (InputStream in = GuideBook.class.getResourceAsStream(name)) {
        if (in == null) throw new IOException("resource " + name + " is missing");
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
    }
  }
}

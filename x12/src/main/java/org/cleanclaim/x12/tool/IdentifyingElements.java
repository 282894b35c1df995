package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Which elements of which segments may say who somebody is, from the table `identifying.txt`. It
/// holds for every transaction, also for those that have no guide.
final class IdentifyingElements {
  private static final String TABLE = "identifying.txt";

  /// What is done with an element.
  enum Kind {
    /// A name, address or number: replaced by another of the same form.
    VALUE,
    /// A day of birth or death: moved back by up to a year.
    BIRTH,
    /// Free text: overwritten.
    NOTE,
    /// Data of a document: overwritten byte by byte.
    BINARY,
    /// Whose mailbox it is: replaced unless the file has to be delivered.
    INTERCHANGE
  }

  /// @param component 0 for the whole element
  record Target(int element, int component, Kind kind) {}

  /// @param keptIf codes of the element `keptAt` with which the segment stays as it is
  private record Entry(List<Target> targets, int keptAt, Set<String> keptIf) {}

  private final Map<String, Entry> entries;

  private IdentifyingElements(Map<String, Entry> entries) {
    this.entries = entries;
  }

  static IdentifyingElements builtIn() {
    try (InputStream in = IdentifyingElements.class.getResourceAsStream(TABLE)) {
      if (in == null) throw new IOException("resource " + TABLE + " is missing");
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The elements to replace; null when nobody knows the segment, and so all of it may identify.
  @Nullable List<Target> of(Segment segment) {
    Entry entry = entries.get(segment.id());
    if (entry == null) return null;
    boolean isKept = entry.keptAt > 0 && entry.keptIf.contains(segment.element(entry.keptAt));
    return isKept ? List.of() : entry.targets;
  }

  private static IdentifyingElements read(String table) {
    var entries = new HashMap<String, Entry>();
    for (String line : table.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) continue;
      String[] words = line.strip().split("\\s+");
      var targets = new ArrayList<Target>();
      int keptAt = 0;
      Set<String> keptIf = Set.of();
      for (int i = 1; i < words.length; i++) {
        if (words[i].equals("unless")) {
          String[] condition = words[++i].split("=");
          keptAt = Integer.parseInt(condition[0]);
          keptIf = Set.of(condition[1].split(","));
        } else {
          targets.add(target(words[i]));
        }
      }
      entries.put(words[0], new Entry(List.copyOf(targets), keptAt, keptIf));
    }
    return new IdentifyingElements(entries);
  }

  // 03, 04-2 or 02=note
  private static Target target(String word) {
    String[] placeAndKind = word.split("=");
    String[] place = placeAndKind[0].split("-");
    Kind kind =
        placeAndKind.length == 1
            ? Kind.VALUE
            : Kind.valueOf(placeAndKind[1].toUpperCase(Locale.ROOT));
    return new Target(
        Integer.parseInt(place[0]), place.length == 1 ? 0 : Integer.parseInt(place[1]), kind);
  }
}

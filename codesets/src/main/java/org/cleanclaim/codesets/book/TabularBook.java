package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.jspecify.annotations.Nullable;

/// The Tabular List as a hierarchy: chapters, sections, codes. Immutable; may be used by many
/// threads at once.
public final class TabularBook {
  /// More levels than the book has; a damaged list cannot make a walk endless.
  private static final int MAX_DEPTH = 16;

  private static final int CATEGORY = 3;
  private static final int DECADE = 2;

  private final List<Entry> entries;
  private final Map<String, Entry> codes = new HashMap<>();
  private final Map<String, Entry> headings = new HashMap<>();
  private final Map<String, List<Entry>> below = new HashMap<>();

  private TabularBook(List<Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries) {
      (entry.level() == Level.CODE ? codes : headings).putIfAbsent(entry.id(), entry);
    }
    for (Entry entry : entries) {
      Entry parent = parent(entry);
      if (parent != null) below.computeIfAbsent(key(parent), p -> new ArrayList<>(4)).add(entry);
    }
  }

  public static TabularBook of(TabularList list) {
    return new TabularBook(list.entries());
  }

  /// All entries in book order.
  public List<Entry> entries() {
    return entries;
  }

  /// The chapters in order.
  public List<Entry> chapters() {
    return entries.stream().filter(e -> e.level() == Level.CHAPTER).toList();
  }

  /// The entry of exactly this code.
  public Optional<Entry> code(String code) {
    return Optional.ofNullable(codes.get(normal(code)));
  }

  /// The chapter or section of this id.
  public Optional<Entry> heading(String id) {
    return Optional.ofNullable(headings.get(id));
  }

  /// The entry of a code, or of the longest beginning of it that the book prints: codes with a 7th
  /// character have no entry of their own.
  public Optional<Entry> nearest(String code) {
    String normal = normal(code);
    for (int length = normal.length(); length >= CATEGORY; length--) {
      Entry entry = codes.get(normal.substring(0, length));
      if (entry != null) return Optional.of(entry);
    }
    return Optional.empty();
  }

  /// The entry and those above it, nearest first, the chapter last.
  public List<Entry> upwards(Entry entry) {
    var upwards = new ArrayList<Entry>();
    for (Entry at = entry; at != null && upwards.size() < MAX_DEPTH; at = parent(at)) {
      upwards.add(at);
    }
    return upwards;
  }

  /// The entry of a code and those above it. Of a category that the book does not have yet, the
  /// section that it falls into and its chapter.
  public List<Entry> upwards(String code) {
    return nearest(code).or(() -> section(normal(code))).map(this::upwards).orElse(List.of());
  }

  /// The narrowest section whose range has the code. Of a category that comes after the range, such
  /// as `J4A` after `J40-J47`, the section before it, or only its chapter when that is another
  /// decade.
  private Optional<Entry> heading(Entry before, String code) {
    String[] ends = ends(before);
    boolean isNear = ends[1].regionMatches(0, code, 0, DECADE);
    return isNear ? Optional.of(before) : upwards(before).stream().skip(1).reduce((a, b) -> b);
  }

  private Optional<Entry> section(String code) {
    if (code.length() < CATEGORY) return Optional.empty();
    String category = code.substring(0, CATEGORY);
    Entry before = null;
    Entry around = null;
    for (Entry entry : entries) {
      String[] ends = ends(entry);
      if (ends[0].isEmpty() || ends[0].charAt(0) != category.charAt(0)) continue;
      if (ends[0].compareTo(category) > 0) continue;
      before = entry;
      if (category.compareTo(ends[1]) <= 0) around = entry;
    }
    if (around != null) return Optional.of(around);
    return before == null ? Optional.empty() : heading(before, category);
  }

  /// First and last category of a section; empty for any other entry.
  private static String[] ends(Entry entry) {
    if (entry.level() != Level.SECTION || entry.id().isEmpty()) return new String[] {"", ""};
    String[] ends = entry.id().split("-", 2);
    return ends.length == 2 ? ends : new String[] {ends[0], ends[0]};
  }

  /// The entries directly below, in book order.
  public List<Entry> children(Entry entry) {
    return List.copyOf(below.getOrDefault(key(entry), List.of()));
  }

  /// The code entries without children at or below an entry, in book order.
  public List<Entry> leaves(Entry entry) {
    var leaves = new ArrayList<Entry>();
    collect(entry, 0, leaves);
    return leaves;
  }

  private void collect(Entry entry, int depth, List<Entry> leaves) {
    List<Entry> children = below.getOrDefault(key(entry), List.of());
    if (children.isEmpty() && entry.level() == Level.CODE) leaves.add(entry);
    if (depth >= MAX_DEPTH) return;
    for (Entry child : children) collect(child, depth + 1, leaves);
  }

  /// Whether one entry is the other or stands above it.
  boolean isWithin(Entry entry, Entry above) {
    return upwards(entry).stream().anyMatch(e -> key(e).equals(key(above)));
  }

  /// A section of one category has the same id as its category.
  private static String key(Entry entry) {
    return entry.level() == Level.CODE ? entry.id() : "heading " + entry.id();
  }

  private @Nullable Entry parent(Entry entry) {
    String id = entry.parent();
    if (id == null) return null;
    Entry code = codes.get(id);
    boolean isCode = entry.level() == Level.CODE && code != null && !id.equals(entry.id());
    Entry parent = isCode ? code : headings.get(id);
    return parent != null && key(parent).equals(key(entry)) ? null : parent;
  }

  static String normal(String code) {
    return code.strip().toUpperCase(Locale.ROOT).replace(".", "");
  }
}

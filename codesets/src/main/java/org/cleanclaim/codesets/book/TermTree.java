package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// The lines of a book as a tree in a few arrays. A line belongs to the nearest line before it of a
/// lower level, whatever levels in between are missing.
final class TermTree {
  /// Between the forms of a title: `Diabetes, diabetic`.
  static final int COMMA = -1;

  private static final int[] NONE = {};

  record Line(int level, String title, String nonessential) {}

  private final String[] titles;
  private final int[] parents;
  private final int[] ends;
  private final int[][] words;
  private final int[][] nonessentials;
  private final Map<String, Integer> ids = new HashMap<>();
  private final String[] vocabulary;
  private final boolean[] weak;
  private final boolean[] connecting;

  TermTree(List<Line> lines) {
    int size = lines.size();
    titles = new String[size];
    parents = new int[size];
    ends = new int[size];
    words = new int[size][];
    nonessentials = new int[size][];
    int[] open = new int[size];
    int depth = 0;
    for (int i = 0; i < size; i++) {
      Line line = lines.get(i);
      while (depth > 0 && lines.get(open[depth - 1]).level() >= line.level()) {
        ends[open[--depth]] = i;
      }
      parents[i] = depth > 0 ? open[depth - 1] : -1;
      open[depth++] = i;
      titles[i] = line.title();
      words[i] = tokens(line.title());
      nonessentials[i] = line.nonessential().isEmpty() ? NONE : tokens(line.nonessential());
    }
    while (depth > 0) ends[open[--depth]] = size;
    vocabulary = new String[ids.size()];
    weak = new boolean[ids.size()];
    connecting = new boolean[ids.size()];
    ids.forEach((word, id) -> {
      vocabulary[id] = word;
      weak[id] = Words.WEAK.contains(word);
      connecting[id] = Words.CONNECTING.contains(word);
    });
  }

  private int[] tokens(String text) {
    var tokens = IntStream.builder();
    String[] pieces = text.split(",");
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) tokens.add(COMMA);
      for (String word : Words.of(pieces[i])) {
        tokens.add(ids.computeIfAbsent(word, w -> ids.size()));
      }
    }
    return tokens.build().toArray();
  }

  int size() {
    return titles.length;
  }

  /// The line before which the lines below this one end.
  int end(int line) {
    return ends[line];
  }

  int parent(int line) {
    return parents[line];
  }

  int root(int line) {
    int root = line;
    while (parents[root] >= 0) root = parents[root];
    return root;
  }

  String title(int line) {
    return titles[line];
  }

  /// Word numbers of the title, [#COMMA] between its forms.
  int[] words(int line) {
    return words[line];
  }

  int[] nonessential(int line) {
    return nonessentials[line];
  }

  String word(int id) {
    return vocabulary[id];
  }

  /// Whether a token is a comma or a word that carries no meaning of its own.
  boolean isWeak(int token) {
    return token == COMMA || weak[token];
  }

  /// The number of a word, or a number that no line has.
  int id(String word) {
    return ids.getOrDefault(word, Integer.MAX_VALUE);
  }

  void forEachChild(int line, IntConsumer action) {
    for (int child = firstChild(line); child >= 0; child = nextSibling(child)) action.accept(child);
  }

  /// The first line directly below, -1 for none; of line -1 the first of the book.
  int firstChild(int line) {
    if (line < 0) return size() > 0 ? 0 : -1;
    return line + 1 < ends[line] ? line + 1 : -1;
  }

  /// The next line of the same parent, or -1.
  int nextSibling(int line) {
    int next = ends[line];
    int limit = parents[line] < 0 ? size() : ends[parents[line]];
    return next < limit ? next : -1;
  }

  /// The lines from the main term down to this one.
  int[] trail(int line) {
    int depth = 0;
    for (int at = line; at >= 0; at = parents[at]) depth++;
    int[] trail = new int[depth];
    for (int at = line; at >= 0; at = parents[at]) trail[--depth] = at;
    return trail;
  }

  /// Titles from the main term down, as they are read.
  String path(int line) {
    var path = new StringBuilder();
    for (int at : trail(line)) {
      if (titles[at].isEmpty()) continue;
      if (!path.isEmpty()) path.append(", ");
      path.append(titles[at]);
    }
    return path.toString();
  }

  /// Whether the title only connects, as `with` or `due to`.
  boolean isConnecting(int line) {
    int[] title = words[line];
    if (title.length == 0) return false;
    return Arrays.stream(title).allMatch(id -> id == COMMA || connecting[id]);
  }

  /// Lines below a line, in reading order, whose words from there down begin with all typed words.
  List<Place> find(int within, List<String> typed, int limit) {
    if (typed.isEmpty() || limit <= 0) return List.of();
    boolean[][] begins = new boolean[typed.size()][];
    for (int i = 0; i < begins.length; i++) {
      String word = typed.get(i);
      boolean[] matches = new boolean[vocabulary.length];
      for (int id = 0; id < matches.length; id++) matches[id] = vocabulary[id].startsWith(word);
      begins[i] = matches;
    }
    return new Search(begins).run(within, limit);
  }

  /// One pass in reading order; every line knows which typed words it and the lines above it have.
  private final class Search {
    private static final int MAX_WORDS = 60;
    private final boolean[][] begins;
    private final long all;

    Search(boolean[][] begins) {
      this.begins = begins.length > MAX_WORDS ? Arrays.copyOf(begins, MAX_WORDS) : begins;
      this.all = (1L << this.begins.length) - 1;
    }

    List<Place> run(int within, int limit) {
      int from = within < 0 ? 0 : within + 1;
      int to = within < 0 ? size() : ends[within];
      long[] had = new long[to - from];
      var places = new ArrayList<Place>();
      for (int line = from; line < to && places.size() < limit; line++) {
        long above = parents[line] < from ? 0 : had[parents[line] - from];
        had[line - from] = above | of(words[line]) | of(nonessentials[line]);
        if (above != all && had[line - from] == all) places.add(new Place(line));
      }
      return places;
    }

    private long of(int[] tokens) {
      long bits = 0;
      for (int token : tokens) {
        for (int i = 0; token != COMMA && i < begins.length; i++) {
          if (begins[i][token]) bits |= 1L << i;
        }
      }
      return bits;
    }
  }
}

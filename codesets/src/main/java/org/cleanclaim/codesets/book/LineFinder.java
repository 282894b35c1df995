package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the line that the words of a reference name: `Diabetes, type 2, with neuropathy`. First
/// word by word in the order of the reference; then with endings and further words of a line left
/// out; then below the main term in any order.
final class LineFinder {
  /// @param rest the words that no line below has, empty when all are found
  record Found(int line, String rest) {}

  private static final int MAX_ROOTS = 50;

  private final TermTree tree;
  private final Map<Integer, List<Integer>> rootsByFirstWord = new HashMap<>();
  private final Map<Integer, List<Integer>> rootsByOtherForm = new HashMap<>();

  LineFinder(TermTree tree) {
    this.tree = tree;
    for (int root = tree.firstChild(-1); root >= 0; root = tree.nextSibling(root)) {
      int[] words = tree.words(root);
      if (words.length > 0) add(rootsByFirstWord, words[0], root);
      for (int i = 1; i + 1 < words.length; i++) {
        if (words[i] == TermTree.COMMA) add(rootsByOtherForm, words[i + 1], root);
      }
    }
  }

  private static void add(Map<Integer, List<Integer>> roots, int word, int root) {
    roots.computeIfAbsent(word, w -> new ArrayList<>(1)).add(root);
  }

  boolean isMainTerm(Place place) {
    return tree.parent(place.ordinal()) < 0;
  }

  /// The line that has most of the words; empty when no main term begins so.
  Optional<Found> find(String text) {
    ReferenceWords words = ReferenceWords.of(text, tree);
    if (words.length() == 0) return Optional.empty();
    LineWalk best = walk(rootsByFirstWord, words, LineWalk.Match.EXACT);
    if (!best.isComplete()) {
      LineWalk loose = walk(rootsByFirstWord, words, LineWalk.Match.LOOSE);
      if (loose.position() > best.position()) best = loose;
    }
    if (best.line() < 0) best = walk(rootsByOtherForm, words, LineWalk.Match.EXACT);
    if (best.line() < 0) return atLongMainTerm(words);
    if (best.isComplete()) return Optional.of(new Found(best.line(), ""));
    String rest = words.from(best.position());
    int elsewhere = rest.startsWith("by ") ? -1 : inAnyOrder(best, words);
    return Optional.of(elsewhere >= 0 ? new Found(elsewhere, "") : new Found(best.line(), rest));
  }

  private LineWalk walk(
      Map<Integer, List<Integer>> roots, ReferenceWords words, LineWalk.Match match) {
    var walk = new LineWalk(tree, words, match);
    for (int root : roots.getOrDefault(words.id(0), List.of())) {
      walk.enter(root);
      if (walk.isComplete()) break;
    }
    return walk;
  }

  /// `Introduction of Hormone` below `Introduction of substance in or on`.
  private Optional<Found> atLongMainTerm(ReferenceWords words) {
    if (words.length() < 2) return Optional.empty();
    for (int root :
        rootsByFirstWord.getOrDefault(words.id(0), List.of()).stream().limit(MAX_ROOTS).toList()) {
      List<Place> found = tree.find(root, strong(words.from(1)), 1);
      if (!found.isEmpty()) return Optional.of(new Found(found.getFirst().ordinal(), ""));
    }
    return Optional.empty();
  }

  private static List<String> strong(String text) {
    List<String> words = Words.of(text);
    words.removeIf(w -> Words.WEAK.contains(w) || Words.CONNECTING.contains(w));
    return words;
  }

  private int inAnyOrder(LineWalk best, ReferenceWords words) {
    int root = tree.root(best.line());
    var below = new LineWalk(tree, words, LineWalk.Match.LOOSE);
    below.title(root);
    List<Place> found = tree.find(root, strong(words.from(below.position())), 1);
    return found.isEmpty() ? -1 : found.getFirst().ordinal();
  }
}

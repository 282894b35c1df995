package org.cleanclaim.coding.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Token;
import org.jspecify.annotations.Nullable;

/// Phrases with their codes; the longest phrase at a place wins.
public final class PhraseDictionary {
  private static final int LONGEST = 12;

  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private @Nullable String code;
  }

  /// A phrase found at words `first` (inclusive) to `last` (exclusive).
  public record Match(int first, int last, String code) {}

  private final Node root = new Node();

  /// Adds a phrase; the first code given to a phrase stays.
  public void add(String phrase, String code) {
    List<Token> words = NoteReader.tokens(phrase, 0, phrase.length());
    if (words.isEmpty() || words.size() > LONGEST) return;
    Node node = root;
    for (Token word : words) node = node.next.computeIfAbsent(word.stem(), w -> new Node());
    if (node.code == null) node.code = code;
  }

  public List<Match> find(List<Token> tokens) {
    var matches = new ArrayList<Match>();
    int at = 0;
    while (at < tokens.size()) {
      Match best = longest(tokens, at);
      if (best != null) matches.add(best);
      at = best == null ? at + 1 : best.last();
    }
    return List.copyOf(matches);
  }

  private @Nullable Match longest(List<Token> tokens, int first) {
    Match best = null;
    Node node = root;
    for (int at = first; at < tokens.size(); at++) {
      node = node.next.get(tokens.get(at).stem());
      if (node == null) break;
      if (node.code != null) best = new Match(first, at + 1, node.code);
    }
    return best;
  }
}

package org.cleanclaim.codesets.book;

/// One way down a book along the words of a reference; keeps the line with most words found, of
/// equals the first. Bounded in depth and steps, whatever the book looks like.
final class LineWalk {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STEPS = 100_000;
  private static final int SHORTEST_STEM = 5;
  private static final int LONGEST_ENDING = 3;

  /// How words are compared.
  enum Match {
    EXACT,
    /// Endings may differ and a line may have further words behind those of the reference.
    LOOSE
  }

  private final TermTree tree;
  private final ReferenceWords target;
  private final Match match;
  private int line = -1;
  private int position;
  private int steps;

  LineWalk(TermTree tree, ReferenceWords target, Match match) {
    this.tree = tree;
    this.target = target;
    this.match = match;
  }

  /// The best line, -1 for none.
  int line() {
    return line;
  }

  /// How many words are found.
  int position() {
    return position;
  }

  boolean isComplete() {
    return position == target.length();
  }

  /// Goes down from a main term.
  void enter(int root) {
    enter(root, 0, 0);
  }

  /// Takes a main term's title without going down.
  void title(int root) {
    steps = MAX_STEPS;
    enter(root, 0, 0);
  }

  private void enter(int entered, int from, int depth) {
    first(entered, from, depth);
    others(entered, from, depth);
  }

  /// The whole title or the first of its forms.
  private void first(int entered, int from, int depth) {
    int[] title = tree.words(entered);
    int whole = matched(title, 0, title.length, from);
    if (whole > from) at(entered, whole, depth);
    int end = 0;
    while (end < title.length && title[end] != TermTree.COMMA) end++;
    if (end < title.length && !isComplete()) form(entered, 0, end, from, depth);
  }

  /// The other forms; `by site` after a comma is none.
  private void others(int entered, int from, int depth) {
    int[] title = tree.words(entered);
    int start = -1;
    for (int i = 0; i <= title.length && !isComplete(); i++) {
      if (i < title.length && title[i] != TermTree.COMMA) continue;
      if (start >= 0 && !connects(title, start)) form(entered, start, i, from, depth);
      start = i + 1;
    }
  }

  private void form(int entered, int start, int end, int from, int depth) {
    int matched = matched(tree.words(entered), start, end, from);
    if (matched > from) at(entered, matched, depth);
  }

  private void at(int reached, int found, int depth) {
    if (found > position) {
      position = found;
      line = reached;
    }
    if (isComplete() || isSpent(depth)) return;
    down(reached, found, depth);
    if (isComplete()) return;
    if (target.isOptional(found) || hasWord(reached, found)) at(reached, found + 1, depth + 1);
  }

  private void down(int above, int from, int depth) {
    for (int child = tree.firstChild(above); goesOn(child); child = tree.nextSibling(child)) {
      first(child, from, depth + 1);
    }
    for (int child = tree.firstChild(above); goesOn(child); child = tree.nextSibling(child)) {
      others(child, from, depth + 1);
    }
    for (int child = tree.firstChild(above); goesOn(child); child = tree.nextSibling(child)) {
      boolean isBridge = tree.title(child).isEmpty() || tree.isConnecting(child);
      if (isBridge && !isSpent(depth)) down(child, from, depth + 1);
    }
    boolean connects = Words.CONNECTING.contains(target.word(from));
    if (!isComplete() && connects && from + 1 < target.length() && !isSpent(depth)) {
      down(above, from + 1, depth + 1);
    }
  }

  private boolean connects(int[] title, int start) {
    return start < title.length
        && title[start] != TermTree.COMMA
        && Words.CONNECTING.contains(tree.word(title[start]));
  }

  private boolean goesOn(int child) {
    return child >= 0 && !isComplete() && ++steps < MAX_STEPS;
  }

  private boolean isSpent(int depth) {
    return depth >= MAX_DEPTH || ++steps >= MAX_STEPS;
  }

  private int matched(int[] title, int first, int end, int found) {
    int at = found;
    for (int i = first; i < end; i++) {
      if (tree.isWeak(title[i])) continue;
      while (at > found && at < target.length() && target.isOptional(at) && !same(title[i], at)) {
        at++;
      }
      if (at < target.length() && same(title[i], at)) at++;
      else return match == Match.LOOSE && at > found && target.endsPart(at - 1) ? at : -1;
    }
    return at;
  }

  private boolean same(int word, int at) {
    if (target.id(at) == word) return true;
    if (match == Match.EXACT) return false;
    String a = tree.word(word);
    String b = target.word(at);
    String shorter = a.length() < b.length() ? a : b;
    String longer = a.length() < b.length() ? b : a;
    return shorter.length() >= SHORTEST_STEM
        && longer.length() - shorter.length() <= LONGEST_ENDING
        && longer.startsWith(shorter);
  }

  private boolean hasWord(int reached, int at) {
    int id = target.id(at);
    for (int word : tree.nonessential(reached)) if (word == id) return true;
    for (int word : tree.words(reached)) if (word == id) return true;
    return false;
  }
}

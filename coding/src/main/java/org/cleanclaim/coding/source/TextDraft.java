package org.cleanclaim.coding.source;

import java.util.ArrayList;
import java.util.List;

/// A text under way, line by line, with where each line came from.
final class TextDraft {
  private final StringBuilder text = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();

  /// A line of its own.
  void line(String words, String part, int line) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
    passages.add(new Passage(text.length(), part, Math.max(1, line)));
    text.append(words).append('\n');
  }

  /// An empty line, unless there is one.
  void gap() {
    int length = text.length();
    if (length < 2 || text.charAt(length - 2) == '\n') return;
    Passage before = passages.getLast();
    passages.add(new Passage(length, before.part(), before.line()));
    text.append('\n');
  }

  int length() {
    return text.length();
  }

  String text() {
    return text.toString();
  }

  List<Passage> passages() {
    return passages;
  }
}

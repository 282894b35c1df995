package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a reference by their numbers in a book, weak ones left out.
final class ReferenceWords {
  private static final int MAX_WORDS = 40;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'\u2019]*");

  private record Word(int id, String text, int start, boolean isOptional, boolean endsPart) {}

  private final String text;
  private final List<Word> words;

  private ReferenceWords(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  static ReferenceWords of(String text, TermTree tree) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    int at = 0;
    int open = 0;
    int start = -1;
    while (words.size() < MAX_WORDS && matcher.find()) {
      String between = text.substring(at, matcher.start());
      open = Math.max(0, open + count(between, '(') - count(between, ')'));
      if (between.contains(",") && !words.isEmpty()) {
        Word last = words.removeLast();
        words.add(new Word(last.id(), last.text(), last.start(), last.isOptional(), true));
      }
      at = matcher.end();
      if (start < 0) start = matcher.start();
      String word = Words.singular(Words.plain(matcher.group()));
      if (word.isEmpty() || Words.WEAK.contains(word)) continue;
      words.add(new Word(tree.id(word), word, start, open > 0, false));
      start = -1;
    }
    return new ReferenceWords(text, words);
  }

  private static int count(String text, char c) {
    return (int) text.chars().filter(x -> x == c).count();
  }

  int length() {
    return words.size();
  }

  int id(int position) {
    return words.get(position).id();
  }

  String word(int position) {
    return words.get(position).text();
  }

  /// In parentheses.
  boolean isOptional(int position) {
    return words.get(position).isOptional();
  }

  /// Before a comma or at the end.
  boolean endsPart(int position) {
    return position == words.size() - 1 || words.get(position).endsPart();
  }

  /// The text from a word on, with the `and` or `or` before it.
  String from(int position) {
    return position >= words.size() ? "" : text.substring(words.get(position).start()).strip();
  }
}

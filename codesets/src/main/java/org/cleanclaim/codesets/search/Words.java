package org.cleanclaim.codesets.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cuts text into small-letter words of letters and digits. Accents and possessive endings fall
/// away.
final class Words {
  /// Longer input is cut: nobody types more, and time stays bounded.
  static final int MOST_CHARACTERS = 2_000;

  static final int MOST_WORDS = 64;
  private static final int LONGEST_WORD = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// A word as it stood.
  ///
  /// @param optional stood in brackets, as nonessential modifiers of the index do
  /// @param shortened ended in a full stop, as abbreviations do
  /// @param capital began with a capital letter
  record Word(String text, boolean optional, boolean shortened, boolean capital) {}

  private Words() {}

  static List<Word> of(String text) {
    var plain = plain(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
    var words = new ArrayList<Word>();
    var depth = 0;
    var at = 0;
    while (at < plain.length() && words.size() < MOST_WORDS) {
      var c = plain.charAt(at);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (isWordPart(c)) {
        at = word(plain, at, depth > 0, words);
        continue;
      }
      at++;
    }
    return words;
  }

  /// Reads the word that starts here and returns where it ends. `(teno)synovitis` is one word with
  /// an optional front, `finger(s)` one without its end.
  private static int word(String plain, int start, boolean bracketed, List<Word> words) {
    var end = start;
    while (end < plain.length() && isWordPart(plain.charAt(end))) {
      end++;
    }
    var text = plain.substring(start, end);
    if (isArticle(plain, start, end)) {
      return end;
    }
    var capital = Character.isUpperCase(text.charAt(0));
    if (bracketed
        && end + 1 < plain.length()
        && plain.charAt(end) == ')'
        && isWordPart(plain.charAt(end + 1))) {
      var tail = end + 1;
      var tailEnd = tail;
      while (tailEnd < plain.length() && isWordPart(plain.charAt(tailEnd))) {
        tailEnd++;
      }
      add(words, plain.substring(tail, tailEnd), false, false, capital);
      add(words, text + plain.substring(tail, tailEnd), true, false, capital);
      return tailEnd;
    }
    if (bracketed
        && start >= 2
        && plain.charAt(start - 1) == '('
        && isWordPart(plain.charAt(start - 2))
        && text.length() <= 3) {
      return end;
    }
    if (end + 1 < plain.length()
        && isApostrophe(plain.charAt(end))
        && plain.charAt(end + 1) == 's') {
      var behind = end + 2;
      if (behind == plain.length() || !isWordPart(plain.charAt(behind))) {
        add(words, text, bracketed, false, capital);
        return behind;
      }
    }
    add(words, text, bracketed, isShortened(plain, end), capital);
    return end;
  }

  /// `a` before a word is an article; at the end or before a comma it is a type: `hepatitis A`.
  private static boolean isArticle(String text, int start, int end) {
    if (end - start != 1
        || (text.charAt(start) != 'a' && (text.charAt(start) != 'A' || start > 0))) {
      return false;
    }
    return end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isLetter(text.charAt(end + 1));
  }

  /// A full stop behind the last word ends the sentence.
  private static boolean isShortened(String text, int end) {
    return end + 1 < text.length()
        ? text.charAt(end) == '.'
        : end < text.length() && text.charAt(end) == '.' && text.indexOf(' ') < 0;
  }

  private static void add(
      List<Word> words, String text, boolean optional, boolean shortened, boolean capital) {
    if (text.length() <= LONGEST_WORD) {
      words.add(new Word(text.toLowerCase(Locale.ROOT), optional, shortened, capital));
    }
  }

  private static String plain(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
      }
    }
    return text;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '`';
  }
}

package org.cleanclaim.codesets.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A piece of a code in the typed text, with or without dot, and the codes that begin so.
///
/// @param words the text without it
/// @param from number of the first code that begins so
/// @param to number behind the last one; the same as `from` if no code was typed
record TypedCode(String words, int from, int to) {
  private static final Pattern PIECE = Pattern.compile("[A-Z0-9]{2,8}");
  private static final Pattern DOTS = Pattern.compile("[.\\-]");
  private static final int MOST_CHARACTERS = 200;
  private static final int SHORTEST_BESIDE_WORDS = 3;

  static TypedCode of(String text, IndexedCodes codes) {
    var none = new TypedCode(text, 0, 0);
    if (text.length() > MOST_CHARACTERS) {
      return none;
    }
    var parts = text.strip().split("\\s+");
    for (var i = 0; i < parts.length; i++) {
      var piece = DOTS.matcher(parts[i].toUpperCase(Locale.ROOT)).replaceAll("");
      if (isPiece(piece, parts.length == 1)) {
        var from = codes.first(piece);
        var to = codes.behind(piece);
        if (from < to) {
          var words = new ArrayList<>(Arrays.asList(parts));
          words.remove(i);
          return new TypedCode(String.join(" ", words), from, to);
        }
      }
    }
    return none;
  }

  private static boolean isPiece(String piece, boolean alone) {
    return PIECE.matcher(piece).matches()
        && piece.chars().anyMatch(Character::isDigit)
        && (alone
            || (piece.length() >= SHORTEST_BESIDE_WORDS
                && piece.chars().anyMatch(Character::isLetter)));
  }

  boolean isPresent() {
    return from < to;
  }

  boolean covers(int code) {
    return !isPresent() || (code >= from && code < to);
  }

  /// The codes, which are also the documents of their titles.
  int[] titles() {
    return IntStream.range(from, to).toArray();
  }
}

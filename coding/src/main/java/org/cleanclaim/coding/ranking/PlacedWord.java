package org.cleanclaim.coding.ranking;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word and how far into its text it stands, in ten-thousandths of the text's length.
record PlacedWord(String word, int place) {
  static final int WHOLE = 10_000;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern ENDING = Pattern.compile("(?<=....)[aeo]?s?$");

  /// How far apart two words stand.
  int distance(PlacedWord other) {
    return Math.abs(place - other.place);
  }

  /// The words of a part of a text in any language of Latin letters: without accents, without the
  /// endings of number and gender. Words of one or two letters say too little.
  static List<PlacedWord> of(String text, int from, int to) {
    var words = new ArrayList<PlacedWord>();
    Matcher word = WORD.matcher(text).region(from, to);
    while (word.find()) {
      String plain =
          Normalizer.normalize(word.group().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
      String stem = ENDING.matcher(MARKS.matcher(plain).replaceAll("")).replaceFirst("");
      if (stem.length() > 2) words.add(new PlacedWord(stem, place(word.start(), text.length())));
    }
    return words;
  }

  static int place(int at, int length) {
    return length == 0 ? 0 : (int) ((long) WHOLE * at / length);
  }
}

package org.cleanclaim.app.patient;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How one spelling of a name is like another; accents, case, spaces and signs make no difference.
public enum Spelling {
  SAME,
  /// A letter or two were added, left out, changed or swapped.
  DIFFERS_IN_LETTERS,
  SOUNDS_ALIKE,
  OTHER;

  public static Spelling of(String name, String other) {
    String one = plain(name);
    String two = plain(other);
    int most = Math.min(one.length(), two.length()) >= 6 ? 2 : 1;
    if (one.equals(two)) return SAME;
    if (EditDistance.of(one, two) <= most) return DIFFERS_IN_LETTERS;
    return Soundex.of(one).equals(Soundex.of(two)) ? SOUNDS_ALIKE : OTHER;
  }

  /// The letters and digits of a text, in capitals without accents.
  public static String plain(@Nullable String text) {
    if (text == null) return "";
    String letters =
        Normalizer.normalize(text, Normalizer.Form.NFD); // an accent is a sign of its own
    return letters.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }
}

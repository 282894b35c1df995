package org.cleanclaim.coding.check;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// A code of a chart at its place.
///
/// @param position from 1: the principal or first-listed diagnosis
/// @param code without dot; as typed where it has not the shape of a code
/// @param entry null where the code is not valid on the day
/// @param title in lower case; empty where the code is not known
record Listed(
    int position, String code, @Nullable CodeEntry entry, String title, OrderedCode ordered) {
  static Listed of(int position, OrderedCode ordered, @Nullable CodeEntry entry) {
    String code =
        Icd10Cm.parse(ordered.code())
            .map(Icd10Cm::value)
            .orElse(ordered.code().strip().toUpperCase(Locale.ROOT));
    String title = entry == null ? "" : entry.title().toLowerCase(Locale.ROOT);
    return new Listed(position, code, entry, title, ordered);
  }

  boolean isFirst() {
    return position == 1;
  }

  boolean isBefore(Listed other) {
    return position < other.position;
  }

  boolean startsWith(String prefix) {
    return code.startsWith(prefix);
  }

  boolean isAny(String... prefixes) {
    for (String prefix : prefixes) if (code.startsWith(prefix)) return true;
    return false;
  }

  char chapterLetter() {
    return code.isEmpty() ? ' ' : code.charAt(0);
  }

  boolean titleHas(Pattern words) {
    return words.matcher(title).find();
  }

  /// The 7th character, or a blank where the code is shorter.
  char seventh() {
    return code.length() == 7 ? code.charAt(6) : ' ';
  }

  /// With its dot, as people write it.
  String dotted() {
    return Icd10Cm.written(code);
  }

  Place place() {
    return Place.code("Diagnosis " + position, dotted());
  }
}

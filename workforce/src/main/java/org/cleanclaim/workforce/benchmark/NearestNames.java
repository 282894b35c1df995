package org.cleanclaim.workforce.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names that somebody may have meant, nearest first: those that contain what was typed, then
/// those with the fewest letters to change (Levenshtein's distance to the name or to a word of it).
public final class NearestNames {
  private static final int OFFERED = 5;

  private NearestNames() {}

  public static List<String> of(String typed, Collection<String> names) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return names.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(OFFERED)
        .toList();
  }

  private static int distance(String wanted, String name) {
    String low = name.toLowerCase(Locale.ROOT);
    if (!wanted.isEmpty() && low.contains(wanted)) return 0;
    int nearest = edits(wanted, low);
    for (String word : low.split("[^a-z0-9]+", -1)) {
      if (!word.isEmpty()) nearest = Math.min(nearest, 1 + edits(wanted, word));
    }
    return 1 + nearest;
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

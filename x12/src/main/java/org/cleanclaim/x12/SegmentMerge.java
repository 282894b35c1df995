package org.cleanclaim.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Carries a change of a record over to the segments that it was read from. The writer's segments
/// before and after the change tell what changed; everything else of the source stays.
///
/// The source is aligned with the state before, and that with the state after, see
/// [SegmentAlignment].
final class SegmentMerge {
  private final List<List<String>> source;
  private final List<List<String>> before;
  private final List<List<String>> after;
  private final int[] sourceOfBefore;
  private final int[] beforeOfAfter;

  private SegmentMerge(
      List<List<String>> source, List<List<String>> before, List<List<String>> after) {
    this.source = source;
    this.before = before;
    this.after = after;
    this.sourceOfBefore = SegmentAlignment.of(before, source);
    this.beforeOfAfter = SegmentAlignment.of(after, before);
  }

  /// @param source segments as read, each a list of its name and elements
  /// @param before what the writer makes of the record as read
  /// @param after what the writer makes of the record now
  static List<List<String>> merge(
      List<List<String>> source, List<List<String>> before, List<List<String>> after) {
    return new SegmentMerge(source, before, after).merge();
  }

  private List<List<String>> merge() {
    int[] afterOfBefore = inverse(beforeOfAfter, before.size());
    int[] beforeOfSource = inverse(sourceOfBefore, source.size());
    var merged = new ArrayList<List<String>>();
    int nextAfter = 0;
    for (int s = 0; s < source.size(); s++) {
      int b = beforeOfSource[s];
      if (b < 0) {
        merged.add(source.get(s)); // no field holds it
        continue;
      }
      int a = afterOfBefore[b];
      if (a < 0) continue; // taken out
      // What is new stands before the next segment that was there already.
      for (; nextAfter < a; nextAfter++) {
        if (isNew(nextAfter)) merged.add(after.get(nextAfter));
      }
      merged.add(overlay(source.get(s), before.get(b), after.get(a)));
      nextAfter = a + 1;
    }
    for (; nextAfter < after.size(); nextAfter++) {
      if (isNew(nextAfter)) merged.add(after.get(nextAfter));
    }
    return merged;
  }

  /// Whether the change made this segment: there was none before, or one that the writer alone
  /// would have put there and that now says something else.
  private boolean isNew(int a) {
    int b = beforeOfAfter[a];
    return b < 0 || (sourceOfBefore[b] < 0 && !before.get(b).equals(after.get(a)));
  }

  /// The source's segment with the elements that the change touched.
  private static List<String> overlay(
      List<String> source, List<String> before, List<String> after) {
    if (before.equals(after)) return source;
    var elements = new ArrayList<>(source);
    for (int i = 1; i < Math.max(before.size(), after.size()); i++) {
      String was = i < before.size() ? before.get(i) : "";
      String is = i < after.size() ? after.get(i) : "";
      if (was.equals(is)) continue;
      while (elements.size() <= i) elements.add("");
      elements.set(i, is);
    }
    while (elements.getLast().isEmpty()) elements.removeLast();
    return elements;
  }

  private static int[] inverse(int[] partner, int size) {
    int[] inverse = new int[size];
    Arrays.fill(inverse, -1);
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) inverse[partner[i]] = i;
    }
    return inverse;
  }
}

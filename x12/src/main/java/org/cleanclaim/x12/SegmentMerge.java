package org.cleanclaim.x12;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Carries a change of a record over to the segments that it was read from. The writer's segments
/// before and after the change tell what changed; everything else of the source stays.
///
/// All three lists are aligned by the longest common run of segments with the same name and code:
/// the source with the state before, that with the state after.
final class SegmentMerge {
  private final List<List<String>> source;
  private final List<List<String>> before;
  private final List<List<String>> after;

  private SegmentMerge(
      List<List<String>> source, List<List<String>> before, List<List<String>> after) {
    this.source = source;
    this.before = before;
    this.after = after;
  }

  /// @param source segments as read, each a list of its name and elements
  /// @param before what the writer makes of the record as read
  /// @param after what the writer makes of the record now
  static List<List<String>> merge(
      List<List<String>> source, List<List<String>> before, List<List<String>> after) {
    return new SegmentMerge(source, before, after).merge();
  }

  private List<List<String>> merge() {
    int[] sourceOfBefore = align(before, source);
    int[] beforeOfAfter = align(after, before);
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
        if (beforeOfAfter[nextAfter] < 0) merged.add(after.get(nextAfter));
      }
      merged.add(overlay(source.get(s), before.get(b), after.get(a)));
      nextAfter = a + 1;
    }
    for (; nextAfter < after.size(); nextAfter++) {
      if (beforeOfAfter[nextAfter] < 0) merged.add(after.get(nextAfter));
    }
    return merged;
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

  /// For each segment of the first list its partner in the second, or -1.
  private static int[] align(List<List<String>> first, List<List<String>> second) {
    int[] partner = new int[first.size()];
    Arrays.fill(partner, -1);
    // Both lists are in guide order, so equal keys are met going forward; a window keeps the search
    // near when one side has segments of its own.
    int from = 0;
    int head = 0;
    while (head < first.size()) {
      int found = find(key(first.get(head)), second, from, sameAhead(first, head));
      if (found >= 0) {
        partner[head] = found;
        from = found + 1;
      }
      head++;
    }
    return partner;
  }

  /// How far the partner may lie ahead: not behind the next opening of a claim, line or level.
  private static List<String> sameAhead(List<List<String>> first, int head) {
    for (int i = head + 1; i < first.size(); i++) {
      if (isOpening(first.get(i))) return first.get(i);
    }
    return List.of();
  }

  private static int find(
      String key, List<List<String>> second, int from, List<String> nextOpening) {
    boolean isOpening = key.startsWith("HL ") || key.startsWith("CLM ") || key.startsWith("LX ");
    for (int i = from; i < second.size(); i++) {
      if (key(second.get(i)).equals(key)) return i;
      if (!isOpening && isOpening(second.get(i))) return -1;
      if (!nextOpening.isEmpty() && key(second.get(i)).equals(key(nextOpening))) return -1;
    }
    return -1;
  }

  private static boolean isOpening(List<String> segment) {
    return switch (segment.getFirst()) {
      case "HL", "CLM", "LX", "CLP", "SVC", "SBR", "SVD", "EB", "TRN", "PLB" -> true;
      default -> false;
    };
  }

  /// What tells a segment from others of its name: the claim's or line's number, else its code.
  private static String key(List<String> segment) {
    String name = segment.getFirst();
    String first = segment.size() > 1 ? segment.get(1) : "";
    return switch (name) {
      case "N3", "N4", "DMG", "BHT", "ST", "OI", "CL1", "PAT", "SBR" -> name + " ";
      case "SV1", "SV2", "SV3", "SVC", "CAS", "BPR" -> name + " ";
      default -> name + " " + first;
    };
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

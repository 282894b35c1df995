package org.cleanclaim.x12;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds for each segment of one list its partner in another: the pairing, in the order of both,
/// that has the most in common. Segments are partners only when name and code are the same; among
/// several, equal elements decide. Long lists are first cut at segments that stand in both lists
/// once, such as the opening of a claim.
final class SegmentAlignment {
  private static final int NONE = -1;
  // Beyond this many pairs a stretch is paired by going forward, without looking for the best.
  private static final long MOST_PAIRS = 1_500_000;
  // A pair is worth more than any number of equal elements of other pairs.
  private static final int PAIR = 100;

  private final List<List<String>> first;
  private final List<List<String>> second;
  private final int[] partner;

  private SegmentAlignment(List<List<String>> first, List<List<String>> second) {
    this.first = first;
    this.second = second;
    this.partner = new int[first.size()];
    Arrays.fill(partner, NONE);
  }

  /// For each segment of the first list the index of its partner in the second, or -1.
  static int[] of(List<List<String>> first, List<List<String>> second) {
    var alignment = new SegmentAlignment(first, second);
    alignment.align();
    return alignment.partner;
  }

  private void align() {
    if ((long) first.size() * second.size() <= MOST_PAIRS) {
      best(0, first.size(), 0, second.size());
      return;
    }
    Map<List<String>, Integer> ofFirst = single(first);
    Map<List<String>, Integer> ofSecond = single(second);
    int fromFirst = 0;
    int fromSecond = 0;
    for (int i = 0; i < first.size(); i++) {
      List<String> segment = first.get(i);
      Integer j = ofFirst.containsKey(segment) ? ofSecond.get(segment) : null;
      if (j == null || j < fromSecond) continue;
      stretch(fromFirst, i, fromSecond, j);
      partner[i] = j;
      fromFirst = i + 1;
      fromSecond = j + 1;
    }
    stretch(fromFirst, first.size(), fromSecond, second.size());
  }

  /// Openings that stand in a list once, with their index.
  private static Map<List<String>, Integer> single(List<List<String>> list) {
    var single = new HashMap<List<String>, Integer>();
    for (int i = 0; i < list.size(); i++) {
      List<String> segment = list.get(i);
      if (!isOpening(segment)) continue;
      single.merge(segment, i, (one, other) -> NONE);
    }
    single.values().removeIf(i -> i == NONE);
    return single;
  }

  private static boolean isOpening(List<String> segment) {
    return switch (segment.getFirst()) {
      case "CLM", "CLP", "TRN" -> true;
      default -> false;
    };
  }

  private void stretch(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    long pairs = (long) (firstTo - firstFrom) * (secondTo - secondFrom);
    if (pairs <= MOST_PAIRS) {
      best(firstFrom, firstTo, secondFrom, secondTo);
    } else {
      forward(firstFrom, firstTo, secondFrom, secondTo);
    }
  }

  private void best(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    int rows = firstTo - firstFrom;
    int columns = secondTo - secondFrom;
    int[][] worth = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        int pair = worth(first.get(firstFrom + i), second.get(secondFrom + j));
        int skip = Math.max(worth[i + 1][j], worth[i][j + 1]);
        worth[i][j] = pair == 0 ? skip : Math.max(skip, worth[i + 1][j + 1] + pair);
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      int pair = worth(first.get(firstFrom + i), second.get(secondFrom + j));
      if (pair > 0 && worth[i][j] == worth[i + 1][j + 1] + pair) {
        partner[firstFrom + i] = secondFrom + j;
        i++;
        j++;
      } else if (worth[i][j] == worth[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void forward(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    int next = secondFrom;
    for (int i = firstFrom; i < firstTo; i++) {
      int most = Math.min(secondTo, next + 100);
      for (int j = next; j < most; j++) {
        if (worth(first.get(i), second.get(j)) > 0) {
          partner[i] = j;
          next = j + 1;
          break;
        }
      }
    }
  }

  private static int worth(List<String> one, List<String> other) {
    if (!isSameKind(one, other)) return 0;
    int worth = PAIR;
    int shorter = Math.min(one.size(), other.size());
    for (int i = 1; i < shorter; i++) {
      String value = one.get(i);
      if (!value.isEmpty() && value.equals(other.get(i))) worth++;
    }
    return worth;
  }

  /// Same name and, where the first element says what the segment is about, the same code.
  private static boolean isSameKind(List<String> one, List<String> other) {
    if (!one.getFirst().equals(other.getFirst())) return false;
    return switch (one.getFirst()) {
      case "NM1", "N1", "REF", "DTP", "DTM", "AMT", "QTY", "PRV", "NTE", "CRC", "PWK" ->
          code(one, 1).equals(code(other, 1));
      case "HL" -> code(one, 3).equals(code(other, 3));
      case "HI" -> list(one).equals(list(other));
      default -> true;
    };
  }

  private static String code(List<String> segment, int element) {
    return segment.size() > element ? segment.get(element) : "";
  }

  /// The code list of the first composite: what stands before whatever separates components.
  private static String list(List<String> hi) {
    String composite = code(hi, 1);
    int end = 0;
    while (end < composite.length() && Character.isLetterOrDigit(composite.charAt(end))) end++;
    return composite.substring(0, end);
  }
}

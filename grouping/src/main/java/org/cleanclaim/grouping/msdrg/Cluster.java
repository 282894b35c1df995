package org.cleanclaim.grouping.msdrg;

import java.util.Arrays;
import java.util.List;

/// Procedures that together count as one of their own: where each part is done, the cluster's lists
/// hold, and in some major diagnostic categories the parts count no more.
///
/// @param suppressedMdcs bit n: the parts do not count in category n
/// @param parts for each part the packed codes that make it
record Cluster(String name, int from, int to, long suppressedMdcs, List<long[]> parts) {

  static Cluster of(String name, int from, int to, String suppressedMdcs, String members) {
    long mdcs = 0;
    for (String mdc : suppressedMdcs.split(",")) {
      int number = mdc.isBlank() ? 99 : Integer.parseInt(mdc.strip());
      if (number < 64) mdcs |= 1L << number;
    }
    List<long[]> parts =
        Arrays.stream(members.replaceAll("[() ]", "").split("\\+"))
            .map(part ->
                Arrays.stream(part.split("\\|")).mapToLong(CodeTable::pack).sorted().toArray())
            .toList();
    return new Cluster(name, from, to, mdcs, parts);
  }

  boolean isOf(int version) {
    return from <= version && version <= to;
  }

  /// Whether each part is among the procedures.
  boolean isComplete(long[] procedures) {
    for (int i = 0; i < parts.size(); i++) if (!isDone(parts.get(i), procedures)) return false;
    return true;
  }

  boolean contains(long procedure) {
    for (long[] part : parts) if (Arrays.binarySearch(part, procedure) >= 0) return true;
    return false;
  }

  private static boolean isDone(long[] part, long[] procedures) {
    for (long procedure : procedures) if (Arrays.binarySearch(part, procedure) >= 0) return true;
    return false;
  }
}

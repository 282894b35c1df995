package org.cleanclaim.x12.guide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The codes that an element may hold, found by their bytes without making a text of them.
final class Codes {
  private final List<String> values;
  private final long[] packed;
  private final byte[][] longer;

  Codes(Collection<String> values) {
    this.values = List.copyOf(values);
    var few = new ArrayList<byte[]>();
    var packedCodes = new ArrayList<Long>();
    for (String value : values) {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      if (bytes.length > 8) {
        few.add(bytes);
      } else {
        packedCodes.add(pack(bytes, 0, bytes.length));
      }
    }
    packed = packedCodes.stream().mapToLong(Long::longValue).sorted().toArray();
    longer = few.toArray(byte[][]::new);
  }

  boolean contains(byte[] bytes, int from, int to) {
    if (to - from <= 8) {
      long wanted = pack(bytes, from, to);
      if (packed.length > 8) return Arrays.binarySearch(packed, wanted) >= 0;
      for (long code : packed) {
        if (code == wanted) return true;
      }
      return false;
    }
    for (byte[] code : longer) {
      if (Arrays.equals(code, 0, code.length, bytes, from, to)) return true;
    }
    return false;
  }

  List<String> values() {
    return values;
  }

  /// `AA, EM or OA`.
  String inWords() {
    if (values.size() == 1) return values.getFirst();
    if (values.size() > 12) return "one of " + values.size() + " codes";
    return String.join(", ", values.subList(0, values.size() - 1)) + " or " + values.getLast();
  }

  private static long pack(byte[] bytes, int from, int to) {
    long packed = 0;
    for (int i = from; i < to; i++) packed = (packed << 8) | (bytes[i] & 0xFF);
    return packed;
  }
}

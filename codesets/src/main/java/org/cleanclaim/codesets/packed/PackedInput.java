package org.cleanclaim.codesets.packed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads values that [PackedOutput] wrote, from a place of a buffer that others read as well.
final class PackedInput {
  private final ByteBuffer buffer;
  private int position;

  PackedInput(ByteBuffer buffer, int position) {
    this.buffer = buffer;
    this.position = position;
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = buffer.get(position++);
      value |= (b & 0x7f) << shift;
      if (b >= 0) return value;
    }
  }

  String text() {
    var bytes = new byte[number()];
    buffer.get(position, bytes);
    position += bytes.length;
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean flag() {
    return buffer.get(position++) != 0;
  }

  @Nullable String optionalText() {
    return flag() ? text() : null;
  }

  <T> List<T> list(Supplier<T> element) {
    int count = number();
    var list = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) list.add(element.get());
    return list;
  }

  List<String> texts() {
    return list(this::text);
  }

  int[] ints() {
    var values = new int[number()];
    buffer.duplicate().position(position).asIntBuffer().get(values);
    position += values.length * Integer.BYTES;
    return values;
  }

  long[] longs() {
    var values = new long[number()];
    buffer.duplicate().position(position).asLongBuffer().get(values);
    position += values.length * Long.BYTES;
    return values;
  }

  Map<String, String> attributes() {
    int count = number();
    if (count == 0) return Map.of();
    var attributes = HashMap.<String, String>newHashMap(count);
    for (int i = 0; i < count; i++) attributes.put(text(), text());
    return attributes;
  }
}

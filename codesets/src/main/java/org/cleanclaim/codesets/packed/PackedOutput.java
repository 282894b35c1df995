package org.cleanclaim.codesets.packed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/// Writes values tightly: numbers in as few bytes as they need, texts in UTF-8 with their length.
final class PackedOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void number(int value) {
    while ((value & ~0x7f) != 0) {
      bytes.write((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    bytes.write(value);
  }

  void text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    number(encoded.length);
    bytes.writeBytes(encoded);
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void optionalText(@Nullable String text) {
    flag(text != null);
    if (text != null) text(text);
  }

  <T> void list(List<T> list, Consumer<T> element) {
    number(list.size());
    list.forEach(element);
  }

  void texts(List<String> texts) {
    list(texts, this::text);
  }

  void attributes(Map<String, String> attributes) {
    number(attributes.size());
    new TreeMap<>(attributes)
        .forEach((name, value) -> {
          text(name);
          text(value);
        });
  }

  /// Numbers of any sign, four bytes each, with their count.
  void ints(int[] values) {
    number(values.length);
    var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    buffer.asIntBuffer().put(values);
    bytes.writeBytes(buffer.array());
  }

  /// Large numbers, eight bytes each, with their count.
  void longs(int count, IntToLongFunction value) {
    number(count);
    var buffer = ByteBuffer.allocate(count * Long.BYTES);
    for (int i = 0; i < count; i++) buffer.putLong(value.applyAsLong(i));
    bytes.writeBytes(buffer.array());
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}

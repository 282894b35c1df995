package org.cleanclaim.app.chartcheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The charts of a JSON file: one value over several lines (a chart, a list of charts), or one
/// chart a line. Where each line is a chart of its own, a line that cannot be read says so and the
/// next is read.
final class JsonCharts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// What is done with each chart.
  interface Reader {
    void chart(JsonNode node) throws IOException;

    /// @param line that cannot be read; null where the file cannot be read from here on
    void broken(@Nullable Integer line);
  }

  private JsonCharts() {}

  static void read(InputStream in, Reader reader) throws IOException {
    byte[] first = line(in);
    int number = 1;
    while (first != null && isBlank(first)) {
      first = line(in);
      number++;
    }
    byte[] second = line(in);
    if (first == null) return;
    if (isOneALine(first, second)) lines(in, number, first, second, reader);
    else whole(in, first, second, reader);
  }

  /// Whether the first line is a chart of its own, or would be if it were not broken: a value that
  /// goes on in the next line makes sense together with it.
  private static boolean isOneALine(byte[] first, byte @Nullable [] second) {
    return switch (state(first)) {
      case READABLE, BROKEN -> true;
      case ENDS_EARLY -> second != null && state(joined(first, second)) == State.BROKEN;
    };
  }

  private enum State {
    READABLE,
    ENDS_EARLY,
    BROKEN
  }

  private static State state(byte[] text) {
    try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (values.hasNextValue()) values.nextValue();
      return State.READABLE;
    } catch (JacksonException e) {
      return e.getLocation().getByteOffset() < text.length ? State.BROKEN : State.ENDS_EARLY;
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = new ByteArrayOutputStream(first.length + second.length + 1);
    both.writeBytes(first);
    both.write('\n');
    both.writeBytes(second);
    return both.toByteArray();
  }

  private static void lines(
      InputStream in, int number, byte[] first, byte @Nullable [] second, Reader reader)
      throws IOException {
    byte[] line = first;
    byte[] next = second;
    while (line != null) {
      if (!isBlank(line) && !values(new ByteArrayInputStream(line), reader)) {
        reader.broken(number);
      }
      line = next;
      next = line == null ? null : line(in);
      number++;
    }
  }

  private static void whole(InputStream in, byte[] first, byte @Nullable [] second, Reader reader)
      throws IOException {
    byte[] begun = second == null ? first : joined(joined(first, second), new byte[0]);
    var all =
        new SequenceInputStream(
            Collections.enumeration(List.of(new ByteArrayInputStream(begun), in)));
    if (!values(all, reader)) reader.broken(null);
  }

  /// @return false where the text cannot be read to its end
  private static boolean values(InputStream text, Reader reader) throws IOException {
    try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        JsonNode list = value.isArray() ? value : value.path("charts");
        if (!list.isArray()) reader.chart(value);
        else for (JsonNode each : list) reader.chart(each);
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean isBlank(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).isBlank();
  }

  /// The next line without its end; null after the last.
  private static byte @Nullable [] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    int one = in.read();
    if (one < 0) return null;
    while (one >= 0 && one != '\n') {
      line.write(one);
      one = in.read();
    }
    return line.toByteArray();
  }
}

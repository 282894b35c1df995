package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// StAEDI, a reader that somebody else wrote, sees the same segments with the same values. Trailing
/// empty elements do not count; ISA is compared by its name alone, as widths are corrected.
class SecondReaderTest {

  @Test
  void anotherReaderSeesTheSameSegmentsAndElements() throws IOException {
    int agreed = 0;
    var stopped = new ArrayList<String>();
    for (Path file : Samples.all()) {
      byte[] bytes = Files.readAllBytes(file);
      List<String> theirs;
      try {
        theirs = theirs(withoutByteOrderMark(bytes));
      } catch (EDIStreamException | RuntimeException e) {
        stopped.add(file.getFileName() + ": " + e.getMessage());
        continue;
      }
      assertThat(ours(bytes)).as(file.toString()).isEqualTo(theirs);
      agreed++;
    }

    System.out.println("StAEDI stops in " + stopped.size() + " files: " + stopped);
    assertThat(agreed).isGreaterThan(270);
  }

  // StAEDI does not know the mark.
  private static byte[] withoutByteOrderMark(byte[] bytes) {
    boolean isMarked = bytes.length > 3 && (bytes[0] & 0xFF) == 0xEF;
    return isMarked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  private static List<String> ours(byte[] bytes) throws IOException {
    var segments = new ArrayList<String>();
    X12Reader.segments(
        new ByteArrayInputStream(bytes),
        s -> {
          if (s.is("ISA")) {
            segments.add("ISA");
            return;
          }
          var values = new ArrayList<String>();
          for (int i = 1; i <= s.elementCount(); i++) {
            for (String repetition : repetitions(s, i)) {
              for (String part : repetition.split("\\Q" + s.separators().component() + "\\E", -1)) {
                values.add(part.strip());
              }
            }
          }
          segments.add(line(s.id(), values));
        });
    return segments;
  }

  private static List<String> repetitions(org.cleanclaim.x12.lexer.Segment segment, int position) {
    return segment.isEmpty(position) ? List.of("") : segment.repetitions(position);
  }

  private static List<String> theirs(byte[] bytes) throws EDIStreamException, IOException {
    var segments = new ArrayList<String>();
    var factory = EDIInputFactory.newFactory();
    factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
    try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      String name = "";
      var values = new ArrayList<String>();
      while (reader.hasNext()) {
        switch (reader.next()) {
          case START_SEGMENT -> {
            name = reader.getText();
            values.clear();
          }
          case ELEMENT_DATA -> values.add(reader.getText().strip());
          case END_SEGMENT -> segments.add(name.equals("ISA") ? "ISA" : line(name, values));
          default -> {}
        }
      }
    }
    return segments;
  }

  private static String line(String name, List<String> values) {
    int last = values.size();
    while (last > 0 && values.get(last - 1).isEmpty()) last--;
    return name + values.subList(0, last).stream().filter(v -> !v.isEmpty()).toList();
  }
}

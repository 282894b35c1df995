package org.cleanclaim.app.story;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A calendar as a strict program reads it, by RFC 5545 and nothing of ours: lines of 75 octets at
/// most that end with CRLF and are folded between characters (3.1), values of type TEXT escaped
/// (3.3.11), one PRODID and VERSION (3.6), and UID and DTSTAMP in every event (3.6.1).
final class ForeignCalendar {
  private static final Pattern LINE =
      Pattern.compile("([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)");
  private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,\\p{Cntrl}]|\\\\[\\\\;,nN])*");

  /// A property with its parameters as they stand.
  record Property(String parameters, String value) {}

  final Map<String, Property> calendar = new HashMap<>();
  final List<Map<String, Property>> events = new ArrayList<>();

  ForeignCalendar(byte[] file) throws CharacterCodingException {
    var open = new ArrayList<String>();
    for (String line : unfolded(file)) {
      var read = LINE.matcher(line);
      if (!read.matches()) throw new IllegalArgumentException("no content line: " + line);
      String name = read.group(1);
      String value = read.group(3);
      switch (name) {
        case "BEGIN" -> {
          if (value.equals("VEVENT")) events.add(new HashMap<>());
          open.add(value);
        }
        case "END" -> {
          if (!open.removeLast().equals(value)) throw new IllegalArgumentException(line);
        }
        default -> {
          var of = open.getLast().equals("VEVENT") ? events.getLast() : calendar;
          var twice = of.put(name, new Property(read.group(2), value));
          if (twice != null) throw new IllegalArgumentException("twice: " + line);
        }
      }
    }
    if (!open.isEmpty()) throw new IllegalArgumentException("not ended: " + open);
  }

  private static List<String> unfolded(byte[] file) throws CharacterCodingException {
    var lines = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') throw new IllegalArgumentException("a line feed of its own at " + i);
      if (file[i] != '\r') continue;
      if (i + 1 == file.length || file[i + 1] != '\n') {
        throw new IllegalArgumentException("a carriage return of its own at " + i);
      }
      if (i - start > 75) throw new IllegalArgumentException("longer than 75 octets at " + start);
      // Decoded line by line: a fold inside a character would be malformed here.
      String line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(file, start, i - start))
              .toString();
      if (line.startsWith(" ")) {
        lines.add(lines.removeLast() + line.substring(1));
      } else {
        lines.add(line);
      }
      start = ++i + 1;
    }
    if (start != file.length) throw new IllegalArgumentException("the last line does not end");
    return lines;
  }

  /// A value of type TEXT as it was meant.
  static String text(Property property) {
    if (!TEXT.matcher(property.value()).matches()) {
      throw new IllegalArgumentException("no escaped text: " + property.value());
    }
    return property.value().replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([\\\\;,])", "$1");
  }
}

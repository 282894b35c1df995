package org.cleanclaim.app.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.app.paper.FormField.Side;

/// The fields of a form, read from its text file beside this class.
///
/// @param leftInches from the paper's left edge to column 1
/// @param dropInches how far below the grid's line the writing stands
/// @param labelLine a line that is free on the form, for the label of a test page
/// @param linesOfService how many service lines one form holds
record FormLayout(
    String title,
    BigDecimal leftInches,
    BigDecimal dropInches,
    int labelLine,
    int linesOfService,
    Map<String, FormField> fields) {

  FormLayout {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  FormField field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  Collection<FormField> all() {
    return fields.values();
  }

  static FormLayout read(String file) {
    var heads = new LinkedHashMap<String, String>();
    var fields = new LinkedHashMap<String, FormField>();
    for (String line : lines(file)) {
      if (line.isBlank() || line.startsWith("#")) continue;
      if (line.contains("|")) {
        var field = parsed(line);
        if (fields.put(field.name(), field) != null) {
          throw new IllegalStateException(file + " has " + field.name() + " twice");
        }
      } else {
        int space = line.indexOf(' ');
        heads.put(line.substring(0, space), line.substring(space + 1).strip());
      }
    }
    return new FormLayout(
        Objects.requireNonNull(heads.get("form")),
        new BigDecimal(Objects.requireNonNull(heads.get("left"))),
        new BigDecimal(Objects.requireNonNull(heads.get("drop"))),
        Integer.parseInt(Objects.requireNonNull(heads.get("label"))),
        Integer.parseInt(Objects.requireNonNull(heads.get("lines"))),
        fields);
  }

  private static FormField parsed(String line) {
    var parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    var place = parts.get(2).split(" ");
    int[] repeats =
        parts.get(3).equals("-")
            ? new int[] {1, 1, 0, 0}
            : Arrays.stream(parts.get(3).split(" ")).mapToInt(Integer::parseInt).toArray();
    return new FormField(
        parts.get(0),
        parts.get(1),
        Integer.parseInt(place[0]),
        new BigDecimal(place[1]),
        Integer.parseInt(place[2]),
        place[3].equals("R") ? Side.RIGHT : Side.LEFT,
        repeats[0],
        repeats[1],
        repeats[2],
        repeats[3],
        parts.get(4),
        parts.get(5));
  }

  private static List<String> lines(String file) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FormLayout.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return new ArrayList<>(in.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

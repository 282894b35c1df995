package org.cleanclaim.app.pricing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.cleanclaim.app.scrub.ClaimFiles;
import org.cleanclaim.kernel.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rows of a table with commas under a heading, or of JSON objects with the same fields. An
/// object with a list `lines` gives a row for each of them, with what the object says besides; a
/// list of words is one cell.
final class ClaimRows {
  private static final String LINES = "lines";
  private static final String UNREADABLE = "The file cannot be read further.";

  private ClaimRows() {}

  /// A cell that is missing or cannot be read.
  static final class BadCell extends Exception {
    private static final long serialVersionUID = 1L;

    BadCell(String column, String text) {
      super(
          text.isEmpty()
              ? "The column %s is missing or empty.".formatted(column)
              : "The column %s cannot be read: \"%s\".".formatted(column, text));
    }
  }

  /// One row.
  ///
  /// @param number of the line in a table, from 2; in JSON that of the row of its claim, from 2
  /// @param where for messages: `lines.csv line 2`
  /// @param cells by column, in small letters, without blanks around
  record Row(long number, String where, Map<String, String> cells) {
    /// The text of a cell, empty where the row has none.
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    /// A cell that has to be there.
    String needed(String column) throws BadCell {
      String text = cell(column);
      if (text.isEmpty()) throw new BadCell(column, text);
      return text;
    }

    LocalDate day(String column) throws BadCell {
      try {
        return LocalDate.parse(needed(column));
      } catch (DateTimeException e) {
        throw new BadCell(column, cell(column));
      }
    }

    int number(String column) throws BadCell {
      String text = needed(column);
      if (!text.matches("-?[0-9]{1,9}")) throw new BadCell(column, text);
      return Integer.parseInt(text);
    }

    Money money(String column) throws BadCell {
      return Money.parse(needed(column)).orElseThrow(() -> new BadCell(column, cell(column)));
    }

    /// The parts of a cell with several codes.
    List<String> words(String column) {
      var words = new ArrayList<String>();
      for (String word : cell(column).split("[ ;:|]+", -1)) if (!word.isEmpty()) words.add(word);
      return words;
    }
  }

  /// Whether a file is one of rows: a table or JSON that is no FHIR.
  static boolean are(ClaimFiles.Form form) {
    return form == ClaimFiles.Form.TABLE || form == ClaimFiles.Form.JSON;
  }

  /// @param name of the file, for messages
  /// @return why it could not be read to its end; empty where it could
  static String read(ClaimFiles.Form form, InputStream in, String name, Consumer<Row> receiver)
      throws IOException {
    return form == ClaimFiles.Form.JSON ? json(in, name, receiver) : table(in, name, receiver);
  }

  private static String table(InputStream in, String name, Consumer<Row> receiver)
      throws IOException {
    int count = 0;
    try (var rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        var cells = new LinkedHashMap<String, String>();
        row.getFieldsAsMap().forEach((column, cell) -> cells.put(column(column), cell.strip()));
        count++;
        long number = row.getStartingLineNumber();
        receiver.accept(new Row(number, name + " line " + number, cells));
      }
      return count > 0 ? "" : "The table has no rows.";
    } catch (CsvParseException e) {
      return UNREADABLE;
    }
  }

  private static String json(InputStream in, String name, Consumer<Row> receiver) {
    int objects = 0;
    long number = 1;
    String claim = "";
    try (var nodes = JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(in)) {
      while (nodes.hasNextValue()) {
        JsonNode node = nodes.nextValue();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
          if (!one.isObject()) return UNREADABLE;
          objects++;
          for (Map<String, String> cells : cells(one)) {
            String named = cells.getOrDefault("claim", "");
            number = named.equals(claim) ? number + 1 : 2;
            claim = named;
            receiver.accept(new Row(number, name + " claim " + objects, cells));
          }
        }
      }
      return objects > 0 ? "" : UNREADABLE;
    } catch (JacksonException e) {
      return UNREADABLE;
    }
  }

  private static List<Map<String, String>> cells(JsonNode object) {
    var common = new LinkedHashMap<String, String>();
    object
        .properties()
        .forEach(field -> {
          if (!field.getKey().equals(LINES)) {
            common.put(column(field.getKey()), text(field.getValue()));
          }
        });
    JsonNode lines = object.path(LINES);
    if (!lines.isArray()) return List.of(common);
    var all = new ArrayList<Map<String, String>>();
    for (JsonNode line : lines) {
      var cells = new LinkedHashMap<>(common);
      line.properties().forEach(field -> cells.put(column(field.getKey()), text(field.getValue())));
      all.add(cells);
    }
    return all;
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) return node.asString("").strip();
    var words = new ArrayList<String>();
    node.forEach(one -> words.add(one.asString("").strip()));
    return String.join(" ", words);
  }

  private static String column(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}

package org.cleanclaim.app.chartcheck;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cleanclaim.app.chartcheck.RawChart.RawCode;
import org.cleanclaim.coding.source.DocumentReader;
import org.cleanclaim.coding.source.SourceDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads charts from a file: a JSON chart, a list of them, one a line, or a table with commas. What
/// cannot be understood is refused chart by chart; the rest goes on.
public final class ChartFiles {
  private static final String SHAPE =
      "Write charts as docs/reference/chart-checks.md shows: setting, from and codes at least.";
  private static final Pattern BETWEEN = Pattern.compile("[\\s;|]+");

  private final NoteFiles notes;

  public ChartFiles(NoteFiles notes) {
    this.notes = notes;
  }

  /// Gives each chart of a file, recognised by its beginning, to somebody.
  public void read(InputStream in, Consumer<ReadChart> each) throws IOException {
    var charts = new NamedOnce(each);
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(256);
    String head =
        new String(buffered.readNBytes(200), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    buffered.reset();
    if (head.indexOf('\0') >= 0) charts.accept(notText());
    else if (head.startsWith("{") || head.startsWith("[")) json(buffered, charts);
    else csv(buffered, charts);
  }

  private void json(InputStream in, Consumer<ReadChart> charts) throws IOException {
    var reader = new Numbered(charts);
    JsonCharts.read(in, reader);
    if (reader.place == 0) charts.accept(nothing());
  }

  /// Charts in the order of the file, those that cannot be read with them.
  private final class Numbered implements JsonCharts.Reader {
    private final Consumer<ReadChart> charts;
    private int place;

    Numbered(Consumer<ReadChart> charts) {
      this.charts = charts;
    }

    @Override
    public void chart(JsonNode node) throws IOException {
      charts.accept(ChartFiles.this.chart(node, ++place));
    }

    @Override
    public void broken(@Nullable Integer line) {
      place++;
      String at = line == null ? "chart " + place : "line " + line;
      String reason =
          line == null ? "The JSON cannot be read from here on." : "The line is no JSON.";
      charts.accept(new ReadChart.Refused(at, at, reason, SHAPE));
    }
  }

  private static ReadChart nothing() {
    return new ReadChart.Refused("file", "file", "The file holds no charts.", SHAPE);
  }

  private static ReadChart notText() {
    return new ReadChart.Refused(
        "file", "file", "The file is no text in UTF-8.", "Save it as JSON or CSV in UTF-8.");
  }

  private ReadChart chart(JsonNode node, int place) throws IOException {
    String at = "chart " + place;
    if (!node.isObject()) {
      return new ReadChart.Refused(at, at, "A chart is not an object.", SHAPE);
    }
    String name = text(node, "id").isBlank() ? at : text(node, "id");
    var codes = new ArrayList<RawCode>();
    for (JsonNode code : node.path("codes")) {
      codes.add(
          code.isObject()
              ? new RawCode(
                  text(code, "code"),
                  given(code, "poa"),
                  given(code, "words"),
                  given(code, "reason"))
              : new RawCode(code.asString(""), null, null, null));
    }
    var documents = new ArrayList<SourceDocument>();
    if (node.path("note").isString()) documents.add(note("note", text(node, "note")));
    for (JsonNode note : node.path("notes")) {
      documents.add(note(text(note, "id"), text(note, "text")));
    }
    String file = text(node, "noteFile");
    if (!file.isBlank()) {
      byte[] note = notes.bytes(file);
      if (note == null) return withoutNote(name, at);
      documents.add(DocumentReader.read(file, note));
    }
    return new RawChart(
            name,
            at,
            text(node, "setting"),
            text(node, "from"),
            text(node, "through"),
            text(node, "sex"),
            text(node, "birthDate"),
            codes,
            ChartNotes.of(documents))
        .read();
  }

  private static SourceDocument note(String name, String text) {
    return DocumentReader.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static ReadChart withoutNote(String name, String place) {
    return new ReadChart.Refused(
        name,
        place,
        "The note's file cannot be read.",
        "Put the note beside the charts, name its folder, or send its text as note.");
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }

  private static @Nullable String given(JsonNode node, String field) {
    return node.has(field) ? text(node, field) : null;
  }

  private void csv(InputStream in, Consumer<ReadChart> charts) throws IOException {
    boolean isEmpty = true;
    try (var rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        isEmpty = false;
        String place = "line " + row.getStartingLineNumber();
        if (row.getFieldCount() != row.getHeader().size()) {
          charts.accept(uneven(row, place));
          continue;
        }
        var cells = new LinkedHashMap<String, String>();
        row.getFieldsAsMap()
            .forEach(
                (column, cell) -> cells.put(column.strip().toLowerCase(Locale.ROOT), cell.strip()));
        charts.accept(row(cells, place));
      }
    } catch (CsvParseException e) {
      isEmpty = false;
      charts.accept(
          new ReadChart.Refused("table", "table", "The table cannot be read further.", SHAPE));
    }
    if (isEmpty) charts.accept(nothing());
  }

  private static ReadChart uneven(NamedCsvRecord row, String place) {
    return new ReadChart.Refused(
        place,
        place,
        "The row has %d cells, the first line %d."
            .formatted(row.getFieldCount(), row.getHeader().size()),
        "Put a cell that has a comma in quotes, and give every column a cell.");
  }

  private ReadChart row(Map<String, String> cells, String place) throws IOException {
    String name = cell(cells, "chart").isBlank() ? place : cell(cells, "chart");
    if (cells.values().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0)) {
      return new ReadChart.Refused(
          place,
          place,
          "The row has characters that are not UTF-8.",
          "Save the table as CSV in UTF-8.");
    }
    if (!cells.containsKey("codes")) {
      return new ReadChart.Refused(name, place, "The table has no column codes.", SHAPE);
    }
    List<String> codes = parts(cell(cells, "codes"));
    List<String> poa = parts(cell(cells, "poa"));
    if (poa.size() > codes.size()) {
      return new ReadChart.Refused(
          name,
          place,
          "There are more indicators than codes.",
          "Give one indicator a code in the same order; - for none.");
    }
    var raw = new ArrayList<RawCode>();
    for (int i = 0; i < codes.size(); i++) {
      String indicator = i < poa.size() && !poa.get(i).equals("-") ? poa.get(i) : null;
      raw.add(new RawCode(codes.get(i), indicator, null, null));
    }
    var documents = new ArrayList<SourceDocument>();
    String file = cell(cells, "note_file");
    if (!file.isBlank()) {
      byte[] note = notes.bytes(file);
      if (note == null) return withoutNote(name, place);
      documents.add(DocumentReader.read(file, note));
    }
    return new RawChart(
            name,
            place,
            cell(cells, "setting"),
            cell(cells, "from"),
            cell(cells, "through"),
            cell(cells, "sex"),
            cell(cells, "birth_date"),
            raw,
            ChartNotes.of(documents))
        .read();
  }

  private static List<String> parts(String cell) {
    return cell.isBlank() ? List.of() : List.of(BETWEEN.split(cell.strip()));
  }

  private static String cell(Map<String, String> cells, String column) {
    return cells.getOrDefault(column, "");
  }
}

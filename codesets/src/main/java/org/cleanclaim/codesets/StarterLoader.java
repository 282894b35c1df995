package org.cleanclaim.codesets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// The starter tables: small tab-separated files with a header line and `#` comments. Other tables
/// of the same shape load as well; the columns `code` and `title` are needed, the rest become
/// attributes.
public final class StarterLoader implements CodeSetLoader {
  /// The starter tables serve days of service from here on, until official files are installed.
  static final EffectivePeriod PERIOD = EffectivePeriod.from(LocalDate.of(2020, 1, 1));

  private final CodeSystem system;
  private final Map<String, List<Note>> notes;
  private final List<IndexTerm> index;

  StarterLoader(CodeSystem system, Map<String, List<Note>> notes, List<IndexTerm> index) {
    this.system = system;
    this.notes = notes;
    this.index = index;
  }

  static List<CodeSystemVersion> all() {
    return List.of(
        load(CodeSystem.ICD10CM, "icd10cm.tsv", notes(), index()),
        load(CodeSystem.ICD10PCS, "icd10pcs.tsv", Map.of(), List.of()),
        load(CodeSystem.HCPCS, "hcpcs.tsv", Map.of(), List.of()),
        load(CodeSystem.MODIFIER, "modifiers.tsv", Map.of(), List.of()),
        load(CodeSystem.PLACE_OF_SERVICE, "place_of_service.tsv", Map.of(), List.of()),
        load(CodeSystem.CARC, "carc.tsv", Map.of(), List.of()),
        load(CodeSystem.RARC, "rarc.tsv", Map.of(), List.of()));
  }

  private static CodeSystemVersion load(
      CodeSystem system, String name, Map<String, List<Note>> notes, List<IndexTerm> index) {
    try {
      return switch (new StarterLoader(system, notes, index).load(resource(name), PERIOD)) {
        case LoadResult.Loaded loaded -> loaded.version();
        case LoadResult.Refused refused -> throw new IllegalStateException(refused.message());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean recognizes(SourceFile file) throws IOException {
    try (var lines = reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) return line.startsWith("code\t") && line.contains("title");
      }
    }
    return false;
  }

  @Override
  public LoadResult load(SourceFile file, EffectivePeriod period) throws IOException {
    Map<String, CodeEntry> codes = new LinkedHashMap<>();
    String[] header = null;
    int number = 0;
    try (var lines = reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) continue;
        String[] cells = line.split("\t", -1);
        if (header == null) {
          header = cells;
          continue;
        }
        if (cells.length != header.length || cells[0].isBlank()) {
          return refused(
              file,
              number,
              "The line has %d cells instead of %d.".formatted(cells.length, header.length));
        }
        var entry = entry(header, cells, period);
        if (codes.put(entry.code(), entry) != null) {
          return refused(file, number, "Code " + entry.code() + " occurs a second time.");
        }
      }
    }
    if (codes.isEmpty()) return refused(file, number, "The file has no codes.");
    return new LoadResult.Loaded(
        new CodeSystemVersion(
            system,
            "starter",
            period,
            codes,
            index,
            "Starter set: a selection, not the whole code system",
            true));
  }

  private CodeEntry entry(String[] header, String[] cells, EffectivePeriod period) {
    var attributes = new HashMap<String, String>();
    String title = "";
    boolean isBillable = true;
    String parent = null;
    for (int i = 1; i < header.length; i++) {
      switch (header[i]) {
        case "title" -> title = cells[i];
        case "billable" -> isBillable = cells[i].equals("1");
        case "parent" -> parent = orNull(cells[i]);
        default -> {
          if (!cells[i].isBlank()) attributes.put(header[i], cells[i]);
        }
      }
    }
    return new CodeEntry(
        system,
        cells[0],
        title,
        isBillable,
        parent,
        notes.getOrDefault(cells[0], List.of()),
        attributes,
        period);
  }

  private static LoadResult refused(SourceFile file, int line, String reason) {
    return new LoadResult.Refused(
        file.name(), line, reason, "Correct the line and load the file again.");
  }

  private static Map<String, List<Note>> notes() {
    Map<String, List<Note>> notes = new HashMap<>();
    for (String[] cells : rows("icd10cm_notes.tsv")) {
      List<String> codes = cells[2].isBlank() ? List.of() : List.of(cells[2].split(" "));
      notes
          .computeIfAbsent(cells[0], code -> new ArrayList<>())
          .add(new Note(Note.Kind.valueOf(cells[1]), cells[3], codes));
    }
    return notes;
  }

  private static List<IndexTerm> index() {
    return rows("icd10cm_index.tsv").stream()
        .map(cells -> new IndexTerm(cells[0], cells[1]))
        .toList();
  }

  private static List<String[]> rows(String name) {
    var rows = new ArrayList<String[]>();
    try (var lines = reader(resource(name))) {
      boolean isHeader = true;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) continue;
        if (!isHeader) rows.add(line.split("\t", -1));
        isHeader = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static SourceFile resource(String name) {
    return new SourceFile() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public InputStream open() throws IOException {
        InputStream stream = StarterLoader.class.getResourceAsStream("starter/" + name);
        if (stream == null) throw new IOException("missing starter table " + name);
        return stream;
      }
    };
  }

  private static BufferedReader reader(SourceFile file) throws IOException {
    return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}

package org.cleanclaim.coding.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cleanclaim.coding.ranking.Marking;
import org.cleanclaim.coding.ranking.Original;

/// A folder of notes with the codes that coders gave them.
///
/// Two layouts are read, recognised by their files. Notes of visits: `notes/ID.txt`, `labels.tsv`
/// (doc, code). Case reports: `text_en/ID.txt`, `labels_diagnosis.tsv` (doc, code) and
/// `evidence_es.tsv` (doc, kind, code, spans, text, line of the English text).
///
/// @param isEveryMention whether coders of this set code all that a text names, findings and old
///   conditions too, instead of what the visit was for
public record LabelledNotes(String name, boolean isEveryMention, List<LabelledNote> notes) {
  private static final int LONGEST_PASSAGE = 90;
  private static final Pattern TAB = Pattern.compile("\t");

  public LabelledNotes {
    notes = List.copyOf(notes);
  }

  /// The notes of one part of the set, such as `test`.
  public LabelledNotes part(String split) {
    return new LabelledNotes(
        name + " (" + split + ")",
        isEveryMention,
        notes.stream().filter(note -> note.split().equals(split)).toList());
  }

  /// Empty when the folder has neither layout.
  public static Optional<LabelledNotes> read(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve("labels.tsv"))) {
      return Optional.of(read(folder, "notes", "labels.tsv", false));
    }
    if (Files.isRegularFile(folder.resolve("labels_diagnosis.tsv"))) {
      return Optional.of(read(folder, "text_en", "labels_diagnosis.tsv", true));
    }
    return Optional.empty();
  }

  private static LabelledNotes read(
      Path folder, String texts, String labels, boolean isEveryMention) throws IOException {
    var codes = new LinkedHashMap<String, List<String>>();
    for (Map<String, String> row : rows(folder.resolve(labels))) {
      codes
          .computeIfAbsent(cell(row, "doc"), id -> new ArrayList<>())
          .add(undotted(cell(row, "code")));
    }
    Map<String, Map<String, Set<Integer>>> lines = lines(folder.resolve("evidence_es.tsv"));
    Map<String, List<Marking>> markings = markings(folder.resolve("evidence_es.tsv"));
    var notes = new ArrayList<LabelledNote>();
    for (Map<String, String> row : rows(folder.resolve("documents.tsv"))) {
      String id = cell(row, "doc");
      String text = Files.readString(folder.resolve(texts).resolve(id + ".txt"));
      notes.add(
          new LabelledNote(
              id,
              text,
              codes.getOrDefault(id, List.of()),
              lines.getOrDefault(id, Map.of()),
              cell(row, "official_split"),
              original(folder, id, markings.getOrDefault(id, List.of()))));
    }
    return new LabelledNotes(folder.getFileName().toString(), isEveryMention, notes);
  }

  private static Map<String, Map<String, Set<Integer>>> lines(Path evidence) throws IOException {
    var lines = new HashMap<String, Map<String, Set<Integer>>>();
    if (!Files.isRegularFile(evidence)) return lines;
    for (Map<String, String> row : rows(evidence)) {
      String line = cell(row, "en_line");
      if (line.isEmpty() || !cell(row, "kind").equals("D")) continue;
      lines
          .computeIfAbsent(cell(row, "doc"), id -> new HashMap<>())
          .computeIfAbsent(undotted(cell(row, "code")), code -> new TreeSet<>())
          .add(Integer.valueOf(line));
    }
    return lines;
  }

  private static Original original(Path folder, String id, List<Marking> markings)
      throws IOException {
    Path file = folder.resolve("text_es").resolve(id + ".txt");
    if (markings.isEmpty() || !Files.isRegularFile(file)) return Original.NONE;
    return new Original(Files.readString(file), markings);
  }

  /// By note what coders marked of its original. Of a passage in several pieces each piece that is
  /// not far from the others belongs to it.
  private static Map<String, List<Marking>> markings(Path evidence) throws IOException {
    var markings = new HashMap<String, List<Marking>>();
    if (!Files.isRegularFile(evidence)) return markings;
    for (Map<String, String> row : rows(evidence)) {
      if (!cell(row, "kind").equals("D")) continue;
      int start = Integer.MAX_VALUE;
      int end = 0;
      for (String piece : cell(row, "spans").split(";")) {
        String[] places = piece.strip().split(" ");
        if (places.length != 2) continue;
        start = Math.min(start, Integer.parseInt(places[0]));
        end = Math.max(end, Integer.parseInt(places[1]));
      }
      if (start >= end || end - start > LONGEST_PASSAGE) continue;
      markings
          .computeIfAbsent(cell(row, "doc"), id -> new ArrayList<>())
          .add(new Marking(undotted(cell(row, "code")), start, end));
    }
    return markings;
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> read = Files.readAllLines(file);
    var rows = new ArrayList<Map<String, String>>();
    if (read.isEmpty()) return rows;
    String[] head = TAB.split(read.getFirst(), -1);
    for (String line : read.subList(1, read.size())) {
      if (line.isBlank()) continue;
      String[] cells = TAB.split(line, -1);
      var row = new HashMap<String, String>();
      for (int i = 0; i < Math.min(head.length, cells.length); i++) row.put(head[i], cells[i]);
      rows.add(row);
    }
    return rows;
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").strip();
  }

  private static String undotted(String code) {
    return code.replace(".", "");
  }
}

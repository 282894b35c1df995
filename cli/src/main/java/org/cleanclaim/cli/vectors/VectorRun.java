package org.cleanclaim.cli.vectors;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.cleanclaim.codesets.CodeSets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs all files of cases in a folder: one JSON object a line, plain or gzip-packed.
public final class VectorRun {
  private static final JsonMapper JSON = new JsonMapper();

  private final CodeSets installed;
  private final List<Path> folders;

  /// @param folders where publishers' files are looked for that are not installed
  public VectorRun(CodeSets installed, List<Path> folders) {
    this.installed = installed;
    this.folders = List.copyOf(folders);
  }

  /// How the cases of one file came out.
  ///
  /// @param title what they are about; empty where no engine takes the file
  /// @param notes what the engine has to say of the file as a whole
  public record FileResult(
      String file, String title, int passed, List<Verdict> failures, List<String> notes) {}

  /// Runs the files of a folder by name.
  public List<FileResult> run(Path folder) throws IOException {
    var results = new ArrayList<FileResult>();
    for (Path file : files(folder)) results.add(runFile(file));
    return results;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of(folder);
    try (var list = Files.walk(folder)) {
      return list.filter(file -> file.toString().matches(".*\\.jsonl(\\.gz)?")).sorted().toList();
    }
  }

  private FileResult runFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path parent = file.resolveSibling(".").toAbsolutePath().normalize();
    try (var lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && line.isBlank()) line = lines.readLine();
      Optional<VectorLayout> layout = line == null ? Optional.empty() : layout(line);
      if (line == null || layout.isEmpty())
        return new FileResult(name, "", 0, List.of(), List.of());
      var engine = layout.get().open(new VectorTables(installed, parent, folders(parent)));
      int passed = 0;
      int number = 0;
      var failures = new ArrayList<Verdict>();
      for (; line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) continue;
        Verdict verdict = verdict(engine, line, number);
        if (verdict.passed()) passed++;
        else failures.add(verdict);
      }
      return new FileResult(name, layout.get().title(), passed, failures, engine.notes());
    }
  }

  private static Optional<VectorLayout> layout(String line) {
    try {
      return VectorLayouts.of(JSON.readTree(line));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private List<Path> folders(Path parent) {
    var all = new ArrayList<Path>();
    all.add(parent);
    all.addAll(folders);
    return all;
  }

  private static Verdict verdict(VectorLayout.Engine engine, String line, int number) {
    JsonNode aCase;
    try {
      aCase = JSON.readTree(line);
    } catch (JacksonException e) {
      return Verdict.failed("line " + number, "a case", "The line is no JSON object.");
    }
    String id = aCase.path("id").asString("line " + number);
    try {
      return engine.run(aCase);
    } catch (RuntimeException e) {
      return Verdict.failed(id, aCase.path("expected").toString(), e.toString());
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }
}

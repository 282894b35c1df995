package org.cleanclaim.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cleanclaim.app.chartcheck.ChartFiles;
import org.cleanclaim.app.chartcheck.ChartFindingPrinter;
import org.cleanclaim.app.chartcheck.ChartFindingPrinter.Form;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.source.DocumentReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks the codes of charts before they are final.
@Command(
    name = "chart-check",
    description =
        "Check the diagnoses of charts (JSON or CSV) by the books of their day; in folders files"
            + " ending in .json, .jsonl, .ndjson and .csv are read, - is standard input. Ends with"
            + " 0 when nothing is to be mended, with 1 when something is, with 3 when a file could"
            + " not be read.",
    mixinStandardHelpOptions = true)
final class ChartCheckCommand implements Callable<Integer> {
  private static final Set<String> ENDINGS = Set.of(".json", ".jsonl", ".ndjson", ".csv");

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--notes",
      paramLabel = "DIR",
      description = "The folder of the notes that charts name. Default: that of the charts' file")
  @Nullable Path notes;

  @ArgGroup FormOptions form = new FormOptions();

  /// One form of output.
  static final class FormOptions {
    @Option(names = "--json", description = "Print findings and counts as JSON, a line each.")
    boolean isJson;

    @Option(names = "--csv", description = "Print findings as a table with commas.")
    boolean isCsv;

    Form form() {
      if (isJson) return Form.JSON;
      return isCsv ? Form.CSV : Form.TEXT;
    }
  }

  @Override
  public Integer call() throws IOException {
    var out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    var printer = new ChartFindingPrinter(ChartChecks.of(store.store().open()), out, form.form());
    boolean isAllRead = true;
    for (Path file : files()) {
      printer.begin(X12Input.name(file));
      var charts = new ChartFiles(name -> note(file, name));
      try (InputStream in = X12Input.open(file)) {
        charts.read(in, printer::check);
      } catch (IOException | CommandFailure e) {
        isAllRead = false;
        System.err.println(X12Input.name(file) + ": not read. " + Failures.sentence(e));
      }
    }
    printer.finish();
    if (!isAllRead) return Main.FAILURE;
    return printer.toMend() == 0 ? Main.DONE : Main.FINDINGS;
  }

  /// Of folders only what can hold charts: notes lie there too.
  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      if (!Files.isDirectory(path)) {
        files.add(path);
        continue;
      }
      X12Input.files(List.of(path)).stream()
          .filter(ChartCheckCommand::mayHoldCharts)
          .forEach(files::add);
    }
    return files;
  }

  private static boolean mayHoldCharts(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /// A note below the folder of notes; nothing outside of it is read.
  private byte @Nullable [] note(Path charts, String name) throws IOException {
    Path beside =
        X12Input.isStandardInput(charts)
            ? Path.of("")
            : Objects.requireNonNullElse(charts.toAbsolutePath().getParent(), charts);
    Path folder = Objects.requireNonNullElse(notes, beside).toAbsolutePath().normalize();
    Path note = folder.resolve(name).normalize();
    return note.startsWith(folder) && Files.isRegularFile(note) ? read(note) : null;
  }

  private static byte[] read(Path note) throws IOException {
    try (InputStream in = Files.newInputStream(note)) {
      return in.readNBytes(DocumentReader.LARGEST + 1);
    }
  }
}

package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.vectors.VectorRun;
import org.cleanclaim.cli.vectors.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs cases with known answers through the engines.
@Command(
    name = "vectors",
    description =
        "Run cases with known answers through the engine they belong to: how many passed, and each"
            + " that failed with what was expected and what came out.",
    mixinStandardHelpOptions = true)
final class BenchVectorsCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Folders or files of cases, one JSON object a line (.jsonl or .jsonl.gz).")
  List<Path> folders = List.of();

  @Mixin CodeStoreOptions store = new CodeStoreOptions();

  @Option(
      names = "--codes",
      paramLabel = "DIR",
      description =
          "Where publishers' files lie of which nothing is installed. Default: the folders beside"
              + " that of the cases, and the folder named by CLEANCLAIM_DATA.")
  List<Path> codes = List.of();

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    var results = new ArrayList<VectorRun.FileResult>();
    for (Path folder : folders) {
      if (!Files.exists(folder)) {
        throw new CommandFailure("There is no folder " + folder + ". Check the name.");
      }
      results.addAll(new VectorRun(store.store().open(), tableFolders(folder)).run(folder));
    }
    if (results.isEmpty()) {
      throw new CommandFailure("There is no file of cases (.jsonl, .jsonl.gz) in the folder.");
    }
    if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(json(results)));
    else print(results);
    return results.stream().anyMatch(result -> !result.failures().isEmpty())
        ? Main.FINDINGS
        : Main.DONE;
  }

  private List<Path> tableFolders(Path cases) {
    if (!codes.isEmpty()) return codes;
    var places = new ArrayList<Path>();
    Path folder = cases.toAbsolutePath().normalize();
    if (folder.getParent() != null) places.add(folder.getParent());
    String data = System.getenv("CLEANCLAIM_DATA");
    if (data != null) {
      places.add(Path.of(data, "vectors"));
      places.add(Path.of(data, "data"));
    }
    return places;
  }

  private static List<Object> json(List<VectorRun.FileResult> results) {
    var list = new ArrayList<>();
    for (var result : results) {
      var map = new LinkedHashMap<String, Object>();
      map.put("file", result.file());
      map.put("engine", result.title());
      map.put("passed", result.passed());
      map.put("failed", result.failures().size());
      map.put("causes", causes(result));
      map.put("notes", result.notes());
      map.put("failures", result.failures());
      list.add(map);
    }
    return list;
  }

  /// The failures by what made them, as far as that could be told, most frequent first.
  private static Map<String, Long> causes(VectorRun.FileResult result) {
    Map<String, Long> counts =
        result.failures().stream()
            .filter(failure -> !failure.cause().isEmpty())
            .collect(Collectors.groupingBy(Verdict::cause, Collectors.counting()));
    var sorted = new LinkedHashMap<String, Long>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private static void print(List<VectorRun.FileResult> results) {
    for (var result : results) {
      for (Verdict failure : result.failures()) {
        System.out.printf(
            "%s%n  expected %s%n  actual   %s%n",
            failure.id(), failure.expected(), failure.actual());
        if (!failure.cause().isEmpty()) System.out.printf("  since    %s%n", failure.cause());
      }
    }
    System.out.printf("%-36s %-28s %9s %9s%n", "file", "engine", "passed", "failed");
    for (var result : results) {
      System.out.printf(
          "%-36s %-28s %,9d %,9d%n",
          result.file(),
          result.title().isEmpty() ? "none takes this form" : result.title(),
          result.passed(),
          result.failures().size());
      causes(result).forEach((cause, cases) -> System.out.printf("  %,7d  %s%n", cases, cause));
      result.notes().forEach(note -> System.out.println("  " + note));
    }
  }
}

package org.cleanclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.x12.tool.X12Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Counts what X12 files hold.
@Command(
    name = "stats",
    description = "Count what X12 files hold.",
    mixinStandardHelpOptions = true)
final class X12StatsCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or -.")
  List<Path> paths = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  boolean isJson;

  @Override
  public Integer call() throws IOException {
    var statistics = new X12Statistics();
    var files = X12Input.files(paths);
    for (Path file : files) {
      try (InputStream in = X12Input.open(file)) {
        statistics.add(in, X12Input.name(file));
      }
    }
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("files", files.size());
    counts.put("interchanges", statistics.interchanges());
    counts.put("groups", statistics.groups());
    counts.put("transactions", statistics.transactions());
    counts.put("claims", statistics.claims());
    counts.put("serviceLines", statistics.serviceLines());
    counts.put("charged", statistics.totalCharge().toString());
    counts.put("paid", statistics.totalPaid().toString());
    counts.put("firstServiceDay", statistics.firstDay());
    counts.put("lastServiceDay", statistics.lastDay());
    counts.put("senders", statistics.senders());
    counts.put("receivers", statistics.receivers());
    counts.put("segments", statistics.segments());
    if (isJson) {
      System.out.println(
          OutwardJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(counts));
    } else {
      counts.forEach(X12StatsCommand::print);
    }
    return Main.DONE;
  }

  private static void print(String name, Object value) {
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    if (!(value instanceof Map<?, ?> map)) {
      System.out.printf("%-20s %s%n", words, value.toString().replaceAll("[\\[\\]]", ""));
      return;
    }
    System.out.println(words);
    map.forEach((key, count) -> System.out.printf("  %-22s %12s%n", key, count));
  }
}

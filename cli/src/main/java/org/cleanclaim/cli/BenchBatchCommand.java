package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.batch.BatchBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures a batch of claims.
@Command(
    name = "batch",
    description =
        "Bill many coded visits in a new database and send their claims in one 837: how long it"
            + " takes to build and scrub them, and to write the file.",
    mixinStandardHelpOptions = true)
final class BenchBatchCommand implements Callable<Integer> {
  @Option(names = "--claims", description = "Visits to bill. Default: ${DEFAULT-VALUE}")
  int claims = 50_000;

  @Option(
      names = "--folder",
      description = "An empty folder to work in, kept afterwards. Default: a temporary one.")
  @Nullable Path folder;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException, SQLException {
    if (claims < 1) throw new CommandFailure("--claims has to be 1 or more.");
    try (var work = WorkFolder.of(folder, "cleanclaim-batch")) {
      var outcome = new BatchBench(work.path(), claims, System.err::println).run();
      if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(outcome));
      else print(outcome);
      return Main.DONE;
    }
  }

  private static void print(BatchBench.Outcome outcome) {
    System.out.printf(
        "%,d visits billed: %,d claims sent, %,d held%n",
        outcome.visits(), outcome.ready(), outcome.held());
    System.out.printf(
        "Built and scrubbed in %.1f s, %.2f ms a claim%n",
        outcome.built().toMillis() / 1000.0, outcome.built().toNanos() / 1e6 / outcome.visits());
    System.out.printf(
        "837 of %,d KB written and its claims marked in %.1f s%n",
        outcome.fileBytes() / 1000, outcome.written().toMillis() / 1000.0);
    System.out.printf(
        "Of the processors: %.1f s by the program, %.1f s by the database%n",
        outcome.processorTime().program().toMillis() / 1000.0,
        outcome.processorTime().database().toMillis() / 1000.0);
  }
}

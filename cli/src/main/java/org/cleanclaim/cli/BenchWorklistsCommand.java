package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.worklists.WorklistBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the work lists of a practice with many claims.
@Command(
    name = "worklists",
    description =
        "Fill a database with the claims of some years and look at each work list over HTTP:"
            + " how long a page takes and how many statements it sends; and receivables as of past"
            + " days.",
    mixinStandardHelpOptions = true)
final class BenchWorklistsCommand implements Callable<Integer> {
  @Option(names = "--claims", description = "Claims. Default: ${DEFAULT-VALUE}")
  int claims = 1_000_000;

  @Option(
      names = "--visits",
      description = "How often each page is looked at. Default: ${DEFAULT-VALUE}")
  int visits = 40;

  @Option(
      names = "--folder",
      description =
          "A folder to work in, kept afterwards; one that was filled before is looked at as it is."
              + " Default: a temporary one.")
  @Nullable Path folder;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    if (claims < 1 || visits < 1) throw new CommandFailure("--claims and --visits: 1 or more.");
    try (var work = WorkFolder.of(folder, "cleanclaim-worklists")) {
      var outcome = new WorklistBench(work.path(), claims, visits, System.err::println).run();
      if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(outcome));
      else print(outcome);
      return Main.DONE;
    }
  }

  private static void print(WorklistBench.Outcome outcome) {
    System.out.printf(
        "%-40s %10s %10s %11s %9s%n", "page", "p50 ms", "p95 ms", "statements", "of list");
    for (var page : outcome.pages()) {
      System.out.printf(
          "%-40s %10d %10d %11d %9d%n",
          page.name(),
          page.median().toMillis(),
          page.p95().toMillis(),
          page.statements(),
          page.ofList());
    }
    System.out.printf(
        "Receivables of %,d claims as of past days, %d parties: at most %.2f s%n",
        outcome.claims(), outcome.ageingParties(), outcome.ageing().toMillis() / 1000.0);
  }
}

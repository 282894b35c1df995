package org.cleanclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.cli.posting.PostingBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how a large remittance is posted.
@Command(
    name = "posting",
    description =
        "Post a generated 835 into a new database in a process of its own, then once more killed at"
            + " random moments: how long it takes, and whether both ledgers are the same.",
    mixinStandardHelpOptions = true)
final class BenchPostingCommand implements Callable<Integer> {
  @Option(names = "--claims", description = "Claims of four lines each. Default: ${DEFAULT-VALUE}")
  int claims = 100_000;

  @Option(names = "--kills", description = "How often it is killed. Default: ${DEFAULT-VALUE}")
  int kills = 10;

  @Option(names = "--seed", description = "Of the moments at which it is killed.")
  long seed = 1;

  @Option(
      names = "--folder",
      description = "An empty folder to work in, kept afterwards. Default: a temporary one.")
  @Nullable Path folder;

  @Option(names = "--json", description = "Print the outcome as JSON.")
  boolean isJson;

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    if (claims < 1) throw new CommandFailure("--claims has to be 1 or more.");
    try (var work = WorkFolder.of(folder, "cleanclaim-posting")) {
      var outcome = new PostingBench(work.path(), claims, kills, seed, System.err::println).run();
      if (isJson) System.out.println(OutwardJson.mapper().writeValueAsString(json(outcome)));
      else print(outcome);
      return outcome.isSame() ? Main.DONE : Main.FINDINGS;
    }
  }

  private void print(PostingBench.Outcome outcome) {
    System.out.printf(
        "Posting of %,d claim payments (%,d claims, %,d MB): %.1f s, at most %,d MB resident%n",
        outcome.payments(),
        outcome.claims(),
        outcome.fileBytes() / 1_000_000,
        outcome.took().toMillis() / 1000.0,
        outcome.peakResidentKilobytes() / 1024);
    System.out.println("Ledger: " + outcome.totals());
    System.out.println("Ledger hash: " + outcome.hash());
    System.out.printf(
        "Of the processors: %.1f s by the program, %.1f s by the database%n",
        outcome.processorTime().program().toMillis() / 1000.0,
        outcome.processorTime().database().toMillis() / 1000.0);
    if (outcome.kills().isEmpty()) return;
    System.out.printf(
        "Killed %d times (seed %d), %s s after a start; %d postings came to their end: %s%n",
        outcome.kills().size(),
        seed,
        outcome.kills().stream()
            .map(k -> "%.1f".formatted(k.toMillis() / 1000.0))
            .collect(Collectors.joining(", ")),
        outcome.hashesAfterKills().size(),
        outcome.isSame() ? "the same ledger" : "ANOTHER LEDGER " + outcome.hashesAfterKills());
  }

  private Map<String, Object> json(PostingBench.Outcome outcome) {
    var values = new LinkedHashMap<String, Object>();
    values.put("claims", outcome.claims());
    values.put("payments", outcome.payments());
    values.put("fileBytes", outcome.fileBytes());
    values.put("milliseconds", outcome.took().toMillis());
    values.put("peakResidentKilobytes", outcome.peakResidentKilobytes());
    values.put("ledgerHash", outcome.hash());
    values.put("processorMilliseconds", outcome.processorTime().program().toMillis());
    values.put("databaseProcessorMilliseconds", outcome.processorTime().database().toMillis());
    values.put("seed", seed);
    values.put("killedAtMilliseconds", outcome.kills().stream().map(Duration::toMillis).toList());
    values.put("isSame", outcome.isSame());
    return values;
  }
}

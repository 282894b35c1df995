package org.cleanclaim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.bench.BenchFiles.BenchFile;

/// Measures how fast X12 files are read, by our readers and by those of others: whole files, from
/// the first byte to the last, each reader in a process of its own held on one core. A reader that
/// does not come to the generator's number of segments or claims, or that finds errors, fails the
/// run.
public final class X12Bench {
  /// First argument of a process that measures.
  static final String CHILD = "--child";

  private static final String HEAP = "2g";
  private static final String SMALL_HEAP = "128m";
  private static final Child ONE_CORE = new Child(HEAP, 1);
  private static final Child TWO_CORES = new Child(HEAP, 2);

  private final BenchOptions options;
  private final BenchFiles files;
  private final ResultTable table;
  private boolean isAgreed = true;

  private X12Bench(BenchOptions options, BenchFiles files, ResultTable table) {
    this.options = options;
    this.files = files;
    this.table = table;
  }

  public static void main(String[] args) throws Exception {
    if (args.length == 6 && args[0].equals(CHILD)) {
      child(
          FileKind.valueOf(args[1]),
          args[2],
          Path.of(args[3]),
          Integer.parseInt(args[4]),
          Integer.parseInt(args[5]));
      return;
    }
    Optional<BenchOptions> options = BenchOptions.parse(args);
    if (options.isEmpty()) {
      System.err.print(BenchOptions.USAGE);
      System.exit(2);
      return;
    }
    boolean isAgreed;
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var files = new BenchFiles(options.get().directory())) {
      var table = new ResultTable(out, options.get().isMarkdown());
      isAgreed = new X12Bench(options.get(), files, table).run();
    }
    if (!isAgreed) System.exit(1);
  }

  private static void child(FileKind kind, String name, Path file, int rounds, int cores)
      throws Exception {
    if (cores == 2) {
      System.out.println(CoreRounds.measure(file, rounds).line());
      return;
    }
    Contestant contestant =
        contestants(kind).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    System.out.println(Rounds.measure(contestant, file, rounds).line());
  }

  private static List<Contestant> contestants(FileKind kind) {
    var all = new ArrayList<Contestant>();
    all.add(new ByteScan());
    all.addAll(OwnContestants.of(kind));
    all.addAll(PeerContestants.of(kind));
    return all;
  }

  private boolean run() throws IOException, InterruptedException {
    if (options.mode() != BenchOptions.Mode.CORES) table.head();
    for (FileKind kind : FileKind.values()) {
      switch (options.mode()) {
        case SPEED -> speed(kind);
        case MEMORY -> memory(kind);
        case CORES -> cores(kind);
      }
    }
    return isAgreed;
  }

  private void speed(FileKind kind) throws IOException, InterruptedException {
    for (Contestant contestant : contestants(kind)) {
      if (!contestant.name().contains(options.only())) continue;
      BenchFile file = files.get(kind, Math.min(options.bytes(), contestant.mostBytes()));
      measure(kind, contestant, contestant.name(), file, ONE_CORE, options.rounds());
    }
  }

  /// The memory does not grow with the file: a large one is checked with a small heap.
  private void memory(FileKind kind) throws IOException, InterruptedException {
    Contestant check = OwnContestants.checkOn(1);
    BenchFile file = files.get(kind, options.bytes());
    String label = check.name() + ", heap of " + SMALL_HEAP;
    measure(kind, check, label, file, new Child(SMALL_HEAP, 1), 1);
  }

  private void cores(FileKind kind) throws IOException, InterruptedException {
    BenchFile file = files.get(kind, options.bytes());
    Contestant check = OwnContestants.checkOn(1);
    Optional<CoreRounds> rounds =
        TWO_CORES.compare(kind, check.name(), file.path(), options.rounds());
    isAgreed &= rounds.isPresent();
    table.remark(kind, rounds.map(CoreRounds::text).orElse("the check on both cores failed"));
  }

  private void measure(
      FileKind kind, Contestant contestant, String label, BenchFile file, Child child, int rounds)
      throws IOException, InterruptedException {
    Optional<Measurement> measured = child.measure(kind, contestant.name(), file.path(), rounds);
    if (measured.isEmpty()) {
      isAgreed = false;
      table.remark(kind, label + " failed");
      return;
    }
    table.row(kind, label, measured.get());
    Result seen = measured.get().result();
    Result expected = Result.expected(seen.what(), file.generated());
    if (seen.equals(expected)) return;
    isAgreed = false;
    table.remark(
        kind,
        "%s counts %s and %d errors; the file has %s and no error"
            .formatted(label, seen.counted(), seen.errors(), expected.counted()));
  }
}

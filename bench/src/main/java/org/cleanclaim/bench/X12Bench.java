package org.cleanclaim.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  private static final Child ONE_CORE = new Child(HEAP, 0, 1);
  private static final Child OTHER_CORE = new Child(HEAP, 1, 1);
  private static final Child TWO_CORES = new Child(HEAP, 0, 2);

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
      child(FileKind.valueOf(args[1]), args[2], Path.of(args[3]), args[4], args[5]);
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

  private static void child(FileKind kind, String name, Path file, String rounds, String cores)
      throws Exception {
    Contestant contestant =
        cores.equals("1")
            ? contestants(kind).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
            : OwnContestants.checkOn(Integer.parseInt(cores));
    System.out.println(Rounds.measure(contestant, file, Integer.parseInt(rounds)).line());
  }

  private static List<Contestant> contestants(FileKind kind) {
    var all = new ArrayList<Contestant>();
    all.add(new ByteScan());
    all.addAll(OwnContestants.of(kind));
    all.addAll(PeerContestants.of(kind));
    return all;
  }

  private boolean run() throws IOException, InterruptedException, ExecutionException {
    table.head();
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
    measure(kind, check, label, file, new Child(SMALL_HEAP, 0, 1), 1);
  }

  /// One core, two cores, and what the machine gives at best: two processes side by side, each with
  /// a core of its own. In turns, since the speed of a shared machine changes from minute to
  /// minute.
  private void cores(FileKind kind) throws IOException, InterruptedException, ExecutionException {
    BenchFile file = files.get(kind, options.bytes());
    for (int turn = 0; turn < options.turns(); turn++) {
      for (Child child : List.of(ONE_CORE, TWO_CORES)) {
        Contestant check = OwnContestants.checkOn(child.cores());
        String label = check.name() + ", cores: " + child.cores();
        measure(kind, check, label, file, child, options.rounds());
      }
      sideBySide(kind, file);
    }
  }

  private void sideBySide(FileKind kind, BenchFile file)
      throws InterruptedException, ExecutionException {
    Contestant check = OwnContestants.checkOn(1);
    var measured = new ArrayList<Measurement>();
    try (var both = Executors.newFixedThreadPool(2)) {
      List<Callable<Optional<Measurement>>> runs =
          List.of(
              () -> ONE_CORE.measure(kind, check.name(), file.path(), options.rounds()),
              () -> OTHER_CORE.measure(kind, check.name(), file.path(), options.rounds()));
      for (Future<Optional<Measurement>> run : both.invokeAll(runs)) {
        run.get().ifPresent(measured::add);
      }
    }
    if (measured.size() == 2) {
      table.row(kind, "limit: two processes", measured.getFirst().beside(measured.getLast()));
      return;
    }
    isAgreed = false;
    table.remark(kind, "two processes side by side failed");
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

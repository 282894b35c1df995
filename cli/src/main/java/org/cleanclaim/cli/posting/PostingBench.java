package org.cleanclaim.cli.posting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.ledger.LedgerHash;
import org.cleanclaim.app.remittance.ExceptionQueue;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.postgres.PostgresServer;

/// Posts one large 835 with `cleanclaim post` in a process of its own: once undisturbed, once
/// killed at random moments and begun again each time. Both have to end with the same ledger.
public final class PostingBench {
  private static final String HEAP = "-Xmx512m";

  /// What came of it.
  ///
  /// @param took of the undisturbed process, from its start to its end
  /// @param hash of the ledger after it
  /// @param processorTime what the program and the database took of the processors
  /// @param kills when the other process was killed, after its start
  /// @param hashesAfterKills of the ledgers that it came to
  public record Outcome(
      int claims,
      int payments,
      long fileBytes,
      Duration took,
      ProcessorTime processorTime,
      long peakResidentKilobytes,
      String totals,
      String hash,
      List<Duration> kills,
      List<String> hashesAfterKills) {
    public Outcome {
      kills = List.copyOf(kills);
      hashesAfterKills = List.copyOf(hashesAfterKills);
    }

    public boolean isSame() {
      return hashesAfterKills.stream().allMatch(hash::equals);
    }
  }

  private final Path folder;
  private final int claims;
  private final int kills;
  private final Random random;
  private final Consumer<String> progress;
  private ProcessorTime lastTime = ProcessorTime.NONE;

  /// @param seed of the moments of the kills
  public PostingBench(Path folder, int claims, int kills, long seed, Consumer<String> progress) {
    this.folder = folder;
    this.claims = claims;
    this.kills = kills;
    this.random = new Random(seed);
    this.progress = progress;
  }

  /// Measures.
  public Outcome run() throws IOException, SQLException, InterruptedException {
    Path home = folder.resolve("home");
    Path file = folder.resolve("bench.835");
    var paid = new PaidFile(claims, BenchPractice.NPI);
    paid.write(file);
    progress.accept("filling a database with %,d billed claims".formatted(claims));
    fill(home);
    Path spare = folder.resolve("spare");
    copy(home, spare);

    progress.accept("posting %,d claim payments".formatted(paid.payments()));
    long from = System.nanoTime();
    long peak = post(home, file, Duration.ofHours(1));
    var took = Duration.ofNanos(System.nanoTime() - from);
    if (peak < 0) throw new IllegalStateException("the posting did not end within an hour");
    var processorTime = lastTime;
    var undisturbed = ledger(home);
    var moments = new ArrayList<Duration>();
    var hashes = kills == 0 ? List.<String>of() : killed(spare, file, took, moments);
    return new Outcome(
        claims,
        paid.payments(),
        Files.size(file),
        took,
        processorTime,
        peak,
        undisturbed[1],
        undisturbed[0],
        moments,
        hashes);
  }

  /// Kills as often as asked. A posting that comes to its end before is one to compare too; another
  /// is begun then.
  private List<String> killed(Path spare, Path file, Duration took, List<Duration> moments)
      throws IOException, InterruptedException {
    var hashes = new ArrayList<String>();
    Path victim = folder.resolve("victim");
    copy(spare, victim);
    // Moments lie anywhere in what is left of the work, the start of the program included.
    long limit = Math.max(2_000, took.toMillis() / (kills / 2 + 1));
    while (moments.size() < kills) {
      var moment = Duration.ofMillis(500 + random.nextLong(limit));
      if (post(victim, file, moment) >= 0) {
        hashes.add(ledger(victim)[0]);
        remove(victim);
        copy(spare, victim);
        continue;
      }
      moments.add(moment);
      boolean withServer = moments.size() % 2 == 0;
      if (withServer) killServer(victim);
      progress.accept(
          "kill %d of %d: %.1f s after the start%s"
              .formatted(
                  moments.size(),
                  kills,
                  moment.toMillis() / 1000.0,
                  withServer ? ", with the database" : ""));
    }
    if (post(victim, file, Duration.ofHours(1)) < 0) throw new IllegalStateException("no end");
    hashes.add(ledger(victim)[0]);
    return hashes;
  }

  private void fill(Path home) throws SQLException {
    try (var server = PostgresServer.start(home)) {
      var owner = server.connection();
      var database =
          Database.prepare(
              owner.jdbcUrl(),
              owner.user(),
              owner.password(),
              home.resolve("application-password"));
      Organization practice;
      Payer payer;
      try (var context = ApplicationStart.withoutPages(home, database)) {
        practice = context.getBean(Organizations.class).register(BenchPractice.practice());
        payer =
            Acting.as(
                Actor.system(practice.id(), "bench"),
                () -> context.getBean(Payers.class).register(BenchPractice.payer()));
      }
      try (var connection =
          DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
        new BilledClaims(practice, payer).fill(connection, claims);
      }
    }
  }

  /// @return peak memory of the process in kilobytes, or -1 when it was killed before its end
  private long post(Path home, Path file, Duration limit) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            HEAP,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xlog:disable",
            "-Xlog:all=off",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dlogback.configurationFile=quiet-start.xml",
            "-cp",
            System.getProperty("java.class.path"),
            "org.cleanclaim.cli.Main",
            "post",
            "--home",
            home.toString(),
            file.toString()));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    long deadline = System.nanoTime() + limit.toNanos();
    lastTime = ProcessorTime.NONE;
    long peak = 0;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakResident(process.pid()));
      lastTime = lastTime.orLater(ProcessorTime.of(process.pid(), home));
      if (System.nanoTime() < deadline) continue;
      process.destroyForcibly();
      process.waitFor();
      return -1;
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException("the posting failed: " + Files.readString(output));
    }
    return peak;
  }

  private static long peakResident(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", ""));
      }
    } catch (IOException e) {
      return 0; // ended meanwhile, or another system
    }
    return 0;
  }

  private static void killServer(Path home) throws IOException {
    Path lock = home.resolve("postgres/data/postmaster.pid");
    if (!Files.exists(lock)) return;
    long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// @return the hash of the ledger, and its totals in words
  private static String[] ledger(Path home) {
    try (var server = PostgresServer.start(home)) {
      var owner = server.connection();
      var database =
          Database.prepare(
              owner.jdbcUrl(),
              owner.user(),
              owner.password(),
              home.resolve("application-password"));
      try (var context = ApplicationStart.withoutPages(home, database)) {
        var practice = context.getBean(Organizations.class).all().getFirst();
        return Acting.as(
            Actor.system(practice.id(), "bench"),
            () -> {
              var totals = context.getBean(Ledger.class).totals();
              int open = context.getBean(ExceptionQueue.class).openCount();
              String words =
                  "debits %s, credits %s, %,d exceptions"
                      .formatted(totals.debits(), totals.credits(), open);
              return new String[] {context.getBean(LedgerHash.class).of(null), words};
            });
      }
    }
  }

  private static void remove(Path copy) throws IOException, InterruptedException {
    int status = new ProcessBuilder("rm", "-rf", copy.toString()).inheritIO().start().waitFor();
    if (status != 0) throw new IOException("the folder could not be removed: " + copy);
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    // As the system does it, with owners and rights: the server insists on them.
    int status =
        new ProcessBuilder("cp", "-a", from.toString(), to.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) throw new IOException("the folder could not be copied: " + from);
  }
}

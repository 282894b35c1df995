package org.cleanclaim.cli.posting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.postgres.PostgresServer;

/// Posts one large 835 with `cleanclaim post` in a process of its own: once undisturbed, once
/// killed at random moments and begun again each time. Both have to end with the same ledger.
public final class PostingBench {
  private static final String NPI = "1234567893";
  private static final String HEAP = "-Xmx512m";

  /// What came of it.
  ///
  /// @param took of the undisturbed process, from its start to its end
  /// @param hash of the ledger after it
  /// @param killed how often the other process was killed before it came to its end
  /// @param hashAfterKills of the ledger after that
  public record Outcome(
      int claims,
      int payments,
      long fileBytes,
      Duration took,
      long peakResidentKilobytes,
      String totals,
      String hash,
      int killed,
      String hashAfterKills) {
    public boolean isSame() {
      return killed == 0 || hash.equals(hashAfterKills);
    }
  }

  private final Path folder;
  private final int claims;
  private final int kills;
  private final Random random;
  private final Consumer<String> progress;

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
    var paid = new PaidFile(claims, NPI);
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
    var undisturbed = ledger(home);
    int killed = 0;
    String afterKills = "";
    if (kills > 0) {
      while (killed < kills) {
        // Moments lie anywhere in what is left of the work, the start of the program included.
        long limit = Math.max(2_000, took.toMillis() / (kills / 2 + 1));
        if (post(spare, file, Duration.ofMillis(500 + random.nextLong(limit))) >= 0) break;
        killed++;
        if (killed % 2 == 0) killServer(spare);
        progress.accept("killed %d times".formatted(killed));
      }
      if (post(spare, file, Duration.ofHours(1)) < 0) throw new IllegalStateException("no end");
      afterKills = ledger(spare)[0];
    }
    return new Outcome(
        claims,
        paid.payments(),
        Files.size(file),
        took,
        peak,
        undisturbed[1],
        undisturbed[0],
        killed,
        afterKills);
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
        practice = context.getBean(Organizations.class).register(practice());
        payer =
            Acting.as(
                Actor.system(practice.id(), "bench"),
                () -> context.getBean(Payers.class).register(payer()));
      }
      try (var connection =
          DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password())) {
        new BilledClaims(practice, payer).fill(connection, claims);
      }
    }
  }

  private static Organization practice() {
    return new Organization(
        0,
        "Bench practice",
        new Npi(NPI),
        new TaxId("123456789", TaxId.Kind.EMPLOYER),
        new Taxonomy("207Q00000X"),
        new Address("1 Test Street", null, "Marlow", "OH", "432150001"),
        null,
        "America/New_York");
  }

  private static Payer payer() {
    return new Payer(
        0,
        "bench",
        "BENCH PAYER",
        new PayerId("BENCHP"),
        FilingIndicator.ofCode("CI").orElseThrow(),
        365,
        null,
        new HashSet<>());
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
    long peak = 0;
    while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakResident(process.pid()));
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
                  "%,d postings, debits %s, credits %s, %,d exceptions"
                      .formatted(totals.postings(), totals.debits(), totals.credits(), open);
              return new String[] {context.getBean(LedgerHash.class).of(null), words};
            });
      }
    }
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

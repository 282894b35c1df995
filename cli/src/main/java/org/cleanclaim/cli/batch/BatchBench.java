package org.cleanclaim.cli.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.claim.BatchBilling;
import org.cleanclaim.app.claim.ClaimStatus;
import org.cleanclaim.app.claim.CreateResult;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.app.submission.Submissions;
import org.cleanclaim.cli.posting.BenchPractice;
import org.cleanclaim.cli.posting.ProcessorTime;
import org.cleanclaim.postgres.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;

/// Bills many visits, as the application bills many, and sends their claims in one file.
public final class BatchBench {

  /// What came of it.
  ///
  /// @param ready claims that went out
  /// @param held claims that the scrub holds
  /// @param built how long building and scrubbing took
  /// @param written how long writing the file and marking its claims took
  /// @param processorTime what both took of the processors
  public record Outcome(
      int visits,
      int ready,
      int held,
      Duration built,
      Duration written,
      ProcessorTime processorTime,
      long fileBytes) {}

  private final Path home;
  private final int visits;
  private final Consumer<String> progress;

  public BatchBench(Path home, int visits, Consumer<String> progress) {
    this.home = home;
    this.visits = visits;
    this.progress = progress;
  }

  /// Measures.
  public Outcome run() throws IOException, SQLException {
    try (var server = PostgresServer.start(home)) {
      var at = server.connection();
      var database =
          Database.prepare(
              at.jdbcUrl(), at.user(), at.password(), home.resolve("application-password"));
      try (var context = ApplicationStart.withoutPages(home, database);
          var owner = DriverManager.getConnection(at.jdbcUrl(), at.user(), at.password())) {
        var practice = context.getBean(Organizations.class).register(BenchPractice.practice());
        var actor = Actor.system(practice.id(), "bench");
        var payer =
            Acting.as(actor, () -> context.getBean(Payers.class).register(BenchPractice.payer()));
        progress.accept("filling a database with %,d coded visits".formatted(visits));
        CodedVisits.fill(owner, practice.id(), payer.id(), visits);
        return Acting.as(actor, () -> measured(context));
      }
    }
  }

  private Outcome measured(ConfigurableApplicationContext context) {
    var ids = LongStream.rangeClosed(1, visits).mapToObj(EncounterId::new).toList();
    var processors = ProcessorTime.of(ProcessHandle.current().pid(), home);
    long from = System.nanoTime();
    int held = 0;
    for (var outcome :
        context
            .getBean(BatchBilling.class)
            .bill(ids, done -> progress.accept("%,d visits billed".formatted(done)))) {
      if (!(outcome.result() instanceof CreateResult.Created made)) {
        throw new IllegalStateException("visit " + outcome.visit() + " was not billed");
      }
      if (made.claim().status() == ClaimStatus.HELD) held++;
    }
    var built = Duration.ofNanos(System.nanoTime() - from);
    var payer = context.getBean(Payers.class).all().getFirst();
    from = System.nanoTime();
    var result = context.getBean(Submissions.class).submit(payer);
    var written = Duration.ofNanos(System.nanoTime() - from);
    var taken = ProcessorTime.of(ProcessHandle.current().pid(), home).since(processors);
    return switch (result) {
      case Submissions.SubmitResult.Submitted sent ->
          new Outcome(
              visits, sent.claims().size(), held, built, written, taken, sent.file().byteCount());
      case Submissions.SubmitResult.NothingReady nothing ->
          new Outcome(visits, 0, held, built, written, taken, 0);
    };
  }
}

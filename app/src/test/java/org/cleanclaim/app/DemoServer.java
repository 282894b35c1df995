package org.cleanclaim.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.demo.DemoMonth;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.app.insight.Story;
import org.cleanclaim.app.ledger.Ledger;
import org.cleanclaim.app.practice.Caller;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.codesets.store.SourceFiles;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.postgres.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.ScheduledTask;

/// One real server with the demo month in it, shared by the tests of a run.
public final class DemoServer {
  private static final DemoServer SHARED = start();

  private final Path home;
  private final PostgresServer postgres;
  private final Database database;
  private final ConfigurableApplicationContext context;
  private final Story story;
  private final Story storyOfSecondRun;
  private final int port;
  private final Money collected;

  private DemoServer(
      Path home,
      PostgresServer postgres,
      Database database,
      ConfigurableApplicationContext context,
      Story story,
      Story storyOfSecondRun,
      int port) {
    this.home = home;
    this.postgres = postgres;
    this.database = database;
    this.context = context;
    this.story = story;
    this.storyOfSecondRun = storyOfSecondRun;
    this.port = port;
    this.collected =
        inPractice(
            () -> bean(Ledger.class).collected(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1)));
  }

  public static DemoServer shared() {
    return SHARED;
  }

  private static DemoServer start() {
    try {
      Path home = Files.createTempDirectory("cleanclaim-test");
      installSmallTables(home);
      var postgres = PostgresServer.start(home);
      var owner = postgres.connection();
      var database =
          Database.prepare(
              owner.jdbcUrl(),
              owner.user(),
              owner.password(),
              home.resolve("application-password"));
      int port;
      try (var socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      var context = ApplicationStart.serve(home, database, port);
      stopTimers(context);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                context.close();
                postgres.close();
              }));
      var month = context.getBean(DemoMonth.class);
      return new DemoServer(
          home,
          postgres,
          database,
          context,
          month.play(1, line -> {}),
          month.play(1, line -> {}),
          port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Tests go the rounds themselves, at their own time.
  private static void stopTimers(ConfigurableApplicationContext context) {
    context
        .getBean(ScheduledAnnotationBeanPostProcessor.class)
        .getScheduledTasks()
        .forEach(ScheduledTask::cancel);
  }

  /// A few rows of the publishers' tables of risk scores and of the MS-DRG grouper.
  private static void installSmallTables(Path home) throws IOException {
    Path files = Path.of("src/test/resources/codes");
    Path module = Path.of("app").resolve(files);
    var report =
        CodeStore.at(new Home(home).codesets())
            .install(
                SourceFiles.at(Files.exists(files) ? files : module, home.resolve("spool")),
                null,
                InstallProgress.silent());
    if (!report.isClean()) throw new IllegalStateException(report.toString());
  }

  public Path home() {
    return home;
  }

  public Story story() {
    return story;
  }

  /// What the ledger has as collected after the month, before any test adds to it.
  public Money collected() {
    return collected;
  }

  /// What a second run on the same home came to.
  public Story storyOfSecondRun() {
    return storyOfSecondRun;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /// Work as a part of the demo practice's system.
  public <R, X extends Throwable> R inPractice(ScopedValue.CallableOp<R, X> work) throws X {
    long organization = bean(Organizations.class).all().getFirst().id();
    return Acting.as(Actor.system(organization, "test"), work);
  }

  /// A connection as the application has it: under row-level security, without ownership.
  public Connection applicationConnection() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  public Connection ownerConnection() throws SQLException {
    var owner = postgres.connection();
    return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
  }

  /// GET as a demo user.
  public HttpResponse<String> get(String user, String path) {
    return as(user).send("GET", path, "");
  }

  /// A demo user, as a program.
  public Caller as(String user) {
    return new Caller(port, user, DemoMonth.PASSWORD);
  }

  public static String basic(String user) {
    return Caller.basic(user, DemoMonth.PASSWORD);
  }

  public int port() {
    return port;
  }
}

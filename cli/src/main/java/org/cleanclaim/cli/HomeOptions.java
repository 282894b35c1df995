package org.cleanclaim.cli;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Option;

/// Where the records lie: the home folder, and the database in it or elsewhere.
final class HomeOptions {
  @Option(
      names = "--home",
      description =
          "Folder of everything: database, inbox, outbox, archive. Default: ~/.cleanclaim",
      defaultValue = "${user.home}/.cleanclaim")
  Path home = Path.of(".");

  @Option(
      names = "--database-url",
      description =
          "A PostgreSQL 18 of your own instead of the bundled one: jdbc:postgresql://host/database")
  @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      description = "Owner of that database.",
      defaultValue = "cleanclaim")
  String databaseUser = "cleanclaim";

  @Option(
      names = "--database-password",
      description =
          "Its password; better through the environment variable CLEANCLAIM_DATABASE_PASSWORD.",
      defaultValue = "${env:CLEANCLAIM_DATABASE_PASSWORD:-}")
  String databasePassword = "";

  /// An open database; closing it stops the bundled server. Also when the program is told to stop:
  /// then what uses the database is closed first.
  static final class OpenDatabase implements AutoCloseable {
    private final Path home;
    private final Database database;
    private final @Nullable PostgresServer server;
    private final AtomicReference<Runnable> closeFirst = new AtomicReference<>(() -> {});

    OpenDatabase(Path home, Database database, @Nullable PostgresServer server) {
      this.home = home;
      this.database = database;
      this.server = server;
      Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    Path home() {
      return home;
    }

    Database database() {
      return database;
    }

    void closeFirst(Runnable user) {
      closeFirst.set(user);
    }

    @Override
    public void close() {
      closeFirst.getAndSet(() -> {}).run();
      if (server != null) server.close();
    }
  }

  OpenDatabase open() {
    Path root = home.toAbsolutePath().normalize();
    Path passwordFile = root.resolve("application-password");
    if (databaseUrl != null) {
      return new OpenDatabase(
          root, Database.prepare(databaseUrl, databaseUser, databasePassword, passwordFile), null);
    }
    var server = PostgresServer.start(root);
    try {
      var owner = server.connection();
      return new OpenDatabase(
          root,
          Database.prepare(owner.jdbcUrl(), owner.user(), owner.password(), passwordFile),
          server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /// The command line at work for the practice of the home folder.
  Actor practice(ApplicationContext context) {
    return context.getBean(Organizations.class).all().stream()
        .findFirst()
        .map(practice -> Actor.system(practice.id(), "command line"))
        .orElseThrow(() ->
            new CommandFailure(
                "There is no practice in %s yet. Run cleanclaim demo first, or use another --home."
                    .formatted(home)));
  }
}

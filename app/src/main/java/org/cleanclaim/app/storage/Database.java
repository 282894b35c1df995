package org.cleanclaim.app.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// A PostgreSQL 18 database made ready for the application: the application's own role exists,
/// every migration has run. The owner migrates; the application signs in as `cleanclaim_app`, which
/// owns nothing and cannot bypass row-level security.
///
/// @param url JDBC address
public record Database(String url, String user, String password) {
  private static final String APPLICATION_ROLE = "cleanclaim_app";
  private static final int OLDEST_SERVER = 180_000;

  /// Prepares the database that `owner` may change.
  ///
  /// @param passwordFile where the application role's password is kept, readable by its owner only
  /// @throws DatabaseException with a plain sentence and a remedy
  public static Database prepare(
      String url, String owner, String ownerPassword, Path passwordFile) {
    String password = applicationPassword(passwordFile);
    try (var connection = DriverManager.getConnection(url, owner, ownerPassword);
        var statement = connection.createStatement()) {
      try (var version = statement.executeQuery("show server_version_num")) {
        if (!version.next() || version.getInt(1) < OLDEST_SERVER) {
          throw new DatabaseException(
              "The PostgreSQL server at "
                  + url
                  + " is older than version 18. Point --database-url at a PostgreSQL 18 server.",
              null);
        }
      }
      statement.execute(
          "select pg_advisory_lock(7301)"); // two starts at once must not both create the role
      statement.execute(
          """
          do $$ begin
            if not exists (select from pg_roles where rolname = '%1$s') then
              create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
            end if;
          end $$\
          """
              .formatted(APPLICATION_ROLE));
      statement.execute("alter role %s password '%s'".formatted(APPLICATION_ROLE, password));
      statement.execute("grant usage on schema public to " + APPLICATION_ROLE);
      Flyway.configure()
          .dataSource(url, owner, ownerPassword)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .load()
          .migrate();
    } catch (SQLException e) {
      throw new DatabaseException(sentence(url, e), e);
    } catch (FlywayException e) {
      throw new DatabaseException(
          "The database at "
              + url
              + " could not be brought to this version: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason.")
              + " Restore a backup or use an empty database.",
          e);
    }
    return new Database(url, APPLICATION_ROLE, password);
  }

  private static String sentence(String url, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" ->
          "The database at "
              + url
              + " refused the user name or password. Check --database-user and the password.";
      case "3D000" -> "The database at " + url + " does not exist. Create it, then start again.";
      case "08001", "08006" ->
          "No PostgreSQL answers at "
              + url
              + ". Start it, or leave out --database-url to use the bundled one.";
      case "42501" ->
          "The database user may not create roles at "
              + url
              + ". Use a user with the CREATEROLE right who owns the database.";
      default -> "The database at " + url + " refused to be prepared: " + e.getMessage();
    };
  }

  private static String applicationPassword(Path file) {
    try {
      if (Files.exists(file)) return Files.readString(file).strip();
      var bytes = new byte[24];
      new SecureRandom().nextBytes(bytes);
      String password = HexFormat.of().formatHex(bytes);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path partial =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ".password",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(partial, password);
      Files.move(partial, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
      return password;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The password file "
              + file
              + " can be neither read nor written. Check the home folder's rights.",
          e);
    }
  }

  @Override
  public String toString() {
    return "Database[" + url + " as " + user + "]";
  }
}

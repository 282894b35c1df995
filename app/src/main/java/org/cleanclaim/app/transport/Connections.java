package org.cleanclaim.app.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.Usage;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The organization's connections.
@Component
@Transactional
public class Connections {
  private static final String SELECT =
      """
      select connection_id, public_id, name, kind, usage, address, user_name, host_keys, secret, out_folder, in_folder,
        is_paused, worked_at, trouble, version
      from connection
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  Connections(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws TransportRefusal when something is wrong with the settings or the name is taken
  public Connection add(ConnectionSettings settings) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    check(settings);
    try {
      var id =
          values(
                  jdbc.sql(
                      """
                      insert into connection (name, kind, usage, address, user_name, host_keys, secret, out_folder,
                        in_folder, saved_by, saved_at)
                      values (:name, :kind, :usage, :address, :user, :keys, :secret, :out, :in, :by, :now)
                      returning public_id
                      """),
                  settings)
              .query(UUID.class)
              .single();
      audit.record("added", "connection", id, null, settings.name());
      return find(id).orElseThrow();
    } catch (DuplicateKeyException e) {
      throw nameIsTaken(settings, e);
    }
  }

  /// @param version as it was read
  /// @throws TransportRefusal when somebody else has changed it meanwhile
  public Connection change(UUID id, int version, ConnectionSettings settings) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    check(settings);
    try {
      int changed =
          values(
                  jdbc.sql(
                      """
                      update connection
                      set name = :name, kind = :kind, usage = :usage, address = :address, user_name = :user,
                        host_keys = :keys, secret = :secret, out_folder = :out, in_folder = :in, saved_by = :by,
                        saved_at = :now, version = version + 1
                      where public_id = :id and version = :version
                      """),
                  settings)
              .param("id", id)
              .param("version", version)
              .update();
      if (changed == 0) {
        throw new TransportRefusal(
            "Somebody else has changed this connection meanwhile. Look at it again; nothing was"
                + " saved.");
      }
    } catch (DuplicateKeyException e) {
      throw nameIsTaken(settings, e);
    }
    audit.record("changed", "connection", id, null, settings.name());
    return find(id).orElseThrow();
  }

  /// Stops all traffic over a connection; what waits goes on waiting.
  public void pause(UUID id) {
    setPaused(id, true);
  }

  public void resume(UUID id) {
    setPaused(id, false);
  }

  private void setPaused(UUID id, boolean isPaused) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    jdbc.sql("update connection set is_paused = :paused where public_id = :id")
        .param("paused", isPaused)
        .param("id", id)
        .update();
    audit.record(isPaused ? "paused" : "resumed", "connection", id, null, null);
  }

  @Transactional(readOnly = true)
  public List<Connection> all() {
    return jdbc.sql(SELECT + "order by name").query(Connections::connection).list();
  }

  @Transactional(readOnly = true)
  public Optional<Connection> find(UUID id) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", id)
        .query(Connections::connection)
        .optional();
  }

  /// Everything that was to be done over it is done.
  public void worked(Connection connection) {
    jdbc.sql("update connection set worked_at = :now, trouble = null where connection_id = :id")
        .param("now", Timestamp.from(clock.instant()))
        .param("id", connection.id())
        .update();
  }

  /// Keeps the first thing that did not work.
  public void failed(Connection connection, String trouble) {
    jdbc.sql("update connection set trouble = :trouble where connection_id = :id")
        .param("trouble", trouble)
        .param("id", connection.id())
        .update();
  }

  private static void check(ConnectionSettings settings) {
    var faults = settings.faults();
    if (!faults.isEmpty()) throw new TransportRefusal(String.join(" ", faults));
  }

  private static TransportRefusal nameIsTaken(
      ConnectionSettings settings, DuplicateKeyException cause) {
    var refusal =
        new TransportRefusal(
            "There is a connection %s already. Take another name.".formatted(settings.name()));
    refusal.initCause(cause);
    return refusal;
  }

  private JdbcClient.StatementSpec values(
      JdbcClient.StatementSpec statement, ConnectionSettings settings) {
    return statement
        .param("name", settings.name().strip())
        .param("kind", settings.kind().name())
        .param("usage", settings.usage().name())
        .param("address", settings.address().strip())
        .param("user", settings.user().strip())
        .param("keys", settings.hostKeys().toArray(String[]::new))
        .param("secret", settings.secret().strip())
        .param("out", settings.outFolder())
        .param("in", settings.inFolder())
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()));
  }

  private static Connection connection(ResultSet row, int n) throws SQLException {
    return new Connection(
        row.getLong("connection_id"),
        row.getObject("public_id", UUID.class),
        new ConnectionSettings(
            row.getString("name"),
            ConnectionKind.valueOf(row.getString("kind")),
            Usage.valueOf(row.getString("usage")),
            row.getString("address"),
            row.getString("user_name"),
            Arrays.asList((String[]) row.getArray("host_keys").getArray()),
            row.getString("secret"),
            row.getString("out_folder"),
            row.getString("in_folder")),
        row.getBoolean("is_paused"),
        instant(row, "worked_at"),
        row.getString("trouble"),
        row.getInt("version"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}

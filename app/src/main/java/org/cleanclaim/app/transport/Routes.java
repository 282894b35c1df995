package org.cleanclaim.app.transport;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerDirectory;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.transport.Route.Standby;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which way the files of each payer take. A payer without one keeps its files in the outbox for
/// somebody to carry.
@Component
@Transactional
public class Routes {
  /// The kinds of files that are sent.
  public static final List<String> KINDS = List.of("837P", "837I", "270", "275", "276", "278");

  private record Row(
      long payerId,
      String payer,
      String kind,
      long connection,
      long standby,
      String receiver,
      String standbyReceiver) {}

  private final JdbcClient jdbc;
  private final Connections connections;
  private final Interchanges interchanges;
  private final PayerDirectory directory;
  private final AuditTrail audit;
  private final Clock clock;

  Routes(
      JdbcClient jdbc,
      Connections connections,
      Interchanges interchanges,
      PayerDirectory directory,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.interchanges = interchanges;
    this.directory = directory;
    this.audit = audit;
    this.clock = clock;
  }

  /// Sets the way of a payer's files of a kind; an older one ends. Files on their way stay on
  /// theirs.
  ///
  /// @throws TransportRefusal for an unknown kind, the same connection twice, a test beside the
  ///   real thing, or an id that no envelope can carry
  public void set(
      Payer payer,
      String kind,
      Connection connection,
      @Nullable Standby standby,
      String receiverId) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    String receiver = receiverId.strip().toUpperCase(Locale.ROOT);
    String standbyReceiver =
        standby == null ? "" : standby.receiverId().strip().toUpperCase(Locale.ROOT);
    check(kind, receiver);
    if (standby != null) check(connection, standby.connection(), standbyReceiver);
    jdbc.sql(
            """
            insert into route (payer_id, kind, connection_id, standby_id, receiver_id, standby_receiver_id, saved_by, saved_at)
            values (:payer, :kind, :connection, :standby, :receiver, nullif(:standbyReceiver, ''), :by, :now)
            on conflict (organization_id, payer_id, kind) do update
            set connection_id = excluded.connection_id, standby_id = excluded.standby_id,
              receiver_id = excluded.receiver_id, standby_receiver_id = excluded.standby_receiver_id, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("payer", payer.id())
        .param("kind", kind)
        .param("connection", connection.id())
        .param("standby", standby == null ? null : standby.connection().id())
        .param("receiver", receiver)
        .param("standbyReceiver", standbyReceiver)
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record("set the way of " + kind, "payer", payer.id(), null, connection.name());
  }

  private static void check(String kind, String receiver) {
    if (!KINDS.contains(kind)) {
      throw new TransportRefusal(
          "%s is no kind of file that is sent; there are %s."
              .formatted(kind, String.join(", ", KINDS)));
    }
    checkReceiver(receiver);
  }

  private static void checkReceiver(String receiver) {
    if (!receiver.matches("[0-9A-Z][0-9A-Z ]{1,14}")) {
      throw new TransportRefusal(
          "The receiver's id has 2 to 15 letters and digits, as the payer or clearinghouse has"
              + " given it.");
    }
  }

  private static void check(Connection connection, Connection standby, String receiver) {
    if (standby.id() == connection.id()) {
      throw new TransportRefusal("The standby has to be another connection.");
    }
    if (standby.settings().usage() != connection.settings().usage()) {
      throw new TransportRefusal(
          "%s is for %s and %s for %s files; a standby has to take the same."
              .formatted(
                  connection.name(),
                  connection.settings().usage().title().toLowerCase(Locale.ROOT),
                  standby.name(),
                  standby.settings().usage().title().toLowerCase(Locale.ROOT)));
    }
    if (!receiver.isEmpty()) checkReceiver(receiver);
  }

  /// From now on the payer's files of this kind stay in the outbox.
  public void remove(Payer payer, String kind) {
    AccessDeniedForActor.unless(Permission.KEEP_CONNECTION);
    jdbc.sql("delete from route where payer_id = :payer and kind = :kind")
        .param("payer", payer.id())
        .param("kind", kind)
        .update();
    audit.record("removed the way of " + kind, "payer", payer.id(), null, null);
  }

  @Transactional(readOnly = true)
  public List<Route> all() {
    return routes();
  }

  @Transactional(readOnly = true)
  public Optional<Route> of(long payerId, String kind) {
    return routes().stream()
        .filter(route -> route.payerId() == payerId && route.kind().equals(kind))
        .findFirst();
  }

  /// The envelope of the next interchange of a kind to a payer: with the receiver's id of its way,
  /// a test where the way is for tests. What somebody carries by hand is the real thing.
  public Envelope envelope(Payer payer, String kind) {
    var route = of(payer.id(), kind);
    return interchanges.next(
        route.map(Route::receiverId).orElse(payer.electronicId().value()),
        route.map(r -> r.connection().settings().usage()).orElse(Usage.LIVE));
  }

  /// The number by which a payer is named in files of a kind, as the directory has it for the
  /// connection that they take.
  @Transactional(readOnly = true)
  public PayerId payerNumber(Payer payer, String kind) {
    String clearinghouse = of(payer.id(), kind).map(route -> route.connection().name()).orElse("");
    return directory.number(payer, clearinghouse, kind);
  }

  /// A file of a kind as it has to go over another connection: with that one's id of the receiver,
  /// where its way knows one, and the payer's number there.
  @Transactional(readOnly = true)
  byte[] addressed(Payer payer, String kind, Connection over, byte[] file) {
    return Readdressing.of(
        file,
        of(payer.id(), kind).flatMap(route -> route.receiverOver(over)).orElse(null),
        directory.number(payer, over.name(), kind));
  }

  private List<Route> routes() {
    Map<Long, Connection> byId =
        connections.all().stream().collect(Collectors.toMap(Connection::id, Function.identity()));
    return jdbc
        .sql(
            """
            select r.payer_id, p.name, r.kind, r.connection_id, coalesce(r.standby_id, 0) as standby_id, r.receiver_id,
              coalesce(r.standby_receiver_id, '') as standby_receiver_id
            from route r
            join payer p on p.payer_id = r.payer_id
            order by p.name, r.kind
            """)
        .query((row, n) ->
            new Row(
                row.getLong("payer_id"),
                row.getString("name"),
                row.getString("kind"),
                row.getLong("connection_id"),
                row.getLong("standby_id"),
                row.getString("receiver_id"),
                row.getString("standby_receiver_id")))
        .list()
        .stream()
        .map(row ->
            new Route(
                row.payerId(),
                row.payer(),
                row.kind(),
                Objects.requireNonNull(byId.get(row.connection())),
                standby(byId.get(row.standby()), row.standbyReceiver()),
                row.receiver()))
        .toList();
  }

  private static @Nullable Standby standby(@Nullable Connection connection, String receiver) {
    return connection == null ? null : new Standby(connection, receiver);
  }
}

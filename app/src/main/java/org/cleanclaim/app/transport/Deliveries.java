package org.cleanclaim.app.transport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.exchange.ExchangedFile;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.storage.ListPage;
import org.cleanclaim.app.transport.Delivery.Stage;
import org.cleanclaim.x12.Envelope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files on their way. A file has one delivery; each step is kept before the next is made, so that
/// whatever breaks, nothing is lost and nothing arrives twice.
@Component
@Transactional
public class Deliveries {
  /// So often the first way is tried before the standby takes over.
  static final int TRIES_BEFORE_STANDBY = 3;

  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final String SELECT =
      """
      select d.delivery_id, d.public_id, d.exchanged_file_id, f.exchanged_file_id as carried_file_id, f.name as file_name, f.kind as file_kind, f.byte_count,
        d.payer_id, p.name as payer, d.connection_id, c.name as connection, c.usage, d.stage, d.attempts, d.next_attempt_at,
        d.trouble, d.queued_at, d.delivered_at
      from delivery d
      join exchanged_file f on f.exchanged_file_id = coalesce(d.readdressed_file_id, d.exchanged_file_id)
      join payer p on p.payer_id = d.payer_id
      join connection c on c.connection_id = d.connection_id
      """;

  private final JdbcClient jdbc;
  private final Routes routes;
  private final FileExchange files;
  private final Payers payers;
  private final AuditTrail audit;
  private final Clock clock;

  Deliveries(
      JdbcClient jdbc,
      Routes routes,
      FileExchange files,
      Payers payers,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.routes = routes;
    this.files = files;
    this.payers = payers;
    this.audit = audit;
    this.clock = clock;
  }

  /// Archives a written file, named after its kind, payer and interchange, and puts it on its
  /// payer's way.
  public ExchangedFile send(Payer payer, String kind, Envelope envelope, byte[] bytes) {
    String number = envelope.controlNumber();
    String name = "%s-%s-%s.x12".formatted(kind, payer.slug(), number);
    var file = files.send(kind, name, bytes, number);
    enqueue(payer, file);
    return file;
  }

  /// Puts a written file on its payer's way. Without a way it stays in the outbox; a file that has
  /// a delivery already gets no second one.
  void enqueue(Payer payer, ExchangedFile file) {
    var route = routes.of(payer.id(), file.kind());
    if (route.isEmpty()) return;
    jdbc.sql(
            """
            insert into delivery (exchanged_file_id, payer_id, connection_id, stage, next_attempt_at, queued_at)
            values (:file, :payer, :connection, 'WAITING', :now, :now)
            on conflict (exchanged_file_id) do nothing
            """)
        .param("file", file.id())
        .param("payer", payer.id())
        .param("connection", route.get().connection().id())
        .param("now", now())
        .update();
    files.takeFromOutbox(file);
  }

  /// A page of the deliveries, newest first.
  ///
  /// @param stage null for all
  @Transactional(readOnly = true)
  public ListPage<Delivery> list(@Nullable Stage stage, int page) {
    return ListPage.of(
        jdbc.sql(
                SELECT
                    + """
                    where cast(:stage as text) is null or d.stage = :stage
                    order by d.delivery_id desc
                    """
                    + ListPage.PART)
            .param("stage", stage == null ? null : stage.name()),
        Deliveries::delivery,
        page);
  }

  @Transactional(readOnly = true)
  public Optional<Delivery> find(UUID id) {
    return jdbc.sql(SELECT + "where d.public_id = :id")
        .param("id", id)
        .query(Deliveries::delivery)
        .optional();
  }

  /// The way of a written file; empty for one that lies in the outbox for somebody to carry.
  @Transactional(readOnly = true)
  public Optional<Delivery> ofFile(long fileId) {
    return jdbc.sql(SELECT + "where d.exchanged_file_id = :file")
        .param("file", fileId)
        .query(Deliveries::delivery)
        .optional();
  }

  /// What is to be tried now over a connection, in the order in which it was put on its way.
  @Transactional(readOnly = true)
  List<Delivery> due(Connection connection) {
    return jdbc.sql(
            SELECT
                + """
                where d.connection_id = :connection and d.stage <> 'DELIVERED' and d.next_attempt_at <= :now
                order by d.delivery_id
                """)
        .param("connection", connection.id())
        .param("now", now())
        .query(Deliveries::delivery)
        .list();
  }

  /// Takes a delivery for an attempt.
  ///
  /// @return empty when another run has taken it meanwhile
  Optional<Delivery> take(Delivery delivery) {
    int taken =
        jdbc.sql(
                """
                update delivery
                set attempts = attempts + 1, next_attempt_at = :next
                where delivery_id = :id and attempts = :attempts and stage <> 'DELIVERED'
                """)
            .param("next", Timestamp.from(clock.instant().plus(pause(delivery.attempts()))))
            .param("id", delivery.id())
            .param("attempts", delivery.attempts())
            .update();
    return taken == 0 ? Optional.empty() : find(delivery.publicId());
  }

  void uploaded(Delivery delivery) {
    step(delivery, "stage = 'UPLOADED', trouble = null");
  }

  /// The receiver has not got it after all.
  void notTaken(Delivery delivery) {
    step(delivery, "stage = 'WAITING'");
  }

  void delivered(Delivery delivery) {
    step(delivery, "stage = 'DELIVERED', trouble = null, delivered_at = :now");
    audit.record("delivered " + delivery.fileName(), "delivery", delivery.publicId(), null, null);
  }

  private void step(Delivery delivery, String change) {
    var statement =
        jdbc.sql("update delivery set " + change + " where delivery_id = :id")
            .param("id", delivery.id());
    if (change.contains(":now")) statement = statement.param("now", now());
    statement.update();
  }

  /// Keeps why an attempt failed. While it is certain that the receiver has not got the file, the
  /// standby takes over after some failures.
  void failed(Delivery delivery, String trouble) {
    jdbc.sql("update delivery set trouble = :trouble where delivery_id = :id")
        .param("trouble", trouble)
        .param("id", delivery.id())
        .update();
    if (delivery.stage() != Stage.WAITING || delivery.attempts() < TRIES_BEFORE_STANDBY) return;
    routes
        .of(delivery.payerId(), delivery.fileKind())
        .filter(route -> route.connection().id() == delivery.connectionId())
        .map(Route::standby)
        .map(Route.Standby::connection)
        .filter(standby -> !standby.isPaused())
        .ifPresent(standby -> move(delivery, standby, "Taken over from " + delivery.connection()));
  }

  /// Tries a delivery at the next run, whatever its pause.
  public void retry(UUID id) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    jdbc.sql("update delivery set next_attempt_at = :now where public_id = :id")
        .param("now", now())
        .param("id", id)
        .update();
    audit.record("tried again", "delivery", id, null, null);
  }

  /// Sends a file another way.
  ///
  /// @throws TransportRefusal when the receiver may have it by the first one, or one of the two is
  ///   a test and the other is not
  public void reroute(UUID id, Connection other) {
    AccessDeniedForActor.unless(Permission.SUBMIT_CLAIM);
    var delivery = find(id).orElseThrow();
    if (delivery.stage() != Stage.WAITING) {
      throw new TransportRefusal(
          "%s may have arrived over %s. It stays on that way, so that the payer does not get it twice."
              .formatted(delivery.fileName(), delivery.connection()));
    }
    var file = files.find(delivery.fileId()).orElseThrow();
    var usage = Usage.of(files.content(file)).orElse(other.settings().usage());
    if (other.settings().usage() != usage) {
      throw new TransportRefusal(
          "%s is a %s file and %s is for %s files. Choose a connection for %s files."
              .formatted(
                  delivery.fileName(),
                  lower(usage),
                  other.name(),
                  lower(other.settings().usage()),
                  lower(usage)));
    }
    move(delivery, other, "Sent another way than " + delivery.connection());
  }

  private static String lower(Usage usage) {
    return usage.title().toLowerCase(Locale.ROOT);
  }

  private void move(Delivery delivery, Connection to, String why) {
    int moved =
        jdbc.sql(
                """
                update delivery
                set connection_id = :connection, next_attempt_at = :now, trouble = :why
                where delivery_id = :id and stage = 'WAITING' and attempts = :attempts
                """)
            .param("connection", to.id())
            .param("now", now())
            .param("why", why)
            .param("id", delivery.id())
            .param("attempts", delivery.attempts())
            .update();
    if (moved == 1) {
      readdress(delivery, to);
      audit.record("moved to " + to.name(), "delivery", delivery.publicId(), null, why);
    }
  }

  /// The receiver knows itself and the payer by other ids there.
  private void readdress(Delivery delivery, Connection to) {
    var file = files.find(delivery.fileId()).orElseThrow();
    byte[] written = files.content(file);
    byte[] addressed =
        routes.addressed(payers.get(delivery.payerId()), delivery.fileKind(), to, written);
    Long copy = Arrays.equals(addressed, written) ? null : archived(file, addressed);
    jdbc.sql("update delivery set readdressed_file_id = :copy where delivery_id = :id")
        .param("copy", copy)
        .param("id", delivery.id())
        .update();
  }

  /// The file that went out for one that was written: its copy that was addressed anew, where it
  /// took another way.
  @Transactional(readOnly = true)
  public ExchangedFile asItWent(UUID written) {
    return jdbc.sql(
            """
            select copy.public_id
            from delivery d
            join exchanged_file f using (exchanged_file_id)
            join exchanged_file copy on copy.exchanged_file_id = d.readdressed_file_id
            where f.public_id = :file
            """)
        .param("file", written)
        .query(UUID.class)
        .optional()
        .or(() -> Optional.of(written))
        .flatMap(files::find)
        .orElseThrow();
  }

  private long archived(ExchangedFile file, byte[] addressed) {
    String name = file.name().replaceFirst("(\\.x12)?$", "-readdressed$1");
    var copy =
        files.send(
            file.kind(), name, addressed, Objects.requireNonNull(file.interchangeControlNumber()));
    files.takeFromOutbox(copy);
    return copy.id();
  }

  private static Duration pause(int attemptsBefore) {
    return attemptsBefore < PAUSES.size() ? PAUSES.get(attemptsBefore) : LONGEST_PAUSE;
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Delivery delivery(ResultSet row, int n) throws SQLException {
    return new Delivery(
        row.getLong("delivery_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("exchanged_file_id"),
        row.getLong("carried_file_id"),
        row.getString("file_name"),
        row.getString("file_kind"),
        row.getLong("byte_count"),
        row.getLong("payer_id"),
        row.getString("payer"),
        row.getLong("connection_id"),
        row.getString("connection"),
        Usage.valueOf(row.getString("usage")),
        Stage.valueOf(row.getString("stage")),
        row.getInt("attempts"),
        Objects.requireNonNull(Connections.instant(row, "next_attempt_at")),
        row.getString("trouble"),
        Objects.requireNonNull(Connections.instant(row, "queued_at")),
        Connections.instant(row, "delivered_at"));
  }
}

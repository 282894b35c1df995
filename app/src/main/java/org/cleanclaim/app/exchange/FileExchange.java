package org.cleanclaim.app.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.exchange.ExchangedFile.Direction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps every exchanged file once, by content: the same bytes sent or received again are
/// recognised.
@Component
@Transactional
public class FileExchange {
  private static final String SELECT =
      """
      select exchanged_file_id, public_id, direction, kind, name, sha256, byte_count, interchange_control_number,
        exchanged_at, archive_path
      from exchanged_file
      """;

  private final JdbcClient jdbc;
  private final Home home;
  private final Clock clock;

  FileExchange(JdbcClient jdbc, Home home, Clock clock) {
    this.jdbc = jdbc;
    this.home = home;
    this.clock = clock;
  }

  /// Puts a file into the outbox and the archive.
  public ExchangedFile send(
      String kind, String name, byte[] bytes, String interchangeControlNumber) {
    var file = keep(Direction.SENT, kind, name, bytes, null, interchangeControlNumber);
    write(home.outbox().resolve(name), bytes);
    return file;
  }

  /// Takes a file out of the outbox, since it travels another way; the archive keeps it.
  public void takeFromOutbox(ExchangedFile file) {
    try {
      Files.deleteIfExists(home.outbox().resolve(file.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("The outbox " + home.outbox() + " cannot be written.", e);
    }
  }

  /// The file that was sent in an interchange, as it was written; leading zeros of its number do
  /// not count.
  @Transactional(readOnly = true)
  public Optional<ExchangedFile> sent(String interchangeControlNumber) {
    return jdbc.sql(
            SELECT
                + """
                where direction = 'SENT' and ltrim(interchange_control_number, '0') = ltrim(:number, '0')
                order by exchanged_file_id
                limit 1
                """)
        .param("number", interchangeControlNumber.strip())
        .query(FileExchange::file)
        .optional();
  }

  /// Archives a received file before anything is made of it.
  public ExchangedFile receive(
      String kind,
      String name,
      byte[] bytes,
      @Nullable String sender,
      @Nullable String controlNumber) {
    return keep(Direction.RECEIVED, kind, name, bytes, sender, controlNumber);
  }

  /// The next number of a counter, starting at 1. A number whose transaction fails is not given
  /// again to another.
  public long nextNumber(String counter) {
    return nextNumber(counter, 1);
  }

  /// The next number of a counter that is not below the least one.
  public long nextNumber(String counter, long least) {
    return jdbc.sql(
            """
            insert into number_counter (name, next_value)
            values (:name, cast(:least as bigint) + 1)
            on conflict (organization_id, name) do update
            set next_value = greatest(number_counter.next_value, cast(:least as bigint)) + 1
            returning next_value - 1
            """)
        .param("name", counter)
        .param("least", least)
        .query(Long.class)
        .single();
  }

  /// The first of several numbers of a counter in a row. They are drawn at once and for good, so
  /// that nobody waits for the work that they are for; where it fails, they are used by nothing.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public long nextNumbers(String counter, int count) {
    return jdbc.sql(
            """
            insert into number_counter (name, next_value)
            values (:name, 1 + :count)
            on conflict (organization_id, name) do update set next_value = number_counter.next_value + :count
            returning next_value - :count
            """)
        .param("name", counter)
        .param("count", count)
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public Optional<ExchangedFile> find(UUID publicId) {
    return jdbc.sql(SELECT + "where public_id = :id")
        .param("id", publicId)
        .query(FileExchange::file)
        .optional();
  }

  @Transactional(readOnly = true)
  public Optional<ExchangedFile> find(long id) {
    return jdbc.sql(SELECT + "where exchanged_file_id = :id")
        .param("id", id)
        .query(FileExchange::file)
        .optional();
  }

  /// The archived bytes of a file, for reading from the start.
  public java.io.InputStream open(ExchangedFile file) {
    try {
      return new java.io.BufferedInputStream(Files.newInputStream(archived(file.sha256())));
    } catch (IOException e) {
      throw new UncheckedIOException("The archived file " + file.name() + " cannot be read.", e);
    }
  }

  /// The archived bytes of a file.
  public byte[] content(ExchangedFile file) {
    try {
      return Files.readAllBytes(archived(file.sha256()));
    } catch (IOException e) {
      throw new UncheckedIOException("The archived file " + file.name() + " cannot be read.", e);
    }
  }

  /// Whether a file was sent as a test, which no payer works.
  public boolean isTest(long id) {
    var file = find(id).orElseThrow();
    try (var archived = open(file)) {
      return Usage.of(archived.readNBytes(Usage.PLACE + 1)).equals(Optional.of(Usage.TEST));
    } catch (IOException e) {
      throw new UncheckedIOException("The archived file " + file.name() + " cannot be read.", e);
    }
  }

  private ExchangedFile keep(
      Direction direction,
      String kind,
      String name,
      byte[] bytes,
      @Nullable String sender,
      @Nullable String controlNumber) {
    String hash = sha256(bytes);
    Path archived = archived(hash);
    if (!Files.exists(archived)) write(archived, bytes);
    int added =
        jdbc.sql(
                """
                insert into exchanged_file (direction, kind, name, archive_path, sha256, byte_count, sender,
                  interchange_control_number, exchanged_at)
                values (:direction, :kind, :name, :path, :hash, :bytes, :sender, :control, :now)
                on conflict (organization_id, direction, sha256) do nothing
                """)
            .param("direction", direction.name())
            .param("kind", kind)
            .param("name", name)
            .param("path", home.root().relativize(archived).toString())
            .param("hash", hash)
            .param("bytes", bytes.length)
            .param("sender", sender)
            .param("control", controlNumber)
            .param("now", Timestamp.from(clock.instant()))
            .update();
    var file =
        jdbc.sql(SELECT + "where direction = :direction and sha256 = :hash")
            .param("direction", direction.name())
            .param("hash", hash)
            .query(FileExchange::file)
            .single();
    return added == 1 ? file : asRepeat(file);
  }

  private static ExchangedFile asRepeat(ExchangedFile file) {
    return new ExchangedFile(
        file.id(),
        file.publicId(),
        file.direction(),
        file.kind(),
        file.name(),
        file.sha256(),
        file.byteCount(),
        file.interchangeControlNumber(),
        file.exchangedAt(),
        true);
  }

  private Path archived(String hash) {
    return home.archive().resolve(hash.substring(0, 2)).resolve(hash);
  }

  private static void write(Path target, byte[] bytes) {
    try {
      Files.createDirectories(target.getParent());
      // Written beside and moved, so that a reader of the folder never sees half a file.
      Path partial = Files.createTempFile(target.getParent(), ".partial", null);
      Files.write(partial, bytes);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The file " + target + " cannot be written. Check free space and the folder's rights.",
          e);
    }
  }

  private static ExchangedFile file(ResultSet row, int n) throws SQLException {
    return new ExchangedFile(
        row.getLong("exchanged_file_id"),
        row.getObject("public_id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        row.getString("kind"),
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("byte_count"),
        row.getString("interchange_control_number"),
        row.getTimestamp("exchanged_at").toInstant(),
        false);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

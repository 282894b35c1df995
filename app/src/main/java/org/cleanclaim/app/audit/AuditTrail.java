package org.cleanclaim.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Append-only record of changes and of reads of patient data. Each row's hash covers the row
/// before it, so a row that was taken out or changed breaks the chain at a place that [#verify]
/// names.
@Component
@Transactional
public class AuditTrail {
  private static final String NO_PREVIOUS = "0".repeat(64);
  private static final String CHAIN = "chain";
  private static final int READ_AT_ONCE = 1_000;

  /// One line of the trail.
  ///
  /// @param subjectType what was touched: `claim`, `chart`, `patient`
  /// @param subjectId its own id; a claim, a visit, a chart or a patient stands by no other name
  /// @param patientId whose data it was, or null
  /// @param reason why, in words
  public record AuditEvent(
      long sequence,
      Instant happenedAt,
      String actor,
      String action,
      String subjectType,
      String subjectId,
      @Nullable Long patientId,
      @Nullable String reason) {}

  /// What somebody did.
  ///
  /// @param patientId whose data it was, or null
  /// @param reason why, in words
  public record Deed(
      String action,
      String subjectType,
      Object subjectId,
      @Nullable Long patientId,
      @Nullable String reason) {}

  private record Link(AuditEvent event, String previousHash, String hash) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Records that the current actor read somebody's data.
  public void read(String subjectType, Object subjectId, long patientId) {
    record("read", subjectType, subjectId, patientId, null);
  }

  /// Records what the current actor did, in the transaction of the change itself.
  public void record(
      String action,
      String subjectType,
      Object subjectId,
      @Nullable Long patientId,
      @Nullable String reason) {
    record(List.of(new Deed(action, subjectType, subjectId, patientId, reason)));
  }

  /// Records several deeds of the current actor, in their order, in one statement.
  public void record(List<Deed> deeds) {
    if (deeds.isEmpty()) return;
    var actor = Acting.actor();
    // One writer at a time per organization: a chain has one end. Released at commit.
    jdbc.sql("select pg_advisory_xact_lock(7302, :organization)")
        .param("organization", Math.toIntExact(actor.organizationId()))
        .query(row -> {});
    Optional<Link> last =
        jdbc.sql(SELECT + "order by sequence desc limit 1").query(AuditTrail::link).optional();
    long sequence = last.map(l -> l.event.sequence()).orElse(0L);
    String previous = last.map(Link::hash).orElse(NO_PREVIOUS);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var links = new ArrayList<Link>();
    for (Deed deed : deeds) {
      var event =
          new AuditEvent(
              ++sequence,
              now,
              actor.name(),
              deed.action(),
              deed.subjectType(),
              deed.subjectId().toString(),
              deed.patientId(),
              deed.reason());
      String hash = hash(previous, event);
      links.add(new Link(event, previous, hash));
      previous = hash;
    }
    insert(links, actor.name(), now);
  }

  private void insert(List<Link> links, String actor, Instant now) {
    int size = links.size();
    var sequences = new Long[size];
    var actions = new String[size];
    var types = new String[size];
    var subjects = new String[size];
    var patients = new @Nullable Long[size];
    var reasons = new @Nullable String[size];
    var before = new String[size];
    var hashes = new String[size];
    for (int i = 0; i < size; i++) {
      var link = links.get(i);
      sequences[i] = link.event.sequence();
      actions[i] = link.event.action();
      types[i] = link.event.subjectType();
      subjects[i] = link.event.subjectId();
      patients[i] = link.event.patientId();
      reasons[i] = link.event.reason();
      before[i] = link.previousHash;
      hashes[i] = link.hash;
    }
    jdbc.sql(
            """
            insert into audit_event (sequence, happened_at, actor, action, subject_type, subject_id, patient_id,
              reason, previous_hash, hash)
            select sequence, :now, :actor, action, type, subject, patient, reason, previous, hash
            from unnest(:sequences::bigint[], :actions::text[], :types::text[], :subjects::text[], :patients::bigint[],
              :reasons::text[], :before::text[], :hashes::text[])
              as e (sequence, action, type, subject, patient, reason, previous, hash)
            """)
        .param("now", Timestamp.from(now))
        .param("actor", actor)
        .param("sequences", sequences)
        .param("actions", actions)
        .param("types", types)
        .param("subjects", subjects)
        .param("patients", patients)
        .param("reasons", reasons)
        .param("before", before)
        .param("hashes", hashes)
        .update();
  }

  /// The latest events, newest first; of one patient where given.
  @Transactional(readOnly = true)
  public List<AuditEvent> latest(@Nullable Long patientId, int limit) {
    return jdbc
        .sql(
            SELECT
                + """
                where :patientId::bigint is null or patient_id = :patientId
                order by sequence desc
                limit :limit
                """)
        .param("patientId", patientId)
        .param("limit", limit)
        .query(AuditTrail::link)
        .list()
        .stream()
        .map(Link::event)
        .toList();
  }

  /// The latest events about one kind of subject, newest first.
  @Transactional(readOnly = true)
  public List<AuditEvent> about(String subjectType, int limit) {
    return jdbc
        .sql(SELECT + "where subject_type = :type order by sequence desc limit :limit")
        .param("type", subjectType)
        .param("limit", limit)
        .query(AuditTrail::link)
        .list()
        .stream()
        .map(Link::event)
        .toList();
  }

  /// The latest events of one deed about one kind of subject, newest first.
  @Transactional(readOnly = true)
  public List<AuditEvent> about(String subjectType, String action, int limit) {
    return jdbc
        .sql(
            SELECT
                + """
                where subject_type = :type and action = :action
                order by sequence desc
                limit :limit
                """)
        .param("type", subjectType)
        .param("action", action)
        .param("limit", limit)
        .query(AuditTrail::link)
        .list()
        .stream()
        .map(Link::event)
        .toList();
  }

  /// What was done to one thing, reads left out, oldest first.
  @Transactional(readOnly = true)
  public List<AuditEvent> changesOf(String subjectType, Object subjectId) {
    return jdbc
        .sql(
            SELECT
                + """
                where subject_type = :type and subject_id = :id and action <> 'read'
                order by sequence
                """)
        .param("type", subjectType)
        .param("id", subjectId.toString())
        .query(AuditTrail::link)
        .list()
        .stream()
        .map(Link::event)
        .toList();
  }

  /// Checks the chain, and records who checked it and what came out.
  ///
  /// @return as of [#verify]
  public Optional<Long> check() {
    AccessDeniedForActor.unless(Permission.SEE_AUDIT_TRAIL);
    Optional<Long> broken = verify();
    record(
        "checked",
        "audit trail",
        CHAIN,
        null,
        broken.map(at -> "broken at event " + at).orElse("whole"));
    return broken;
  }

  /// When the chain was last checked, by whom, and what came out as the reason.
  @Transactional(readOnly = true)
  public Optional<AuditEvent> latestCheck() {
    return jdbc.sql(
            SELECT
                + """
                where subject_type = 'audit trail' and subject_id = :chain and action = 'checked'
                order by sequence desc
                limit 1
                """)
        .param("chain", CHAIN)
        .query(AuditTrail::link)
        .optional()
        .map(Link::event);
  }

  /// The first sequence number at which the chain is broken; empty when it is whole. Rows go by one
  /// after the other, so that a long trail takes no more memory than a short one.
  @Transactional(readOnly = true)
  public Optional<Long> verify() {
    return jdbc.sql(SELECT + "order by sequence")
        .withFetchSize(READ_AT_ONCE)
        .query(AuditTrail::firstBroken);
  }

  private static Optional<Long> firstBroken(ResultSet rows) throws SQLException {
    String previous = NO_PREVIOUS;
    for (long expected = 1; rows.next(); expected++) {
      Link link = link(rows, rows.getRow());
      if (link.event.sequence() != expected
          || !link.previousHash.equals(previous)
          || !link.hash.equals(hash(previous, link.event))) {
        return Optional.of(expected);
      }
      previous = link.hash;
    }
    return Optional.empty();
  }

  private static final String SELECT =
      """
      select sequence, happened_at, actor, action, subject_type, subject_id, patient_id, reason, previous_hash, hash
      from audit_event
      """;

  private static Link link(ResultSet row, int n) throws SQLException {
    return new Link(
        new AuditEvent(
            row.getLong("sequence"),
            row.getTimestamp("happened_at").toInstant(),
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject_type"),
            row.getString("subject_id"),
            row.getObject("patient_id", Long.class),
            row.getString("reason")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static String hash(String previous, AuditEvent event) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(previous));
      // Length before each field, so that no two different rows can spell the same bytes.
      for (Object field :
          new @Nullable Object[] {
            event.sequence(),
            event.happenedAt(),
            event.actor(),
            event.action(),
            event.subjectType(),
            event.subjectId(),
            event.patientId(),
            event.reason()
          }) {
        byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

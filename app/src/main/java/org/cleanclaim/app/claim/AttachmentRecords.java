package org.cleanclaim.app.claim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of claims' documents.
@Component
class AttachmentRecords {
  private static final String SELECT =
      """
      select a.claim_attachment_id, a.public_id, a.claim_id, a.service_line, a.report_type, a.transmission,
        a.control_number, a.is_announced, a.file_name, a.media_type, a.byte_count, a.sha256, a.added_by, a.added_at,
        (select s.status from record_sending s join record_sending_attachment x using (record_sending_id)
          where x.claim_attachment_id = a.claim_attachment_id order by s.record_sending_id desc limit 1) as sending
      from claim_attachment a
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AttachmentRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  ClaimAttachment insert(
      ClaimId claim, NewAttachment added, String controlNumber, boolean isAnnounced) {
    var id =
        jdbc.sql(
                """
                insert into claim_attachment (claim_id, service_line, report_type, transmission, control_number,
                  is_announced, file_name, media_type, byte_count, sha256, content, added_by, added_at)
                values (:claim, :line, :type, :way, :number, :announced, :name, :media, :bytes, :sha, :content, :by, :now)
                returning public_id
                """)
            .param("claim", claim.value())
            .param("line", added.serviceLine(), Types.INTEGER)
            .param("type", added.reportType())
            .param("way", added.transmission())
            .param("number", controlNumber)
            .param("announced", isAnnounced)
            .param("name", added.fileName())
            .param("media", added.mediaType())
            .param("bytes", added.content().length)
            .param("sha", sha256(added.content()))
            .param("content", added.content())
            .param("by", Acting.actor().name())
            .param("now", Timestamp.from(clock.instant()))
            .query(UUID.class)
            .single();
    return find(id).orElseThrow();
  }

  Optional<ClaimAttachment> find(UUID id) {
    return jdbc.sql(SELECT + "where a.public_id = :id and a.withdrawn_at is null")
        .param("id", id)
        .query(AttachmentRecords::attachment)
        .optional();
  }

  List<ClaimAttachment> of(Collection<ClaimId> claims) {
    return jdbc.sql(
            SELECT
                + "where a.claim_id = any (:claims) and a.withdrawn_at is null order by"
                + " a.claim_attachment_id")
        .param("claims", claims.stream().map(ClaimId::value).toArray(Long[]::new))
        .query(AttachmentRecords::attachment)
        .list();
  }

  byte[] content(long id) {
    return jdbc.sql("select content from claim_attachment where claim_attachment_id = :id")
        .param("id", id)
        .query((row, n) -> row.getBytes("content"))
        .single();
  }

  void withdraw(long id, String why) {
    jdbc.sql(
            """
            update claim_attachment set withdrawn_by = :by, withdrawn_at = :now, withdrawn_why = :why
            where claim_attachment_id = :id and withdrawn_at is null
            """)
        .param("by", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("why", why)
        .param("id", id)
        .update();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static ClaimAttachment attachment(ResultSet row, int n) throws SQLException {
    return new ClaimAttachment(
        row.getLong("claim_attachment_id"),
        row.getObject("public_id", UUID.class),
        row.getLong("claim_id"),
        row.getObject("service_line", Integer.class),
        row.getString("report_type"),
        row.getString("transmission"),
        row.getString("control_number"),
        row.getBoolean("is_announced"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getInt("byte_count"),
        row.getString("sha256"),
        row.getString("added_by"),
        row.getTimestamp("added_at").toInstant(),
        row.getString("sending"));
  }
}

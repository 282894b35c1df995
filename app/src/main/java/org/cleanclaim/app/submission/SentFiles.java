package org.cleanclaim.app.submission;

import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.claim.ClaimId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Files of claims that went out, found by the numbers that come back in what answers them.
@Component
class SentFiles {
  record Sent(long submissionId, long fileId) {}

  private final JdbcClient jdbc;

  SentFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By ISA13, which a 277CA gives back as the reference of the batch (BHT03 of the 837).
  Optional<Sent> ofInterchange(String number) {
    return find("interchange_control_number", number);
  }

  /// By GS06.
  Optional<Sent> ofGroup(String number) {
    return find("group_control_number", number);
  }

  private Optional<Sent> find(String column, String number) {
    return jdbc.sql(
            """
            select submission_id, exchanged_file_id
            from submission
            where ltrim(%s, '0') = ltrim(:number, '0')
            """
                .formatted(column))
        .param("number", number.strip())
        .query((row, n) -> new Sent(row.getLong("submission_id"), row.getLong("exchanged_file_id")))
        .optional();
  }

  void setStatus(Sent sent, String status) {
    jdbc.sql("update submission set status = :status where submission_id = :id")
        .param("status", status)
        .param("id", sent.submissionId())
        .update();
  }

  /// Its claims; one that has gone out again since is not moved by what comes late for an earlier
  /// file.
  List<ClaimId> claims(Sent sent) {
    return jdbc.sql(
            """
            select c.claim_id
            from submission_claim c
            where c.submission_id = :id and not exists (
              select from submission_claim l where l.claim_id = c.claim_id and l.submission_id > c.submission_id)
            order by c.claim_id
            """)
        .param("id", sent.submissionId())
        .query((row, n) -> new ClaimId(row.getLong("claim_id")))
        .list();
  }
}

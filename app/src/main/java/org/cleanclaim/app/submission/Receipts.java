package org.cleanclaim.app.submission;

import java.sql.Timestamp;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What came back for files of claims, kept with the file that said so.
@Component
class Receipts {
  private final JdbcClient jdbc;
  private final Clock clock;

  Receipts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The same answer of the same file is kept once.
  void keep(
      long submissionId, @Nullable Long claimId, String kind, String answer, long exchangedFileId) {
    jdbc.sql(
            """
            insert into submission_receipt (submission_id, claim_id, kind, answer, exchanged_file_id, received_at)
            values (:submission, :claim, :kind, :answer, :file, :now)
            on conflict do nothing
            """)
        .param("submission", submissionId)
        .param("claim", claimId)
        .param("kind", kind)
        .param("answer", answer)
        .param("file", exchangedFileId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// A 277CA is about the latest submission of its claim.
  void keepForClaim(long claimId, String answer, long exchangedFileId) {
    jdbc.sql(
            "select submission_id from submission_claim where claim_id = :claim order by"
                + " submission_id desc limit 1")
        .param("claim", claimId)
        .query(Long.class)
        .optional()
        .ifPresent(submission -> keep(submission, claimId, "277CA", answer, exchangedFileId));
  }
}

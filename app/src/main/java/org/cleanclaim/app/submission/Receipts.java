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

  /// A 277CA is about the submission of its claim whose number comes back, else about the latest.
  ///
  /// @param number of the interchange that the claim went in; null when it does not come back
  /// @return whether the claim has not gone out again since
  boolean keepForClaim(long claimId, @Nullable String number, String answer, long exchangedFileId) {
    var submissions =
        jdbc.sql(
                """
                select s.submission_id
                from submission_claim c
                join submission s using (submission_id)
                where c.claim_id = :claim
                order by (ltrim(s.interchange_control_number, '0') = ltrim(:number, '0')) desc nulls last,
                  s.submission_id desc
                """)
            .param("claim", claimId)
            .param("number", number == null ? null : number.strip())
            .query(Long.class)
            .list();
    if (submissions.isEmpty()) return true;
    long answered = submissions.getFirst();
    keep(answered, claimId, "277CA", answer, exchangedFileId);
    return submissions.stream().allMatch(s -> s <= answered);
  }
}

package org.cleanclaim.app.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.coverage.EligibilityCheck.Trouble;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.eligibility.EligibilityAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What payers answer to questions about coverage (271), kept beside the question with the file it
/// came in. A later answer to the same question, which some payers promise (AAA04 is Y), takes the
/// place of the earlier one; a file that comes again changes nothing.
@Component
@Transactional
public class PayerAnswers {
  private record Asked(
      long id,
      long coverageId,
      String trace,
      LocalDate asOf,
      @Nullable EligibilityAnswer answer,
      @Nullable Long answerFileId) {}

  private static final String SELECT =
      """
      select eligibility_check_id, coverage_id, trace, as_of, answer, answer_file_id
      from eligibility_check
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final AuditTrail audit;
  private final Clock clock;

  PayerAnswers(JdbcClient jdbc, JsonColumns json, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  /// Keeps an answer. One that refuses the payer or the provider names no question (TRN); it is
  /// about every question of the file whose reference it gives back.
  ///
  /// @param reference of the file of questions (BHT03), null when it does not come back
  /// @return false when no question of ours is meant, or the same file has answered it otherwise
  public boolean receive(EligibilityAnswer answer, @Nullable String reference, long fileId) {
    String trace = answer.trace();
    var asked = trace == null ? ofFile(answer, reference, fileId) : traced(trace);
    boolean isKept = !asked.isEmpty();
    for (Asked one : asked) isKept &= keep(one, answer, fileId);
    return isKept;
  }

  /// The payer's system has refused a whole file of questions.
  public void refused(long questionFileId, String why) {
    jdbc.sql(
            """
            update eligibility_check set refused = :why
            where question_file_id = :file and answered_at is null
            """)
        .param("why", why)
        .param("file", questionFileId)
        .update();
  }

  private List<Asked> traced(String trace) {
    return jdbc.sql(SELECT + "where trace = :trace for update")
        .param("trace", trace)
        .query(this::asked)
        .list();
  }

  private List<Asked> ofFile(EligibilityAnswer answer, @Nullable String reference, long fileId) {
    if (reference == null || answer.rejections().isEmpty()) return List.of();
    return jdbc.sql(
            SELECT
                + """
                where (answered_at is null or answer_file_id = :file) and question_file_id in (
                  select exchanged_file_id
                  from exchanged_file
                  where direction = 'SENT' and kind = '270'
                    and ltrim(interchange_control_number, '0') = ltrim(:reference, '0'))
                order by eligibility_check_id
                for update
                """)
        .param("file", fileId)
        .param("reference", reference.strip())
        .query(this::asked)
        .list();
  }

  private boolean keep(Asked asked, EligibilityAnswer answer, long fileId) {
    Long before = asked.answerFileId();
    if (before != null && before == fileId) return answer.equals(asked.answer());
    if (before != null && before > fileId) return true;
    jdbc.sql(
            """
            update eligibility_check
            set status = :status, answer = :answer::jsonb, answered_at = :now, answer_file_id = :file,
              is_in_order = :inOrder, settled_at = null, settled_by = null, settled_note = null
            where eligibility_check_id = :id
            """)
        .param("status", answer.status().name())
        .param("answer", json.write(answer))
        .param("now", Timestamp.from(clock.instant()))
        .param("file", fileId)
        .param("inOrder", Trouble.of(answer, asked.asOf()) == Trouble.OK)
        .param("id", asked.id())
        .update();
    if (asked.answer() != null) {
      audit.record("answered anew", "coverage", asked.coverageId(), null, asked.trace());
    }
    return true;
  }

  private Asked asked(ResultSet row, int n) throws SQLException {
    String answer = row.getString("answer");
    return new Asked(
        row.getLong("eligibility_check_id"),
        row.getLong("coverage_id"),
        row.getString("trace"),
        Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
        answer == null ? null : json.read(answer, EligibilityAnswer.class),
        row.getObject("answer_file_id", Long.class));
  }
}

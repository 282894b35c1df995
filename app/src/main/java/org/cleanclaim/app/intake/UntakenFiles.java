package org.cleanclaim.app.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.storage.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Received files of which something found nobody: a transaction that cannot be read, of another
/// version or kind, or about something that was never sent. Each waits until a person says what
/// became of it.
@Component
@Transactional
public class UntakenFiles {
  private static final int LONGEST = 500;

  /// A file that waits.
  ///
  /// @param file to download it
  /// @param parts how many of its parts found nobody
  /// @param why what is wrong with it, as far as it was seen
  public record UntakenFile(
      UUID id, UUID file, String name, String kind, Instant receivedAt, int parts, String why) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  UntakenFiles(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /// Keeps a file on the list, once.
  void keep(long fileId, int parts, String why) {
    jdbc.sql(
            """
            insert into untaken_file (exchanged_file_id, parts, why, kept_at)
            values (:file, :parts, :why, :now)
            on conflict do nothing
            """)
        .param("file", fileId)
        .param("parts", parts)
        .param("why", why.substring(0, Math.min(why.length(), LONGEST)))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /// Those that wait, the oldest first.
  @Transactional(readOnly = true)
  public ListPage<UntakenFile> open(int page) {
    return ListPage.of(
        jdbc.sql(
            """
            select u.public_id, f.public_id as file, f.name, f.kind, f.exchanged_at, u.parts, u.why
            from untaken_file u
            join exchanged_file f using (exchanged_file_id)
            where u.settled_at is null
            order by u.untaken_file_id
            """
                + ListPage.PART),
        UntakenFiles::file,
        page);
  }

  /// Somebody says what became of it.
  ///
  /// @throws IllegalStateException when nothing is said, or somebody was faster
  public void settle(UUID id, String word) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    if (word.strip().length() < 5) {
      throw new IllegalStateException("Say what became of the file, in at least five characters.");
    }
    int settled =
        jdbc.sql(
                """
                update untaken_file
                set settled_at = :now, settled_by = :actor, outcome = :word
                where public_id = :id and settled_at is null
                """)
            .param("now", Timestamp.from(clock.instant()))
            .param("actor", Acting.actor().name())
            .param("word", word.strip())
            .param("id", id)
            .update();
    if (settled == 0) throw new IllegalStateException("This was settled already.");
    audit.record("settled", "untaken file", id, null, word.strip());
  }

  private static UntakenFile file(ResultSet row, int n) throws SQLException {
    return new UntakenFile(
        row.getObject("public_id", UUID.class),
        row.getObject("file", UUID.class),
        row.getString("name"),
        row.getString("kind"),
        row.getTimestamp("exchanged_at").toInstant(),
        row.getInt("parts"),
        row.getString("why"));
  }
}

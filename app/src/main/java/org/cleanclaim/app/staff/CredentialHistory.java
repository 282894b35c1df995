package org.cleanclaim.app.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.staff.PastCredential.End;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What credentials were before; it is only added to.
@Component
class CredentialHistory {
  private final JdbcClient jdbc;
  private final Clock clock;

  CredentialHistory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// What a person's credentials were before, the latest first.
  List<PastCredential> of(StaffMember member) {
    return jdbc.sql(
            """
            select p.public_id, p.credential, p.number, p.issued_on, p.expires_on, p.proof_reference, p.ended_because,
              p.ended_by, p.ended_at,
              (select f.public_id from exchanged_file f where f.exchanged_file_id = p.proof_file_id) as proof_file
            from staff_credential_past p
            where p.staff_member_id = :member
            order by p.staff_credential_past_id desc
            """)
        .param("member", member.id())
        .query((row, n) ->
            new PastCredential(
                row.getObject("public_id", UUID.class),
                row.getString("credential"),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getString("proof_reference"),
                row.getObject("proof_file", UUID.class),
                End.valueOf(row.getString("ended_because")),
                row.getString("ended_by"),
                row.getTimestamp("ended_at").toInstant()))
        .list();
  }

  /// Keeps a credential as it is, before something takes its place.
  void keep(Credential credential, End because) {
    jdbc.sql(
            """
            insert into staff_credential_past (staff_member_id, credential, number, issued_on, expires_on,
              proof_reference, proof_file_id, ended_because, ended_by, ended_at)
            select staff_member_id, credential, number, issued_on, expires_on, proof_reference, proof_file_id, :because,
              :actor, :now
            from staff_credential
            where staff_credential_id = :id
            """)
        .param("because", because.name())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", credential.id())
        .update();
  }
}

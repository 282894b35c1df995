package org.cleanclaim.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void tellsWhereTheChainIsBroken() throws SQLException {
    assertThat(verify()).isEmpty();
    tamper("update audit_event set actor = actor || '!' where sequence = 17");
    try {
      assertThat(verify()).contains(17L);
    } finally {
      tamper("update audit_event set actor = rtrim(actor, '!') where sequence = 17");
    }
    assertThat(verify()).isEmpty();
  }

  @Test
  void recordsWhoReadAPatient() {
    var body = server.get("mara", "/api/v1/patients?q=Hollis").body();
    String id = body.substring(body.indexOf("\"id\":\"") + 6, body.indexOf("\"id\":\"") + 42);

    assertThat(server.get("mara", "/patients/" + id).statusCode()).isEqualTo(200);

    assertThat(
            server.<java.util.List<AuditTrail.AuditEvent>, RuntimeException>inPractice(
                () -> server.bean(AuditTrail.class).latest(null, 1)))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.actor()).isEqualTo("mara");
          assertThat(e.action()).isEqualTo("read");
          assertThat(e.patientId()).isNotNull();
        });
  }

  private java.util.Optional<Long> verify() {
    return server.inPractice(() -> server.bean(AuditTrail.class).verify());
  }

  /// As somebody with the owner's rights would do it, past the trigger.
  private void tamper(String sql) throws SQLException {
    try (var connection = server.ownerConnection();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql);
    }
  }
}

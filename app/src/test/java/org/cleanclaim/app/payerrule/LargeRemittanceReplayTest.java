package org.cleanclaim.app.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A replay knows the decisions of remittances whose content was too large to be kept beside them.
class LargeRemittanceReplayTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void decisionsThatLieInFilesAreTheSame() {
    WrittenRules.undone(
        Role.MANAGER,
        () -> {
          var kept = decided();
          int emptied =
              server
                  .bean(JdbcClient.class)
                  .sql(
                      """
                      update remittance set content = jsonb_set(content, '{claims}', '[]')
                      where exchanged_file_id is not null and claim_count > 0 and status = 'POSTED'
                      """)
                  .update();

          assertThat(emptied).isPositive();
          assertThat(kept).hasSizeGreaterThan(20);
          assertThat(decided()).containsExactlyInAnyOrderElementsOf(kept);
        });
  }

  private List<PastClaim> decided() {
    var claims = new ArrayList<PastClaim>();
    server.bean(PastClaims.class).each(claims::add);
    return claims;
  }
}

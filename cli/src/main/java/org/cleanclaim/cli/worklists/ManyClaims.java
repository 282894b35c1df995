package org.cleanclaim.cli.worklists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// Fills an empty database with the claims of some years, as `many-claims.sql` draws them.
final class ManyClaims {
  private ManyClaims() {}

  /// @param snapshot a frozen claim as JSON; all have this one
  static void fill(Connection owner, long organization, String snapshot, int claims)
      throws SQLException, IOException {
    String script =
        script()
            .replace("{claims}", Integer.toString(claims))
            .replace("{organization}", Long.toString(organization))
            .replace("{snapshot}", snapshot.replace("'", "''"));
    try (var statement = owner.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(script);
      statement.execute("vacuum (analyze)");
      statement.execute("checkpoint");
    }
  }

  private static String script() throws IOException {
    try (InputStream in = ManyClaims.class.getResourceAsStream("many-claims.sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

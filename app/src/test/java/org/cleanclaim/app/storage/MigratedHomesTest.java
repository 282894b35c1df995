package org.cleanclaim.app.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.cleanclaim.postgres.PostgresServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What migrations do to the rows of a home that was made before them. The owner is no superuser,
/// so that row-level security binds it as it does in a practice's own database.
class MigratedHomesTest {
  private static final String OWNER = "old_owner";
  private static final String PASSWORD = "old";

  @TempDir private Path home;

  private String url;

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(url, OWNER, PASSWORD)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private Connection oldHome(PostgresServer postgres, String version) throws SQLException {
    var server = postgres.connection();
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create role cleanclaim_app");
      statement.execute("create role %s login createrole password '%s'".formatted(OWNER, PASSWORD));
      statement.execute("create database old_home owner " + OWNER);
    }
    url = server.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/old_home$1");
    migrate(version);
    var connection = DriverManager.getConnection(url, server.user(), server.password());
    execute(
        connection,
        """
        set session_replication_role = replica;
        insert into organization (name, npi, tax_id, taxonomy, address_line, city, state, postal_code, created_at)
        values ('Old', '1346219870', '123456789', '207Q00000X', '1 Main Street', 'Marlow', 'OH', '43215', now())
        """);
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  @Test
  void answersAboutEligibilityThatCameBeforeAreJudged() throws Exception {
    try (var postgres = PostgresServer.start(home);
        var connection = oldHome(postgres, "147")) {
      execute(
          connection,
          """
          insert into eligibility_check (organization_id, coverage_id, trace, as_of, asked_at, status, answer)
          select 1, row_number() over (), trace, date '2026-02-01', now(), status, cast(answer as jsonb)
          from (values
            ('in its dates', 'ACTIVE', '{"dates": [{"qualifier": "346", "from": "2026-01-01"},
              {"qualifier": "347", "through": "2026-12-31"}], "benefits": []}'),
            ('in its span', 'ACTIVE', '{"dates": [{"qualifier": "291", "from": "2026-01-01", "through": "2026-12-31"}]}'),
            ('no dates', 'ACTIVE', '{"dates": [], "benefits": [{"kindCode": "1"}]}'),
            ('ended', 'ACTIVE', '{"dates": [{"qualifier": "346", "from": "2025-01-01"},
              {"qualifier": "347", "through": "2025-12-31"}]}'),
            ('not begun', 'ACTIVE', '{"dates": [{"qualifier": "346", "from": "2026-03-01"}]}'),
            ('names another', 'ACTIVE', '{"dates": [], "benefits": [{"kindCode": "R"}]}'),
            ('inactive', 'INACTIVE', '{"dates": [], "benefits": []}'),
            ('unanswered', 'ASKED', null)) old (trace, status, answer)
          """);

      migrate("148");

      assertThat(
              read(
                  connection,
                  "select string_agg(trace, ', ' order by trace) from eligibility_check where"
                      + " is_in_order"))
          .isEqualTo("in its dates, in its span, no dates");
      assertThat(read(connection, "select count(*) from eligibility_check")).isEqualTo("8");
    }
  }

  @Test
  void thePolicyOfPatientBillingHoldsFromTheDayOnWhichItWasSaved() throws Exception {
    try (var postgres = PostgresServer.start(home);
        var connection = oldHome(postgres, "150")) {
      execute(
          connection,
          """
          insert into billing_policy values (1, 30, 30, 3, 120, false, 5, 60, 25, 24, 25, 10, 2, 14, 30, 15650, 5500,
            'HHS 2025', '200=100', 'mara', '2026-03-01 03:00Z', 4, 60)
          """);

      migrate("151");

      assertThat(
              read(
                  connection,
                  "select effective_on || ' ' || version || ' ' || saved_by from billing_policy"))
          .isEqualTo("2026-02-28 4 mara");
      assertThat(
              read(
                  connection,
                  """
                  select has_table_privilege('cleanclaim_app', 'billing_policy', 'update')
                    or has_table_privilege('cleanclaim_app', 'billing_policy', 'delete')
                  """))
          .isEqualTo("f");
    }
  }
}

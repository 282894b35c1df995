package org.cleanclaim.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.kernel.Money;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final DemoServer server = DemoServer.shared();

  @Test
  void theDatabaseRefusesAPostingThatDoesNotSumToZero() {
    assertThatThrownBy(() ->
            inPractice(
                """
                insert into posting (kind, reason, source, idempotency_key, effective_on, posted_at, actor)
                values ('TEST', 'test', 'test', 'unbalanced', current_date, now(), 'test')
                """,
                """
                insert into entry (posting_id, position, account, amount, effective_on)
                select posting_id, 1, 'BANK', 5.00, effective_on from posting where idempotency_key = 'unbalanced'
                """,
                """
                insert into entry (posting_id, position, account, amount, effective_on)
                select posting_id, 2, 'CHARGES', -4.99, effective_on from posting where idempotency_key = 'unbalanced'
                """))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("does not balance");
  }

  @Test
  void theDatabaseRefusesToChangeOrDeleteWhatIsPosted() {
    assertThatThrownBy(() -> inPractice("update entry set amount = amount + 1"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> inPractice("delete from posting"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> inPractice("delete from audit_event"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void theDraftRefusesTwoSidesThatDiffer() {
    assertThatThrownBy(() ->
            PostingDraft.of("TEST", "test", "test", "k", LocalDate.of(2026, 1, 1))
                .debit(Account.BANK, Money.of("5.00"), null, null)
                .credit(Account.CHARGES, Money.of("4.99"), null, null)
                .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherPracticeSeesNothing() throws SQLException {
    try (var connection = server.applicationConnection();
        var statement = connection.createStatement()) {
      for (String table : new String[] {"patient", "claim", "entry", "document", "audit_event"}) {
        connection.setAutoCommit(false);
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          assertThat(rows.getInt(1)).as(table + " without an organization").isZero();
        }
        statement.execute("select set_config('cleanclaim.organization_id', '999', true)");
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          assertThat(rows.getInt(1)).as(table + " of another organization").isZero();
        }
        connection.rollback();
      }
      statement.execute("select set_config('cleanclaim.organization_id', '999', true)");
      assertThatThrownBy(() ->
              statement.execute(
                  """
                  insert into demo_step (organization_id, step, done_at)
                  select organization_id, 'stolen', now() from organization
                  """))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void everyTableOfAPracticeIsUnderRowLevelSecurity() throws SQLException {
    try (var connection = server.ownerConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
                  and c.relname not in ('organization', 'user_account', 'deadline_feed', 'statement_link')
                """)) {
      assertThat(rows.next()).as("a tenant table without a policy").isFalse();
    }
  }

  private void inPractice(String... statements) throws SQLException {
    try (var connection = server.applicationConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('cleanclaim.organization_id', (select min(organization_id) from"
              + " organization)::text, true)");
      for (String sql : statements) statement.execute(sql);
      connection.commit();
    }
  }
}

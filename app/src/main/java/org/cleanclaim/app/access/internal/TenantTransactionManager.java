package org.cleanclaim.app.access.internal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Tells each transaction which organization it works for, so that row-level security shows that
/// one alone. A transaction without an actor sees no tenant rows.
final class TenantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    Acting.current().ifPresent(this::nameOrganization);
  }

  private void nameOrganization(Actor actor) {
    var connection = DataSourceUtils.getConnection(obtainDataSource());
    try (var statement =
        connection.prepareStatement("select set_config('cleanclaim.organization_id', ?, true)")) {
      statement.setString(1, Long.toString(actor.organizationId()));
      statement.execute();
    } catch (SQLException e) {
      throw new CannotCreateTransactionException("the organization could not be named", e);
    }
  }
}

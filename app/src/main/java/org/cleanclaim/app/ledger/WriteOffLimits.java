package org.cleanclaim.app.ledger;

import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What somebody may give up alone.
@Component
@Transactional(readOnly = true)
public class WriteOffLimits {
  /// What each role may give up alone until the practice says otherwise.
  private static final Money BILLER_LIMIT = Money.of("100");

  private static final Money MANAGER_LIMIT = Money.of("1000");

  private final JdbcClient jdbc;

  WriteOffLimits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The limit of whoever acts: the highest of their roles.
  public Money ofActor() {
    Money limit = Money.ZERO;
    for (Role role : Acting.actor().roles()) {
      Money standard =
          switch (role) {
            case BILLER -> BILLER_LIMIT;
            case MANAGER -> MANAGER_LIMIT;
            case CODER, FRONT_DESK, AUDITOR, ADMIN, PROVIDER -> Money.ZERO;
          };
      Money own =
          jdbc.sql("select amount from write_off_limit where role = :role")
              .param("role", role.name())
              .query((row, n) -> Money.of(row.getBigDecimal("amount").toPlainString()))
              .optional()
              .orElse(standard);
      limit = limit.max(own);
    }
    return limit;
  }
}

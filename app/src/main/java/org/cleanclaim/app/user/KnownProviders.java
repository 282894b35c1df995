package org.cleanclaim.app.user;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The providers of the practice's visits, for whoever says which of them a user is.
@Component
@Transactional(readOnly = true)
public class KnownProviders {
  /// A provider as the visits name it.
  public record KnownProvider(String npi, String name) {}

  private final JdbcClient jdbc;

  KnownProviders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By name, one line an NPI.
  public List<KnownProvider> all() {
    return jdbc.sql(
            """
            select provider_npi, min(concat_ws(', ', provider_name, provider_first_name)) as name
            from encounter
            where provider_npi is not null
            group by provider_npi
            order by name, provider_npi
            """)
        .query((row, n) -> new KnownProvider(row.getString("provider_npi"), row.getString("name")))
        .list();
  }
}

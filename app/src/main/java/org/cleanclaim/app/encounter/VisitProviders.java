package org.cleanclaim.app.encounter;

import java.util.List;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The providers of the practice, as their latest visits name them.
@Component
@Transactional(readOnly = true)
public class VisitProviders {
  /// A provider with the specialty of the latest visit.
  public record KnownProvider(Npi npi, PersonName name, Taxonomy taxonomy, String specialty) {}

  private final JdbcClient jdbc;

  VisitProviders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// By name, one an NPI.
  public List<KnownProvider> all() {
    return jdbc.sql(
            """
            with recursive known (npi) as (
              select min(provider_npi) from encounter
              union all
              select (select min(e.provider_npi) from encounter e where e.provider_npi > k.npi)
              from known k
              where k.npi is not null)
            select k.npi, l.provider_name, l.provider_first_name, l.provider_taxonomy, l.specialty
            from known k
            cross join lateral (
              select e.provider_name, e.provider_first_name, e.provider_taxonomy, e.specialty
              from encounter e
              where e.provider_npi = k.npi
              order by e.encounter_id desc
              limit 1) l
            order by l.provider_name, l.provider_first_name, k.npi
            """)
        .query((row, n) ->
            new KnownProvider(
                new Npi(row.getString("npi")),
                new PersonName(
                    row.getString("provider_name"), row.getString("provider_first_name")),
                new Taxonomy(row.getString("provider_taxonomy")),
                row.getString("specialty")))
        .list();
  }
}

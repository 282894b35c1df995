package org.cleanclaim.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The practices on this server.
@Component
@Transactional
public class Organizations {
  private static final RowMapper<Organization> ORGANIZATION =
      (row, n) ->
          new Organization(
              row.getLong("organization_id"),
              row.getString("name"),
              new Npi(row.getString("npi")),
              new TaxId(row.getString("tax_id"), TaxId.Kind.EMPLOYER),
              new Taxonomy(row.getString("taxonomy")),
              new Address(
                  row.getString("address_line"),
                  null,
                  row.getString("city"),
                  row.getString("state"),
                  row.getString("postal_code")),
              row.getString("phone"),
              row.getString("time_zone"));

  private static final String SELECT =
      """
      select organization_id, name, npi, tax_id, taxonomy, address_line, city, state, postal_code, phone, time_zone
      from organization
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReadOnce<Long, Organization> practices = new ReadOnce<>(this::read);

  Organizations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Registers a practice, or finds it by its NPI when it is known already. The id of the argument
  /// is not read.
  public Organization register(Organization practice) {
    jdbc.sql(
            """
            insert into organization (name, npi, tax_id, taxonomy, address_line, city, state, postal_code, phone,
              time_zone, created_at)
            values (:name, :npi, :taxId, :taxonomy, :addressLine, :city, :state, :postalCode, :phone, :zone, :now)
            on conflict (npi) do nothing
            """)
        .param("name", practice.name())
        .param("npi", practice.npi().value())
        .param("taxId", practice.taxId().value())
        .param("taxonomy", practice.taxonomy().value())
        .param("addressLine", practice.address().line1())
        .param("city", practice.address().city())
        .param("state", practice.address().state())
        .param("postalCode", practice.address().postalCode())
        .param("phone", practice.phone())
        .param("zone", practice.timeZone())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return find(practice.npi()).orElseThrow();
  }

  @Transactional(readOnly = true)
  public Optional<Organization> find(Npi npi) {
    return jdbc.sql(SELECT + "where npi = :npi")
        .param("npi", npi.value())
        .query(ORGANIZATION)
        .optional();
  }

  /// Today by the calendar of the practice.
  @Transactional(readOnly = true)
  public LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of(current().timeZone())));
  }

  /// The practice that the current actor works for.
  @Transactional(readOnly = true)
  public Organization current() {
    return practices.get(Acting.actor().organizationId());
  }

  private Map<Long, Organization> read(Set<Long> ids) {
    return jdbc
        .sql(SELECT + "where organization_id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(ORGANIZATION)
        .stream()
        .collect(Collectors.toMap(Organization::id, practice -> practice));
  }

  @Transactional(readOnly = true)
  public List<Organization> all() {
    return jdbc.sql(SELECT + "order by organization_id").query(ORGANIZATION).list();
  }
}

package org.cleanclaim.app.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.storage.ReadOnce;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.PayerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The payer directory.
@Component
@Transactional
public class Payers {
  private static final String SELECT =
      """
      select payer_id, slug, name, electronic_id, filing_code, timely_filing_days, member_id_pattern,
        authorization_required
      from payer
      """;

  private final JdbcClient jdbc;
  private final ReadOnce<Long, Payer> payers = new ReadOnce<>(this::read);

  Payers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a payer, or finds the one with that slug. The id of the argument is not read.
  public Payer register(Payer payer) {
    jdbc.sql(
            """
            insert into payer (slug, name, electronic_id, filing_code, timely_filing_days, member_id_pattern,
              authorization_required)
            values (:slug, :name, :electronicId, :filing, :days, :pattern, :authorization)
            on conflict (organization_id, slug) do nothing
            """)
        .param("slug", payer.slug())
        .param("name", payer.name())
        .param("electronicId", payer.electronicId().value())
        .param("filing", payer.filing().code())
        .param("days", payer.timelyFilingDays())
        .param("pattern", payer.memberIdPattern())
        .param(
            "authorization",
            payer.authorizationRequired().stream()
                .map(ProcedureCode::value)
                .sorted()
                .toArray(String[]::new))
        .update();
    return jdbc.sql(SELECT + "where slug = :slug")
        .param("slug", payer.slug())
        .query(Payers::payer)
        .single();
  }

  /// Changes what is on file of a payer, by its id; the short name and the procedures that need an
  /// authorization stay.
  void change(Payer payer) {
    jdbc.sql(
            """
            update payer
            set name = :name, electronic_id = :electronicId, filing_code = :filing, timely_filing_days = :days,
              member_id_pattern = :pattern
            where payer_id = :id
            """)
        .param("id", payer.id())
        .param("name", payer.name())
        .param("electronicId", payer.electronicId().value())
        .param("filing", payer.filing().code())
        .param("days", payer.timelyFilingDays())
        .param("pattern", payer.memberIdPattern())
        .update();
  }

  @Transactional(readOnly = true)
  public Payer get(long id) {
    return payers.get(id);
  }

  private Map<Long, Payer> read(Set<Long> ids) {
    return jdbc
        .sql(SELECT + "where payer_id = any (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query(Payers::payer)
        .stream()
        .collect(Collectors.toMap(Payer::id, payer -> payer));
  }

  /// The payer that a file names by the number that claims go to, by another one of the directory
  /// or, failing that, by its name.
  @Transactional(readOnly = true)
  public Optional<Payer> named(String electronicId, String name) {
    return jdbc.sql(
            SELECT
                + """
                where electronic_id = :electronicId or lower(name) = lower(:name)
                  or payer_id in (select payer_id from payer_identifier where identifier = :electronicId)
                order by electronic_id = :electronicId desc,
                  payer_id in (select payer_id from payer_identifier where identifier = :electronicId) desc
                limit 1
                """)
        .param("electronicId", electronicId)
        .param("name", name)
        .query(Payers::payer)
        .optional();
  }

  @Transactional(readOnly = true)
  public List<Payer> all() {
    return jdbc.sql(SELECT + "order by name").query(Payers::payer).list();
  }

  private static Payer payer(ResultSet row, int n) throws SQLException {
    var codes = new HashSet<ProcedureCode>();
    Arrays.stream((String[]) row.getArray("authorization_required").getArray())
        .map(ProcedureCode::new)
        .forEach(codes::add);
    return new Payer(
        row.getLong("payer_id"),
        row.getString("slug"),
        row.getString("name"),
        new PayerId(row.getString("electronic_id")),
        FilingIndicator.ofCode(row.getString("filing_code")).orElseThrow(),
        row.getInt("timely_filing_days"),
        row.getString("member_id_pattern"),
        codes);
  }
}

package org.cleanclaim.app.claim;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The links between lines of claims and charges of visits, for claims that hold several visits or
/// a part of one.
@Component
class ClaimSources {
  /// The sources of a claim in one column: `line:encounter:charge line:amount`, with a space
  /// between.
  static final String COLUMN =
      """
      (select string_agg(concat_ws(':', s.line, s.encounter_id, s.charge_line, s.amount), ' ' order by s.line)
        from claim_source s where s.claim_id = %s) as sources
      """;

  // Claims to first payers that stand, corrections among them only once they took over.
  private static final String STANDING =
      """
      c.status not in ('VOIDED', 'REPLACED') and c.correction is distinct from 'VOID' and c.follows_claim_id is null
      """;

  private final JdbcClient jdbc;

  ClaimSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static List<ClaimSource> read(ResultSet row) throws SQLException {
    return read(row.getString("sources"));
  }

  private static List<ClaimSource> read(@Nullable String column) {
    if (column == null) return List.of();
    return java.util.Arrays.stream(column.split(" ", -1))
        .map(one -> one.split(":", -1))
        .map(p ->
            new ClaimSource(
                Integer.parseInt(p[0]),
                new EncounterId(Long.parseLong(p[1])),
                Integer.parseInt(p[2]),
                Money.of(p[3])))
        .toList();
  }

  /// Keeps where the lines of a claim come from now.
  void keep(ClaimId id, List<ClaimSource> sources) {
    jdbc.sql("delete from claim_source where claim_id = :id").param("id", id.value()).update();
    if (sources.isEmpty()) return;
    jdbc.sql(
            """
            insert into claim_source (claim_id, line, encounter_id, charge_line, amount)
            select :id, line, encounter, charge, amount
            from unnest(:lines::int[], :encounters::bigint[], :charges::int[], :amounts::numeric[])
              as u (line, encounter, charge, amount)
            """)
        .param("id", id.value())
        .param("lines", sources.stream().map(ClaimSource::line).toArray(Integer[]::new))
        .param("encounters", sources.stream().map(s -> s.encounter().value()).toArray(Long[]::new))
        .param("charges", sources.stream().map(ClaimSource::chargeLine).toArray(Integer[]::new))
        .param(
            "amounts",
            sources.stream().map(s -> s.amount().toBigDecimal()).toArray(BigDecimal[]::new))
        .update();
  }

  /// Waits for whoever bills these visits just now, so that none is billed twice.
  void lock(List<EncounterId> visits) {
    jdbc.sql(
            """
            select encounter_id from encounter where encounter_id = any (:ids) order by encounter_id for update
            """)
        .param("ids", visits.stream().map(EncounterId::value).toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  /// The charge lines of a visit that other claims hold which stand.
  ///
  /// @param except the claims that do not count
  Set<Integer> heldByOthers(EncounterId visit, Set<Long> except) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct s.charge_line
                from claim_source s join claim c using (claim_id)
                where s.encounter_id = :visit and s.claim_id <> all (:except) and
                """
                    + STANDING)
            .param("visit", visit.value())
            .param("except", except.toArray(Long[]::new))
            .query(Integer.class)
            .list());
  }

  /// Whether another claim that stands bills the visit without naming its lines.
  boolean isWholeElsewhere(EncounterId visit, Set<Long> except) {
    return jdbc.sql(
            """
            select exists (
              select from claim c
              where c.encounter_id = :visit and c.claim_id <> all (:except)
                and not exists (select from claim_source s where s.claim_id = c.claim_id) and
            """
                + STANDING
                + ")")
        .param("visit", visit.value())
        .param("except", except.toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  /// The number of the next part of a visit's bill to a policy.
  int nextPart(EncounterId lead, long coverageId) {
    return jdbc.sql(
            """
            select coalesce(max(part), 0) + 1
            from claim
            where encounter_id = :lead and coverage_id = :coverage and status not in ('VOIDED', 'REPLACED')
            """)
        .param("lead", lead.value())
        .param("coverage", coverageId)
        .query(Integer.class)
        .single();
  }
}

package org.cleanclaim.app.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How findings fare: found, mended, overridden, and whether what was overridden was denied later.
/// A finding counts once per claim, rule and place, in the month in which it was first found.
@Component
@Transactional(readOnly = true)
public class FindingFigures {

  /// What became of findings. Each stands in one of fixed, overridden, waiting and sent along.
  ///
  /// @param fixed no longer found on the claim
  /// @param overridden the claim goes or went in spite of it
  /// @param waiting on a claim that may still be changed
  /// @param sentAlong went to the payer unmended, as warnings may
  /// @param deniedLater of the overridden ones: the payer denied something on the claim
  /// @param deniedAsExpected of these: with the reason code the rule expected
  public record Fate(
      int found,
      int fixed,
      int overridden,
      int waiting,
      int sentAlong,
      int deniedLater,
      int deniedAsExpected) {}

  public record RuleFate(String ruleId, Fate fate) {}

  /// @param month its first day
  public record MonthFate(LocalDate month, Fate fate) {}

  /// One override with its reason.
  ///
  /// @param deniedWith reason codes of the claim's denials, empty when nothing was denied
  public record GivenReason(
      UUID claimId,
      String controlNumber,
      String ruleId,
      String reason,
      String overriddenBy,
      Instant overriddenAt,
      String deniedWith) {}

  private static final String FATES =
      """
      with finding as (
        select f.claim_id, f.rule_id, f.place, min(f.found_at) as first_found_at, max(f.revision) as last_revision,
          min(f.expected_denial) as expected_denial
        from claim_finding f
        where :rule::text is null or f.rule_id = :rule
        group by f.claim_id, f.rule_id, f.place
      ), fate as (
        select f.rule_id, date_trunc('month', f.first_found_at at time zone :zone)::date as month,
          exists (select from finding_override o where o.claim_id = f.claim_id and o.rule_id = f.rule_id
            and o.place = f.place and o.withdrawn_at is null) as is_overridden,
          f.last_revision < c.revision as is_gone,
          c.status in ('DRAFT', 'HELD', 'READY', 'REJECTED') as is_open,
          exists (select from denial_case d where d.claim_id = f.claim_id and d.withdrawn_from is null) as is_denied,
          exists (select from denial_case d where d.claim_id = f.claim_id and d.withdrawn_from is null
            and d.reason_code = f.expected_denial) as is_denied_as_expected
        from finding f
        join claim c using (claim_id)
      )
      """;

  private static final String COUNTS =
      """
      count(*) as found,
        count(*) filter (where is_gone and not is_overridden) as fixed,
        count(*) filter (where is_overridden) as overridden,
        count(*) filter (where not is_gone and not is_overridden and is_open) as waiting,
        count(*) filter (where not is_gone and not is_overridden and not is_open) as sent_along,
        count(*) filter (where is_overridden and is_denied) as denied_later,
        count(*) filter (where is_overridden and is_denied_as_expected) as denied_as_expected
      from fate
      """;

  private final JdbcClient jdbc;
  private final Organizations organizations;

  FindingFigures(JdbcClient jdbc, Organizations organizations) {
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  /// By rule, the most frequent first.
  public List<RuleFate> byRule() {
    return fates(
            "select rule_id, " + COUNTS + "group by rule_id order by found desc, rule_id", null)
        .query((row, n) -> new RuleFate(row.getString("rule_id"), fate(row)))
        .list();
  }

  /// By month in the practice's time zone, of one rule where given.
  public List<MonthFate> byMonth(@Nullable String ruleId) {
    return fates("select month, " + COUNTS + "group by month order by month", ruleId)
        .query((row, n) -> new MonthFate(row.getObject("month", LocalDate.class), fate(row)))
        .list();
  }

  /// A page of the reasons given, the latest first, of one rule where given.
  public ListPage<GivenReason> reasons(@Nullable String ruleId, int page) {
    return ListPage.of(
        jdbc.sql(
                """
                select c.public_id, c.control_number, o.rule_id, o.reason, o.overridden_by, o.overridden_at,
                  (select coalesce(string_agg(distinct d.reason_code, ' ' order by d.reason_code), '')
                    from denial_case d where d.claim_id = o.claim_id and d.withdrawn_from is null) as denied_with
                from finding_override o
                join claim c using (claim_id)
                where o.withdrawn_at is null and (:rule::text is null or o.rule_id = :rule)
                order by o.overridden_at desc, o.finding_override_id desc
                """
                    + ListPage.PART)
            .param("rule", ruleId),
        (row, n) ->
            new GivenReason(
                row.getObject("public_id", UUID.class),
                row.getString("control_number"),
                row.getString("rule_id"),
                row.getString("reason"),
                row.getString("overridden_by"),
                row.getTimestamp("overridden_at").toInstant(),
                row.getString("denied_with")),
        page);
  }

  private JdbcClient.StatementSpec fates(String select, @Nullable String ruleId) {
    return jdbc.sql(FATES + select)
        .param("rule", ruleId)
        .param("zone", organizations.current().timeZone());
  }

  private static Fate fate(ResultSet row) throws SQLException {
    return new Fate(
        row.getInt("found"),
        row.getInt("fixed"),
        row.getInt("overridden"),
        row.getInt("waiting"),
        row.getInt("sent_along"),
        row.getInt("denied_later"),
        row.getInt("denied_as_expected"));
  }
}

package org.cleanclaim.app.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.cleanclaim.app.storage.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Findings of all claims, to work them by their cause rather than claim by claim. Each list is one
/// query.
@Component
@Transactional(readOnly = true)
public class FindingLists {

  /// Which findings of a claim's latest scrub.
  public enum State {
    /// Not overridden, on a claim that may still be changed.
    OPEN("f.finding_override_id is null and c.status in ('DRAFT', 'HELD', 'READY', 'REJECTED')"),
    /// Somebody sends the claim in spite of it.
    OVERRIDDEN("f.finding_override_id is not null"),
    /// All of latest scrubs, sent claims included.
    ALL("true");

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }
  }

  /// @param rule id, null for all; so for the others
  /// @param layer name of the layer
  /// @param severity name of the severity
  /// @param payer slug
  public record FindingFilter(
      @Nullable String rule,
      @Nullable String layer,
      @Nullable String severity,
      @Nullable String payer,
      State state) {
    public static final FindingFilter OPEN = new FindingFilter(null, null, null, null, State.OPEN);

    public FindingFilter ofRule(@Nullable String ruleId) {
      return new FindingFilter(ruleId, layer, severity, payer, state);
    }
  }

  /// One finding with its claim.
  ///
  /// @param revision the claim's revision that was scrubbed
  /// @param overriddenBy who sends the claim in spite of it, or null
  public record ListedFinding(
      UUID claimId,
      String controlNumber,
      int revision,
      String patient,
      String payer,
      LocalDate servedFrom,
      String status,
      String ruleId,
      String layer,
      String severity,
      String place,
      String message,
      String remedy,
      @Nullable String expectedDenial,
      @Nullable String overriddenBy,
      @Nullable String overrideReason) {}

  /// How many findings a rule has among those of a filter.
  public record RuleCount(String ruleId, String layer, String severity, int findings, int claims) {}

  /// How a rule has fared so far.
  ///
  /// @param open findings that wait now
  /// @param found claims it has found something on, ever
  /// @param overrides times somebody sent a claim in spite of it
  public record RuleRecord(String ruleId, int open, int found, int overrides) {}

  private static final String OF_CLAIMS =
      "claim c join claim_finding f on f.claim_id = c.claim_id and f.revision = c.revision\n";

  // Few claims wait among many that are done: their findings are looked up claim by claim.
  private static final String OPEN_OF_CLAIMS =
      """
      claim c cross join lateral (
        select o.claim_id, null::bigint as finding_override_id, o.rule_id, o.layer, o.severity
        from claim_finding o
        where o.claim_id = c.claim_id and o.revision = c.revision and o.finding_override_id is null
        offset 0) f
      """;

  private static final String FILTER =
      """
      where (:rule::text is null or f.rule_id = :rule)
        and (:layer::text is null or f.layer = :layer)
        and (:severity::text is null or f.severity = :severity)
        and (:payer::text is null or c.payer_id = (select payer_id from payer where slug = :payer))
        and %s
      """;

  private final JdbcClient jdbc;

  FindingLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Hands over all findings that fit, the latest service first.
  public void each(FindingFilter filter, Consumer<ListedFinding> to) {
    ListPage.each(fitting(filter), FindingLists::finding, to);
  }

  /// The first findings that fit, the latest service first.
  public List<ListedFinding> findings(FindingFilter filter, int limit) {
    return fitting(filter)
        .param("rows", limit)
        .param("skipped", 0)
        .query(FindingLists::finding)
        .list();
  }

  /// A page of the findings that fit, the latest service first.
  public ListPage<ListedFinding> findingPage(FindingFilter filter, int page) {
    return ListPage.of(fitting(filter), FindingLists::finding, page);
  }

  private JdbcClient.StatementSpec fitting(FindingFilter filter) {
    return filtered(
        """
        select c.public_id, c.control_number, c.revision, p.last_name || ', ' || p.first_name as patient,
          y.name as payer, c.served_from, c.status, f.rule_id, f.layer, f.severity, f.place, f.message, f.remedy,
          f.expected_denial, o.overridden_by, o.reason
        from claim_finding f
        join claim c on c.claim_id = f.claim_id and c.revision = f.revision
        join patient p using (patient_id)
        join payer y using (payer_id)
        left join finding_override o on o.finding_override_id = f.finding_override_id
        """
            + FILTER
            + "order by c.served_from desc, c.claim_id desc, f.position"
            + ListPage.PART,
        filter);
  }

  private static ListedFinding finding(ResultSet row, int n) throws SQLException {
    return new ListedFinding(
        row.getObject("public_id", UUID.class),
        row.getString("control_number"),
        row.getInt("revision"),
        row.getString("patient"),
        row.getString("payer"),
        row.getObject("served_from", LocalDate.class),
        row.getString("status"),
        row.getString("rule_id"),
        row.getString("layer"),
        row.getString("severity"),
        row.getString("place"),
        row.getString("message"),
        row.getString("remedy"),
        row.getString("expected_denial"),
        row.getString("overridden_by"),
        row.getString("reason"));
  }

  /// The findings that fit, counted by rule, the most frequent first.
  public List<RuleCount> counts(FindingFilter filter) {
    return filtered(
            """
            select f.rule_id, f.layer, min(f.severity) as severity, count(*) as findings,
              count(distinct f.claim_id) as claims
            from
            """
                + (filter.state() == State.OPEN ? OPEN_OF_CLAIMS : OF_CLAIMS)
                + FILTER
                + "group by f.rule_id, f.layer order by findings desc, f.rule_id",
            filter)
        .query((row, n) ->
            new RuleCount(
                row.getString("rule_id"),
                row.getString("layer"),
                row.getString("severity"),
                row.getInt("findings"),
                row.getInt("claims")))
        .list();
  }

  /// How each rule that ever found something has fared.
  public List<RuleRecord> records() {
    return jdbc.sql(
            """
            select f.rule_id,
              count(*) filter (where f.revision = c.revision and f.finding_override_id is null
                and c.status in ('DRAFT', 'HELD', 'READY', 'REJECTED')) as open,
              count(distinct f.claim_id) as found,
              (select count(*) from finding_override o where o.rule_id = f.rule_id) as overrides
            from claim_finding f
            join claim c using (claim_id)
            group by f.rule_id
            order by f.rule_id
            """)
        .query((row, n) ->
            new RuleRecord(
                row.getString("rule_id"),
                row.getInt("open"),
                row.getInt("found"),
                row.getInt("overrides")))
        .list();
  }

  private JdbcClient.StatementSpec filtered(String sql, FindingFilter filter) {
    return jdbc.sql(sql.formatted(filter.state().condition))
        .param("rule", filter.rule())
        .param("layer", filter.layer())
        .param("severity", filter.severity())
        .param("payer", filter.payer());
  }
}

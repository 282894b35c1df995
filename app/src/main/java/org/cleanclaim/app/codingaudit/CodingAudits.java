package org.cleanclaim.app.codingaudit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingaudit.CodingAudit.Draw;
import org.cleanclaim.app.codingaudit.SamplePopulation.Candidate;
import org.cleanclaim.app.storage.JsonColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Plans audits and draws their samples. What is drawn is frozen at once: later changes of a chart
/// change nothing in the audit.
@Component
@Transactional
public class CodingAudits {
  private static final int MOST_CHARTS = 2_000;

  private static final String SELECT =
      """
      select a.coding_audit_id, a.public_id, a.name, a.finalized_from, a.finalized_to, a.mode, a.sample_count,
        a.sample_percent, a.seed, a.criteria, a.goal_percent, a.planned_by, a.drawn_at,
        (select count(*) from coding_audit_chart c where c.coding_audit_id = a.coding_audit_id) as charts,
        (select count(*) from coding_audit_chart c
          where c.coding_audit_id = a.coding_audit_id and c.status = 'CLOSED') as closed
      from coding_audit a
      """;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final SamplePopulation population;
  private final FrozenCoding frozen;
  private final AuditTrail trail;
  private final Clock clock;

  CodingAudits(
      JdbcClient jdbc,
      JsonColumns json,
      SamplePopulation population,
      FrozenCoding frozen,
      AuditTrail trail,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.population = population;
    this.frozen = frozen;
    this.trail = trail;
    this.clock = clock;
  }

  /// Draws the sample of a plan and freezes the coding of its charts. Refused, and nothing kept,
  /// when no chart fits.
  public CodingAudit plan(AuditPlan plan) {
    AccessDeniedForActor.unless(Permission.PLAN_CODING_AUDIT);
    Map<String, List<Candidate>> byCoder =
        population.of(plan).stream()
            .collect(Collectors.groupingBy(Candidate::coder, TreeMap::new, Collectors.toList()));
    if (byCoder.isEmpty()) {
      throw new AuditRefusal(
          "No final chart fits the plan that is not audited yet. Widen the period, the coders or"
              + " what the sample looks for.");
    }
    plan.coders().forEach(coder -> byCoder.putIfAbsent(coder, List.of()));
    int charts = byCoder.values().stream().mapToInt(c -> plan.sample().size().of(c.size())).sum();
    if (charts > MOST_CHARTS) {
      throw new AuditRefusal(
          "The sample would have %,d charts; an audit takes at most %,d. Draw fewer per coder."
              .formatted(charts, MOST_CHARTS));
    }
    long id = insert(plan);
    byCoder.forEach((coder, candidates) -> draw(id, plan.sample(), coder, candidates));
    trail.record(
        "planned coding audit",
        "coding audit",
        id,
        null,
        "%s: %s, %s, seed %d, %d charts drawn"
            .formatted(
                plan.name(),
                plan.criteria().words(),
                plan.sample().size().words(),
                plan.sample().seed(),
                charts));
    return one("where a.coding_audit_id = :key", id).orElseThrow();
  }

  private long insert(AuditPlan plan) {
    return jdbc.sql(
            """
            insert into coding_audit (name, finalized_from, finalized_to, mode, sample_count, sample_percent, seed,
              criteria, goal_percent, planned_by, drawn_at)
            values (:name, :from, :to, :mode, :count, :percent, :seed, :criteria::jsonb, :goal, :actor, :now)
            returning coding_audit_id
            """)
        .param("name", plan.name())
        .param("from", plan.finalizedFrom())
        .param("to", plan.finalizedTo())
        .param("mode", plan.mode().name())
        .param("count", plan.sample().size() instanceof Sample.Size.Count c ? c.charts() : null)
        .param(
            "percent", plan.sample().size() instanceof Sample.Size.Percent p ? p.percent() : null)
        .param("seed", plan.sample().seed())
        .param("criteria", json.write(plan.criteria()))
        .param("goal", plan.goalPercent())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .query(Long.class)
        .single();
  }

  private void draw(long auditId, Sample sample, String coder, List<Candidate> candidates) {
    var numbers = candidates.stream().map(Candidate::visitNumber).toList();
    var drawn = sample.of(numbers);
    jdbc.sql(
            """
            insert into coding_audit_draw (coding_audit_id, coder, population, drawn)
            values (:audit, :coder, :population, :drawn)
            """)
        .param("audit", auditId)
        .param("coder", coder)
        .param("population", numbers.toArray(String[]::new))
        .param("drawn", drawn.toArray(String[]::new))
        .update();
    for (Candidate candidate : candidates) {
      if (drawn.contains(candidate.visitNumber())) freeze(auditId, candidate);
    }
  }

  private void freeze(long auditId, Candidate candidate) {
    CodedVisit coded = frozen.of(candidate);
    jdbc.sql(
            """
            insert into coding_audit_chart (coding_audit_id, encounter_id, visit_number, setting, payer, charge, coder,
              people, finalized_at, chart_version, coded)
            values (:audit, :encounter, :number, :setting, :payer, :charge, :coder, :people, :finalizedAt, :version,
              :coded::jsonb)
            """)
        .param("audit", auditId)
        .param("encounter", candidate.encounterId().value())
        .param("number", candidate.visitNumber())
        .param("setting", candidate.setting())
        .param("payer", candidate.payer())
        .param("charge", candidate.charge().toBigDecimal())
        .param("coder", candidate.coder())
        .param("people", coded.people().toArray(String[]::new))
        .param("finalizedAt", Timestamp.from(candidate.finalizedAt()))
        .param("version", candidate.chartVersion())
        .param("coded", json.write(coded))
        .update();
  }

  /// Who has made charts final and may be audited.
  @Transactional(readOnly = true)
  public List<String> coders() {
    return population.coders();
  }

  /// All audits, the latest first.
  @Transactional(readOnly = true)
  public List<CodingAudit> all() {
    return jdbc.sql(SELECT + "order by a.drawn_at desc, a.coding_audit_id desc")
        .query(this::audit)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<CodingAudit> find(UUID publicId) {
    return one("where a.public_id = :key", publicId);
  }

  private Optional<CodingAudit> one(String where, Object key) {
    return jdbc.sql(SELECT + where).param("key", key).query(this::audit).optional();
  }

  private CodingAudit audit(ResultSet row, int n) throws SQLException {
    long id = row.getLong("coding_audit_id");
    Integer count = row.getObject("sample_count", Integer.class);
    var draws = draws(id);
    var plan =
        new AuditPlan(
            row.getString("name"),
            row.getObject("finalized_from", LocalDate.class),
            row.getObject("finalized_to", LocalDate.class),
            draws.stream().map(Draw::coder).toList(),
            AuditPlan.Mode.valueOf(row.getString("mode")),
            new Sample(row.getLong("seed"), size(count, row.getInt("sample_percent"))),
            json.read(row.getString("criteria"), AuditCriteria.class),
            row.getBigDecimal("goal_percent"));
    return new CodingAudit(
        id,
        row.getObject("public_id", UUID.class),
        plan,
        row.getString("planned_by"),
        row.getTimestamp("drawn_at").toInstant(),
        draws,
        row.getInt("charts"),
        row.getInt("closed"));
  }

  private static Sample.Size size(@Nullable Integer count, int percent) {
    return count == null ? new Sample.Size.Percent(percent) : new Sample.Size.Count(count);
  }

  private List<Draw> draws(long auditId) {
    return jdbc.sql(
            """
            select coder, population, drawn
            from coding_audit_draw
            where coding_audit_id = :audit
            order by coder
            """)
        .param("audit", auditId)
        .query((row, n) ->
            new Draw(
                row.getString("coder"),
                strings(row.getArray("population")),
                strings(row.getArray("drawn"))))
        .list();
  }

  private static List<String> strings(Array array) throws SQLException {
    return new ArrayList<>(List.of((String[]) array.getArray()));
  }
}

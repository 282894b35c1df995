package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.ChartService.Kind;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The services of charts: kept when they are read, and the coder's word on them. A decision may be
/// made again until the codes are final.
@Component
@Transactional
class ChartServices {
  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Encounters encounters;
  private final ChartAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  ChartServices(
      JdbcClient jdbc,
      JsonColumns json,
      Encounters encounters,
      ChartAccess access,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.encounters = encounters;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /// Whether codes of a system are services of a visit, not codes of the chart.
  static boolean holds(CodeSystem system) {
    return system == CodeSystem.HCPCS || system == CodeSystem.CPT;
  }

  /// Keeps what was read and is not known yet.
  ///
  /// @return whether it is new
  boolean keep(long chartId, ChartService read) {
    return jdbc.sql(
                """
                insert into chart_service (chart_id, kind, code, title, units, confidence_percent, evidence, path, hints)
                values (:chart, :kind, :code, :title, :units, :confidence, :evidence::jsonb, :path::jsonb,
                  :hints::jsonb)
                on conflict (chart_id, code) do nothing
                """)
            .param("chart", chartId)
            .param("kind", read.kind().name())
            .param("code", read.code().value())
            .param("title", read.title())
            .param("units", read.units())
            .param("confidence", read.confidencePercent())
            .param("evidence", json.write(read.evidence()))
            .param("path", json.write(read.path()))
            .param("hints", json.write(read.hints()))
            .update()
        == 1;
  }

  /// Takes a service over; another level of the visit that was taken before gives way.
  ///
  /// @return false when the engine has not suggested that service
  boolean accept(EncounterId encounterId, String code) {
    var chart = access.workable(encounterId);
    var wanted = find(chart, code);
    if (wanted == null) return false;
    if (wanted.kind() == Kind.VISIT_LEVEL) {
      chart.services().stream()
          .filter(s -> s.kind() == Kind.VISIT_LEVEL && s.isAccepted() && s.id() != wanted.id())
          .forEach(
              s -> decide(chart, s, Decision.REJECTED, wanted.code() + " was taken as the level"));
    }
    decide(chart, wanted, Decision.ACCEPTED, null);
    return true;
  }

  /// @return false when the engine has not suggested that service
  boolean reject(EncounterId encounterId, String code, String reason) {
    var chart = access.workable(encounterId);
    var unwanted = find(chart, code);
    if (unwanted == null) return false;
    decide(chart, unwanted, Decision.REJECTED, reason);
    return true;
  }

  private @Nullable ChartService find(Chart chart, String code) {
    return chart.services().stream()
        .filter(s -> s.code().value().equals(code))
        .findFirst()
        .orElse(null);
  }

  private void decide(
      Chart chart, ChartService service, Decision decision, @Nullable String reason) {
    jdbc.sql(
            """
            update chart_service
            set decision = :decision, decision_reason = :reason, decided_by = :actor, decided_at = :now
            where chart_service_id = :id
            """)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", service.id())
        .update();
    audit.record(
        decision.name().toLowerCase(Locale.ROOT) + " " + service.code(),
        "chart",
        chart.id(),
        encounters.get(chart.encounterId()).patientId().value(),
        reason);
  }
}

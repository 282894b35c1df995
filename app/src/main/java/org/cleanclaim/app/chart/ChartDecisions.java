package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The coder's word on suggestions.
@Component
@Transactional
public class ChartDecisions {
  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final ChartAccess access;
  private final ChartCodes codes;
  private final ChartServices services;
  private final AuditTrail audit;
  private final Clock clock;

  ChartDecisions(
      JdbcClient jdbc,
      Encounters encounters,
      ChartAccess access,
      ChartCodes codes,
      ChartServices services,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.access = access;
    this.codes = codes;
    this.services = services;
    this.audit = audit;
    this.clock = clock;
  }

  /// Takes a suggestion over, with its evidence, behind the codes that are there; of a service its
  /// charge, when the codes are made final.
  ///
  /// @return false when the engine has not suggested that code
  public boolean accept(EncounterId encounterId, CodeSystem system, String code) {
    if (ChartServices.holds(system)) return services.accept(encounterId, code);
    var chart = access.workable(encounterId);
    var suggestion = suggestion(chart, system, code);
    if (suggestion.isEmpty()) return false;
    if (!suggestion.get().isComplete()) {
      throw new IllegalStateException(
          "The record does not say all that the code needs. Choose the missing characters in the"
              + " Tables, or ask the provider.");
    }
    decide(chart, suggestion.get(), Decision.ACCEPTED, null);
    codes.put(chart, system, code, suggestion.get().title(), suggestion.get().evidence(), null);
    return true;
  }

  /// Rejects a suggestion; one that was taken over before leaves the chart with its code, whereas a
  /// whole procedure stays that somebody found beyond its beginning.
  ///
  /// @return false when the engine has not suggested that code
  public boolean reject(EncounterId encounterId, CodeSystem system, String code, String reason) {
    if (ChartServices.holds(system)) return services.reject(encounterId, code, reason);
    var chart = access.workable(encounterId);
    var suggestion = suggestion(chart, system, code);
    if (suggestion.isEmpty()) return false;
    if (suggestion.get().decision() == Decision.ACCEPTED && suggestion.get().isComplete()) {
      codes.remove(encounterId, system, code, reason);
    } else {
      decide(chart, suggestion.get(), Decision.REJECTED, reason);
    }
    return true;
  }

  private void decide(
      Chart chart, SuggestedCode suggestion, Decision decision, @Nullable String reason) {
    jdbc.sql(
            """
            update suggestion
            set decision = :decision, decision_reason = :reason, decided_by = :actor, decided_at = :now
            where suggestion_id = :id
            """)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("id", suggestion.id())
        .update();
    audit.record(
        decision.name().toLowerCase(Locale.ROOT)
            + " "
            + suggestion.system().written(suggestion.code()),
        "chart",
        chart.id(),
        encounters.get(chart.encounterId()).patientId().value(),
        reason);
  }

  private static Optional<SuggestedCode> suggestion(Chart chart, CodeSystem system, String code) {
    return chart.suggestions().stream()
        .filter(s -> s.system() == system && s.code().equals(code))
        .findFirst();
  }
}

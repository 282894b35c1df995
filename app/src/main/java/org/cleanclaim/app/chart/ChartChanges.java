package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.ChangeResult.Conflict;
import org.cleanclaim.app.chart.ChangeResult.Made;
import org.cleanclaim.app.chart.ChangeResult.MadeBefore;
import org.cleanclaim.app.chart.ChangeResult.Refused;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.ChartChange.Kind;
import org.cleanclaim.app.chart.ChartReturns.Last;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the changes that coders' screens send: each once, and only on the chart as the screen
/// showed it.
@Component
@Transactional
public class ChartChanges {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);

  private final JdbcClient jdbc;
  private final Charts charts;
  private final ChartDecisions decisions;
  private final ChartCodes chartCodes;
  private final ChartReturns returns;
  private final ChartAccess access;
  private final AuditTrail audit;
  private final Encounters encounters;
  private final Organizations organizations;
  private final CodeSets codeSets;
  private final Clock clock;

  ChartChanges(
      JdbcClient jdbc,
      Charts charts,
      ChartDecisions decisions,
      ChartCodes chartCodes,
      ChartReturns returns,
      ChartAccess access,
      AuditTrail audit,
      Encounters encounters,
      Organizations organizations,
      CodeSets codeSets,
      Clock clock) {
    this.jdbc = jdbc;
    this.charts = charts;
    this.decisions = decisions;
    this.chartCodes = chartCodes;
    this.returns = returns;
    this.access = access;
    this.audit = audit;
    this.encounters = encounters;
    this.organizations = organizations;
    this.codeSets = codeSets;
    this.clock = clock;
  }

  private record Standing(long chartId, long revision) {}

  /// Makes a change, unless its key is known or the chart has moved on.
  public ChangeResult make(EncounterId encounterId, ChartChange change) {
    var standing = locked(encounterId);
    var before = known(standing.chartId(), change);
    if (before.isPresent()) return new MadeBefore(before.get());
    if (change.revision() != standing.revision()) {
      return new Conflict(standing.revision(), conflict(standing, change));
    }
    String stood = returns.standing(standing.chartId());
    var takenBack =
        change.kind() == Kind.TAKE_BACK
            ? returns.last(standing.chartId(), standing.revision())
            : Optional.<Last>empty();
    var refusal = doIt(encounterId, standing, change, takenBack);
    if (refusal.isPresent()) return new Refused(standing.revision(), refusal.get());
    long revision = locked(encounterId).revision();
    remember(standing, change, revision, stood, takenBack);
    return new Made(revision);
  }

  private Optional<String> takeBack(
      EncounterId encounterId, Standing standing, Optional<Last> last) {
    access.workable(encounterId);
    if (last.isEmpty()) {
      return Optional.of(
          "No change is left to take back: before that the chart was opened, or changed in another"
              + " way. Change it by hand.");
    }
    if (!last.get().madeBy().equals(Acting.actor().name())) {
      return Optional.of(
          "The last change is not yours but %s's. Change it by hand, or ask them."
              .formatted(last.get().madeBy()));
    }
    returns.restore(standing.chartId(), last.get().stood());
    audit.record(
        "took back: " + last.get().inWords(),
        "chart",
        standing.chartId(),
        encounters.get(encounterId).patientId().value(),
        null);
    return Optional.empty();
  }

  private Standing locked(EncounterId encounterId) {
    return jdbc.sql(
            "select chart_id, revision from chart where encounter_id = :encounter for update")
        .param("encounter", encounterId.value())
        .query((row, n) -> new Standing(row.getLong("chart_id"), row.getLong("revision")))
        .single();
  }

  private Optional<Long> known(long chartId, ChartChange change) {
    return jdbc.sql(
            "select revision from chart_change where chart_id = :chart and change_key = :key")
        .param("chart", chartId)
        .param("key", change.key())
        .query(Long.class)
        .optional();
  }

  private void remember(
      Standing standing,
      ChartChange change,
      long revision,
      String stood,
      Optional<Last> takenBack) {
    jdbc.sql(
            """
            insert into chart_change (chart_id, change_key, kind, code, code_system, made_by, made_at, made_on, revision, stood,
              back_to)
            values (:chart, :key, :kind, :code, :system, :actor, :now, :madeOn, :revision, :stood::jsonb, :backTo)
            """)
        .param("chart", standing.chartId())
        .param("key", change.key())
        .param("kind", change.kind().name())
        .param("code", change.code())
        .param("system", change.system().name())
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("madeOn", standing.revision())
        .param("revision", revision)
        .param("stood", takenBack.isEmpty() ? stood : null)
        .param("backTo", takenBack.map(Last::madeOn).orElse(null))
        .update();
  }

  private String conflict(Standing standing, ChartChange change) {
    var zone = ZoneId.of(organizations.current().timeZone());
    String last =
        jdbc.sql(
                """
                select actor, action, happened_at
                from audit_event
                where subject_type = 'chart' and subject_id = :chart and action <> 'read'
                order by sequence desc
                limit 1
                """)
            .param("chart", Long.toString(standing.chartId()))
            .query((row, n) ->
                " (last: %s %s, %s)"
                    .formatted(
                        row.getString("actor"),
                        row.getString("action"),
                        TIME.format(row.getTimestamp("happened_at").toInstant().atZone(zone))))
            .optional()
            .orElse("");
    return "The chart has changed since your screen showed it%s, so \"%s\" was not made. Look at the chart and make it again if it still holds."
        .formatted(last, change.inWords());
  }

  /// @return why it is not possible; empty when it was done
  private Optional<String> doIt(
      EncounterId encounter, Standing standing, ChartChange change, Optional<Last> last) {
    var system = change.system();
    String code = change.code();
    Optional<String> unfit = unfit(change);
    if (unfit.isPresent()) return unfit;
    if (change.kind() != Kind.TAKE_BACK && ChartServices.holds(system)) {
      return service(encounter, change);
    }
    return switch (change.kind()) {
      case ACCEPT -> suggested(decisions.accept(encounter, system, code));
      case REJECT -> suggested(decisions.reject(encounter, system, code, against(change)));
      case PRINCIPAL -> principal(encounter, system, code);
      case ADD -> add(encounter, change);
      case EVIDENCE -> evidence(encounter, change);
      case REMOVE -> {
        if (coded(encounter, system, code).isEmpty()) yield notThere();
        chartCodes.remove(encounter, system, code, against(change));
        yield Optional.empty();
      }
      case UP -> moved(encounter, system, code, -1);
      case DOWN -> moved(encounter, system, code, 1);
      case TAKE_BACK -> takeBack(encounter, standing, last);
    };
  }

  /// Why the reason that was given is none for such a change, or that one is missing: what speaks
  /// against a code is on the packet that the coder signs.
  private static Optional<String> unfit(ChartChange change) {
    ChangeReason reason = change.reason();
    List<ChangeReason> fitting =
        switch (change.kind()) {
          case ADD -> ChangeReason.forCodes();
          case REJECT, REMOVE -> ChangeReason.againstCodes();
          case ACCEPT, PRINCIPAL, EVIDENCE, UP, DOWN, TAKE_BACK -> List.of();
        };
    boolean isNeeded = change.kind() == Kind.REJECT || change.kind() == Kind.REMOVE;
    if (fitting.isEmpty() || fitting.contains(reason) || (reason == null && !isNeeded)) {
      return Optional.empty();
    }
    String what =
        reason == null
            ? "To %s a code needs a reason.".formatted(change.kind().words())
            : "\"%s\" is no reason to %s a code.".formatted(reason.title(), change.kind().words());
    return Optional.of(
        "%s Give one of: %s."
            .formatted(
                what, String.join("; ", fitting.stream().map(ChangeReason::title).toList())));
  }

  private static String against(ChartChange change) {
    return Objects.requireNonNull(change.reason(), "asked for before").title();
  }

  /// Services are taken over or not; they have no order and no evidence but the engine's.
  private Optional<String> service(EncounterId encounter, ChartChange change) {
    return switch (change.kind()) {
      case ACCEPT -> offered(decisions.accept(encounter, change.system(), change.code()));
      case REJECT, REMOVE ->
          offered(decisions.reject(encounter, change.system(), change.code(), against(change)));
      case PRINCIPAL, ADD, EVIDENCE, UP, DOWN, TAKE_BACK ->
          Optional.of(
              "A service is accepted or rejected; charges that the record does not show are entered"
                  + " with the charges of the visit.");
    };
  }

  private static Optional<String> offered(boolean isSuggested) {
    return isSuggested
        ? Optional.empty()
        : Optional.of("The engine has not suggested that service.");
  }

  private static Optional<String> suggested(boolean isSuggested) {
    return isSuggested
        ? Optional.empty()
        : Optional.of("The engine has not suggested that code. Add it with evidence instead.");
  }

  private static Optional<String> notThere() {
    return Optional.of("That code is not on the chart.");
  }

  private Optional<ChartCode> coded(EncounterId encounter, CodeSystem system, String code) {
    return charts.get(encounter).codes().stream()
        .filter(c -> c.system() == system && c.code().equals(code))
        .findFirst();
  }

  private Optional<String> principal(EncounterId encounter, CodeSystem system, String code) {
    if (system != CodeSystem.ICD10CM) {
      return Optional.of("Only a diagnosis can be the principal or first-listed one.");
    }
    if (coded(encounter, system, code).isEmpty() && !decisions.accept(encounter, system, code)) {
      return suggested(false);
    }
    chartCodes.sequence(encounter, List.of(code));
    return Optional.empty();
  }

  private Optional<String> add(EncounterId encounter, ChartChange change) {
    var visit = encounters.get(encounter);
    if (codeSets.find(change.system(), change.code(), visit.servedOn()).isEmpty()) {
      return Optional.of(
          "There is no such code on the day of service in the installed code set. Look it up and"
              + " try again.");
    }
    var place = change.place();
    var reason = change.reason();
    if (place != null) {
      chartCodes.addWithSpan(encounter, change.system(), change.code(), place);
    } else if (reason != null) {
      chartCodes.addWithReason(encounter, change.system(), change.code(), reason.title());
    } else {
      return Optional.of("A code needs words of the note or a reason. Give one of them.");
    }
    return Optional.empty();
  }

  private Optional<String> evidence(EncounterId encounter, ChartChange change) {
    var place = change.place();
    if (place == null) return Optional.of("Select the words that support the code first.");
    if (coded(encounter, change.system(), change.code()).isEmpty()) return notThere();
    chartCodes.addWithSpan(encounter, change.system(), change.code(), place);
    return Optional.empty();
  }

  private Optional<String> moved(
      EncounterId encounter, CodeSystem system, String code, int places) {
    var codes = charts.get(encounter).codes();
    var order = new ArrayList<>(codes.stream().map(ChartCode::code).toList());
    int at = -1;
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i).system() == system && codes.get(i).code().equals(code)) at = i;
    }
    if (at < 0) return notThere();
    int to = at + places;
    if (to < 0 || to >= order.size()) {
      return Optional.of("The code stands at the end of the sequence already.");
    }
    Collections.swap(order, at, to);
    chartCodes.sequence(encounter, order);
    return Optional.empty();
  }
}

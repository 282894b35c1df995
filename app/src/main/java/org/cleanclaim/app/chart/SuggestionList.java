package org.cleanclaim.app.chart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.guideline.ConsistentList;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The diagnoses suggested from all documents of a chart as one list, beside the codes that the
/// chart has: what one document says may leave no room for what another said, as a specific code
/// for an unspecified one. What a coder has decided stays.
@Component
@Transactional
class SuggestionList {
  private record Known(Suggestion suggestion, @Nullable Decision decision) {
    boolean isOpen() {
      return decision == null || decision == Decision.WITHDRAWN;
    }
  }

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final ConsistentList consistent;
  private final AuditTrail audit;
  private final Clock clock;

  SuggestionList(
      JdbcClient jdbc, JsonColumns json, CodeSets codeSets, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.consistent = new ConsistentList(codeSets);
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds what a document supports and the chart does not have: new suggestions, and further
  /// evidence for those that wait. What does not stand beside it any more is withdrawn.
  ///
  /// @return the codes that wait for a decision now and did not before
  List<String> add(long chartId, Encounter encounter, Documentation note, List<Suggestion> found) {
    Map<String, Suggestion> coded = coded(chartId);
    Map<String, Known> known = known(chartId);
    var candidates = new LinkedHashMap<String, Suggestion>(coded);
    known.forEach((code, k) -> {
      if (k.decision() == null) candidates.putIfAbsent(code, k.suggestion());
    });
    for (Suggestion suggestion : found) {
      Known before = known.get(suggestion.code());
      boolean isCoded = coded.containsKey(suggestion.code());
      if (isCoded && before == null) settled(chartId, suggestion);
      if (isCoded || (before != null && !before.isOpen())) continue;
      candidates.merge(suggestion.code(), suggestion, SuggestionList::joined);
    }
    var dropped = new ArrayList<Mention>();
    var brought = new ArrayList<String>();
    var standing = new LinkedHashSet<String>();
    for (Suggestion suggestion :
        consistent.settle(note, List.copyOf(candidates.values()), dropped)) {
      if (coded.containsKey(suggestion.code())) continue;
      standing.add(suggestion.code());
      put(chartId, suggestion, standing.size());
      Known before = known.get(suggestion.code());
      if (before == null || before.decision() != null) brought.add(suggestion.code());
    }
    known.forEach((code, k) -> {
      boolean isLeftOut = k.decision() == null && !standing.contains(code);
      if (isLeftOut && !coded.containsKey(code)) withdraw(chartId, encounter, code, dropped);
    });
    return List.copyOf(brought);
  }

  private static Suggestion joined(Suggestion earlier, Suggestion later) {
    Set<Evidence> evidence = new LinkedHashSet<>(earlier.evidence());
    evidence.addAll(later.evidence());
    return new Suggestion(
        earlier.system(),
        earlier.code(),
        earlier.title(),
        Math.max(earlier.confidencePercent(), later.confidencePercent()),
        List.copyOf(evidence),
        earlier.path(),
        earlier.missingDetail());
  }

  private Map<String, Suggestion> coded(long chartId) {
    return jdbc
        .sql(
            """
            select code, title, 100 as confidence_percent, evidence, '[]' as path, '[]' as missing_detail
            from chart_code
            where chart_id = :chart and code_system = 'ICD10CM'
            order by position
            """)
        .param("chart", chartId)
        .query(this::suggestion)
        .stream()
        .collect(Collectors.toMap(Suggestion::code, s -> s, (a, b) -> a, LinkedHashMap::new));
  }

  private Map<String, Known> known(long chartId) {
    return jdbc
        .sql(
            """
            select code, title, confidence_percent, evidence, path, missing_detail, decision
            from suggestion
            where chart_id = :chart and code_system = 'ICD10CM'
            order by place, suggestion_id
            """)
        .param("chart", chartId)
        .query((row, n) -> {
          String decision = row.getString("decision");
          return new Known(
              suggestion(row, n), decision == null ? null : Decision.valueOf(decision));
        })
        .stream()
        .collect(
            Collectors.toMap(k -> k.suggestion().code(), k -> k, (a, b) -> a, LinkedHashMap::new));
  }

  private Suggestion suggestion(ResultSet row, int n) throws SQLException {
    return new Suggestion(
        CodeSystem.ICD10CM,
        row.getString("code"),
        row.getString("title"),
        row.getInt("confidence_percent"),
        json.readList(row.getString("evidence"), Evidence.class),
        json.readList(row.getString("path"), String.class),
        json.readList(row.getString("missing_detail"), String.class));
  }

  private void put(long chartId, Suggestion suggestion, int place) {
    jdbc.sql(
            """
            insert into suggestion as s (chart_id, code_system, code, title, confidence_percent, evidence, path,
              missing_detail, place)
            values (:chart, 'ICD10CM', :code, :title, :confidence, :evidence::jsonb, :path::jsonb, :missing::jsonb,
              :place)
            on conflict (chart_id, code_system, code) do update
            set confidence_percent = excluded.confidence_percent, evidence = excluded.evidence, place = excluded.place,
              decision = null, decision_reason = null, decided_by = null, decided_at = null
            where (s.confidence_percent, s.evidence, s.place, s.decision)
              is distinct from (excluded.confidence_percent, excluded.evidence, excluded.place, null)
            """)
        .param("chart", chartId)
        .param("code", suggestion.code())
        .param("title", suggestion.title())
        .param("confidence", suggestion.confidencePercent())
        .param("evidence", json.write(suggestion.evidence()))
        .param("path", json.write(suggestion.path()))
        .param("missing", json.write(suggestion.missingDetail()))
        .param("place", place)
        .update();
  }

  /// Keeps a suggestion of a code that the chart has already.
  private void settled(long chartId, Suggestion suggestion) {
    jdbc.sql(
            """
            insert into suggestion (chart_id, code_system, code, title, confidence_percent, evidence, path,
              missing_detail, decision, decided_by, decided_at, was_coded)
            select chart_id, code_system, code, :title, :confidence, :evidence::jsonb, :path::jsonb, :missing::jsonb,
              'ACCEPTED', added_by, :now, true
            from chart_code
            where chart_id = :chart and code_system = 'ICD10CM' and code = :code
            """)
        .param("chart", chartId)
        .param("code", suggestion.code())
        .param("title", suggestion.title())
        .param("confidence", suggestion.confidencePercent())
        .param("evidence", json.write(suggestion.evidence()))
        .param("path", json.write(suggestion.path()))
        .param("missing", json.write(suggestion.missingDetail()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private void withdraw(long chartId, Encounter encounter, String code, List<Mention> dropped) {
    String why =
        dropped.stream()
            .filter(m -> m.code().equals(code))
            .findFirst()
            .map(Mention::why)
            .orElse("It does not stand beside the other codes.");
    jdbc.sql(
            """
            update suggestion
            set decision = 'WITHDRAWN', decision_reason = :why, decided_by = :actor, decided_at = :now
            where chart_id = :chart and code_system = 'ICD10CM' and code = :code
            """)
        .param("why", why)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("chart", chartId)
        .param("code", code)
        .update();
    audit.record(
        "withdrew " + CodeSystem.ICD10CM.written(code),
        "chart",
        chartId,
        encounter.patientId().value(),
        why);
  }
}

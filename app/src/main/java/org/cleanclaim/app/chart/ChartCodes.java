package org.cleanclaim.app.chart;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart.ChartCode;
import org.cleanclaim.app.chart.Chart.Decision;
import org.cleanclaim.app.chart.Chart.SuggestedCode;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.storage.JsonColumns;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The codes of charts: added with evidence or a reason, put in order, taken out.
@Component
@Transactional
public class ChartCodes {
  private static final Set<String> ADMISSION_INDICATORS = Set.of("Y", "N", "U", "W");
  private static final int SHORTEST_REASON = 5;

  private final JdbcClient jdbc;
  private final JsonColumns json;
  private final Encounters encounters;
  private final CodableDocuments documents;
  private final CodeSets codeSets;
  private final ChartAccess access;
  private final AuditTrail audit;
  private final Clock clock;

  ChartCodes(
      JdbcClient jdbc,
      JsonColumns json,
      Encounters encounters,
      CodableDocuments documents,
      CodeSets codeSets,
      ChartAccess access,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.encounters = encounters;
    this.documents = documents;
    this.codeSets = codeSets;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /// Adds a code that the engine did not suggest, pointing to words of the documentation.
  ///
  /// @return false when the words do not occur in any document of the encounter
  public boolean addWithEvidence(
      EncounterId encounterId, CodeSystem system, String code, String words) {
    var chart = access.workable(encounterId);
    for (Document document : documents.of(encounterId)) {
      int start = place(document.body(), words);
      if (start >= 0) {
        var evidence =
            new Evidence(Long.toString(document.id()), start, start + words.length(), words);
        put(chart, system, code, title(encounterId, system, code), List.of(evidence), null);
        suggestion(chart, system, code, Decision.ACCEPTED, null);
        recordAdded(chart, system, code, null);
        return true;
      }
    }
    return false;
  }

  /// Where the words stand in a text as words of their own, not inside others; negative for
  /// nowhere.
  private static int place(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean isCutBefore = at > 0 && joins(text.charAt(at - 1), text.charAt(at));
      boolean isCutAfter = end < text.length() && joins(text.charAt(end - 1), text.charAt(end));
      if (!isCutBefore && !isCutAfter) return at;
    }
    return -1;
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }

  /// Adds a code with the words at a place of a document; words for a code that is there are added
  /// to its evidence.
  public void addWithSpan(
      EncounterId encounterId, CodeSystem system, String code, TextPlace place) {
    var chart = access.workable(encounterId);
    var evidence = evidence(encounterId, place);
    var there =
        chart.codes().stream()
            .filter(c -> c.system() == system && c.code().equals(code))
            .findFirst();
    if (there.isEmpty()) {
      put(chart, system, code, title(encounterId, system, code), List.of(evidence), null);
      suggestion(chart, system, code, Decision.ACCEPTED, null);
    } else if (!there.get().evidence().contains(evidence)) {
      var all = new ArrayList<>(there.get().evidence());
      all.add(evidence);
      jdbc.sql(
              """
              update chart_code set evidence = :evidence::jsonb
              where chart_id = :chart and code_system = :system and code = :code
              """)
          .param("evidence", json.write(all))
          .param("chart", chart.id())
          .param("system", system.name())
          .param("code", code)
          .update();
    }
    audit.record(
        "selected evidence for " + system.written(code),
        "chart",
        chart.id(),
        patientId(encounterId),
        null);
  }

  private Evidence evidence(EncounterId encounterId, TextPlace place) {
    return documents.of(encounterId).stream()
        .filter(d -> d.id() == place.documentId())
        .filter(d -> place.start() >= 0 && place.start() < place.end())
        .filter(d -> place.end() <= d.body().length())
        .filter(d -> !d.body().substring(place.start(), place.end()).isBlank())
        .findFirst()
        .map(d -> wholeWords(d, place))
        .orElseThrow(() ->
            new IllegalStateException(
                "No document of the visit has words of its author at that place. Select them again;"
                    + " of a late entry, words of the answer."));
  }

  /// The words at a place; of one that is selected in part, the whole word.
  private static Evidence wholeWords(Document document, TextPlace place) {
    String text = document.body();
    int start = place.start();
    int end = place.end();
    while (start > 0 && joins(text.charAt(start - 1), text.charAt(start))) start--;
    while (end < text.length() && joins(text.charAt(end - 1), text.charAt(end))) end++;
    return new Evidence(Long.toString(document.id()), start, end, text.substring(start, end));
  }

  /// Adds a code for a reason that stands in no document.
  ///
  /// @throws IllegalStateException when the reason says nothing
  public void addWithReason(
      EncounterId encounterId, CodeSystem system, String code, String reason) {
    var chart = access.workable(encounterId);
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new IllegalStateException(
          "A code without words of the record needs a reason of at least five characters.");
    }
    put(chart, system, code, title(encounterId, system, code), List.of(), reason);
    suggestion(chart, system, code, Decision.ACCEPTED, null);
    recordAdded(chart, system, code, reason);
  }

  private void recordAdded(Chart chart, CodeSystem system, String code, @Nullable String reason) {
    audit.record(
        "added " + system.written(code),
        "chart",
        chart.id(),
        patientId(chart.encounterId()),
        reason);
  }

  /// Takes a code out again; those behind it move up. Where the engine had suggested it, its
  /// suggestion counts as rejected.
  public void remove(EncounterId encounterId, CodeSystem system, String code, String reason) {
    var chart = access.workable(encounterId);
    jdbc.sql(
            """
            with gone as (
              delete from chart_code where chart_id = :chart and code_system = :system and code = :code
              returning position
            )
            update chart_code set position = chart_code.position - 1
            from gone
            where chart_id = :chart and chart_code.position > gone.position
            """)
        .param("chart", chart.id())
        .param("system", system.name())
        .param("code", code)
        .update();
    suggestion(chart, system, code, Decision.REJECTED, reason);
    reopenBeginnings(chart, system);
    audit.record(
        "removed code " + system.written(code),
        "chart",
        chart.id(),
        patientId(encounterId),
        reason);
  }

  /// Puts the diagnoses in the given order; codes not named keep their order behind them. The
  /// trail, and the packet that is signed, say who did it.
  public void sequence(EncounterId encounterId, List<String> codesInOrder) {
    var chart = access.workable(encounterId);
    List<ChartCode> before = chart.codes();
    List<ChartCode> after =
        before.stream().sorted(Comparator.comparingInt(code -> place(code, codesInOrder))).toList();
    if (after.equals(before)) return;
    jdbc.sql(
            """
            update chart_code c
            set position = r.position
            from (
              select chart_code_id,
                row_number() over (order by array_position(:codes::text[], code), position) as position
              from chart_code
              where chart_id = :chart
            ) r
            where c.chart_code_id = r.chart_code_id
            """)
        .param("codes", codesInOrder.toArray(String[]::new))
        .param("chart", chart.id())
        .update();
    audit.record(
        resequenced(encounterId, before, after), "chart", chart.id(), patientId(encounterId), null);
  }

  private static int place(ChartCode code, List<String> codesInOrder) {
    int place = codesInOrder.indexOf(code.code());
    return place < 0 ? codesInOrder.size() : place;
  }

  /// `made I48.0 the first-listed diagnosis: I48.0, I10`; the principal one of a stay.
  private String resequenced(
      EncounterId encounterId, List<ChartCode> before, List<ChartCode> after) {
    String order =
        after.stream()
            .map(code -> code.system().written(code.code()))
            .collect(Collectors.joining(", "));
    Optional<ChartCode> first = firstDiagnosis(after);
    if (first.isEmpty() || first.equals(firstDiagnosis(before))) return "resequenced: " + order;
    boolean isStay = encounters.get(encounterId).setting().equals("INPATIENT");
    return "made %s the %s diagnosis: %s"
        .formatted(
            first.get().system().written(first.get().code()),
            isStay ? "principal" : "first-listed",
            order);
  }

  private static Optional<ChartCode> firstDiagnosis(List<ChartCode> codes) {
    return codes.stream().filter(code -> code.system() == CodeSystem.ICD10CM).findFirst();
  }

  /// Says of a diagnosis whether it was present on admission. Only inpatient charts have this.
  ///
  /// @param indicator Y, N, U (the documentation does not say) or W (it cannot be known); null for
  ///   none, as for diagnoses that CMS exempts
  public void presentOnAdmission(
      EncounterId encounterId, Icd10Cm diagnosis, @Nullable String indicator) {
    var chart = access.workable(encounterId);
    if (!encounters.get(encounterId).setting().equals("INPATIENT")) {
      throw new IllegalStateException("Only inpatient charts say what was present on admission.");
    }
    if (indicator != null && !ADMISSION_INDICATORS.contains(indicator)) {
      throw new IllegalStateException("Present on admission is Y, N, U or W.");
    }
    int changed =
        jdbc.sql(
                """
                update chart_code set present_on_admission = :indicator
                where chart_id = :chart and code_system = 'ICD10CM' and code = :code
                """)
            .param("indicator", indicator)
            .param("chart", chart.id())
            .param("code", diagnosis.value())
            .update();
    if (changed == 0) {
      throw new IllegalStateException(
          diagnosis.dotted() + " is not on the chart. Look at its codes and choose one of them.");
    }
    audit.record(
        "present on admission of " + diagnosis.dotted(),
        "chart",
        chart.id(),
        patientId(encounterId),
        indicator);
  }

  /// What a coder does with a code by hand is their word on the engine's suggestion of it too. A
  /// whole procedure settles the suggestions that stop where the record does and that it begins
  /// with.
  private void suggestion(
      Chart chart, CodeSystem system, String code, Decision decision, @Nullable String reason) {
    jdbc.sql(
            """
            update suggestion
            set decision = :decision,
              decision_reason = case when code = :code then :reason else 'Completed as ' || :code end,
              decided_by = :actor, decided_at = :now
            where chart_id = :chart and code_system = :system
              and (code = :code or :decision = 'ACCEPTED' and decision is null and code_system = 'ICD10PCS'
                and starts_with(:code, code))
              and decision is distinct from :decision
            """)
        .param("decision", decision.name())
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .param("now", Timestamp.from(clock.instant()))
        .param("chart", chart.id())
        .param("system", system.name())
        .param("code", code)
        .update();
  }

  /// The beginning of a procedure waits again when no code of the chart completes it any more.
  private void reopenBeginnings(Chart chart, CodeSystem system) {
    if (system != CodeSystem.ICD10PCS) return;
    jdbc.sql(
            """
            update suggestion s
            set decision = null, decision_reason = null, decided_by = null, decided_at = null
            where chart_id = :chart and code_system = 'ICD10PCS' and length(code) < :whole and decision = 'ACCEPTED'
              and not exists (
                select 1 from chart_code k
                where k.chart_id = s.chart_id and k.code_system = s.code_system and starts_with(k.code, s.code))
            """)
        .param("chart", chart.id())
        .param("whole", SuggestedCode.PROCEDURE_LENGTH)
        .update();
  }

  void put(
      Chart chart,
      CodeSystem system,
      String code,
      String title,
      List<Evidence> evidence,
      @Nullable String reason) {
    jdbc.sql(
            """
            insert into chart_code (chart_id, position, code_system, code, title, evidence, reason, added_by)
            values (:chart, (select coalesce(max(position), 0) + 1 from chart_code where chart_id = :chart), :system,
              :code, :title, :evidence::jsonb, :reason, :actor)
            on conflict (chart_id, code_system, code) do nothing
            """)
        .param("chart", chart.id())
        .param("system", system.name())
        .param("code", code)
        .param("title", title)
        .param("evidence", json.write(evidence))
        .param("reason", reason)
        .param("actor", Acting.actor().name())
        .update();
  }

  private String title(EncounterId encounterId, CodeSystem system, String code) {
    LocalDate servedOn = encounters.get(encounterId).servedOn();
    return codeSets.find(system, code, servedOn).map(e -> e.title()).orElse(code);
  }

  private long patientId(EncounterId encounterId) {
    return encounters.get(encounterId).patientId().value();
  }
}

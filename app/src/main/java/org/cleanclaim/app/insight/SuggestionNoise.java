package org.cleanclaim.app.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which suggested codes coders take and which they reject, from the decisions on their charts.
@Component
@Transactional(readOnly = true)
public class SuggestionNoise {
  private final JdbcClient jdbc;

  SuggestionNoise(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What became of the suggestions of one code.
  ///
  /// @param offered charts on which it was suggested
  /// @param confidence in percent what the suggestions that were decided said of themselves, on
  ///   average, rounded half up; null while none is decided
  /// @param reasons the coders' words for rejecting it, with how often, the most frequent first
  public record Noise(
      CodeSystem system,
      String code,
      String title,
      int offered,
      int accepted,
      int rejected,
      @Nullable Integer confidence,
      Map<String, Integer> reasons) {

    /// The code as people write it.
    public String written() {
      return system.written(code);
    }

    public int undecided() {
      return offered - accepted - rejected;
    }

    /// Accepted of decided in percent, one decimal, rounded half up; empty while none is decided.
    public Optional<BigDecimal> precision() {
      return SuggestionNoise.precision(accepted, rejected);
    }
  }

  private record Rejection(CodeSystem system, String code, String reason, int times) {}

  /// Accepted of decided in percent, one decimal, rounded half up.
  public static Optional<BigDecimal> precision(int accepted, int rejected) {
    int decided = accepted + rejected;
    if (decided == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(accepted)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(decided), 1, RoundingMode.HALF_UP));
  }

  /// The codes suggested for visits of a period, the most rejected first. A code that the chart had
  /// already was offered to nobody.
  ///
  /// @param from first day of service, null for any
  /// @param to last day of service, null for any
  /// @param coder whose decisions, null for everybody's; what was offered and not decided counts
  ///   for the coder of the chart
  public List<Noise> of(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String coder) {
    var reasons = new LinkedHashMap<String, Map<String, Integer>>();
    for (Rejection rejection : rejections(from, to, coder)) {
      reasons
          .computeIfAbsent(rejection.system() + rejection.code(), k -> new LinkedHashMap<>())
          .put(rejection.reason(), rejection.times());
    }
    return asked(
            """
            select s.code_system, s.code, min(s.title) as title, count(*) as offered,
              count(*) filter (where s.decision = 'ACCEPTED') as accepted,
              count(*) filter (where s.decision = 'REJECTED') as rejected,
              round(avg(s.confidence_percent) filter (where s.decision is not null))::int as confidence
            """,
            """
            group by s.code_system, s.code
            order by rejected desc, accepted, s.code_system, s.code
            """,
            from,
            to,
            coder)
        .query((row, n) -> {
          var system = CodeSystem.valueOf(row.getString("code_system"));
          String code = row.getString("code");
          return new Noise(
              system,
              code,
              row.getString("title"),
              row.getInt("offered"),
              row.getInt("accepted"),
              row.getInt("rejected"),
              row.getObject("confidence", Integer.class),
              reasons.getOrDefault(system + code, Map.of()));
        })
        .list();
  }

  private List<Rejection> rejections(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String coder) {
    return asked(
            "select s.code_system, s.code, s.decision_reason, count(*) as times\n",
            """
              and s.decision = 'REJECTED'
            group by s.code_system, s.code, s.decision_reason
            order by times desc, s.decision_reason
            """,
            from,
            to,
            coder)
        .query((row, n) -> {
          String reason = row.getString("decision_reason");
          return new Rejection(
              CodeSystem.valueOf(row.getString("code_system")),
              row.getString("code"),
              reason == null || reason.isBlank() ? "no reason given" : reason,
              row.getInt("times"));
        })
        .list();
  }

  private JdbcClient.StatementSpec asked(
      String select,
      String rest,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String coder) {
    return jdbc.sql(
            select
                + """
                from (
                  select chart_id, code_system, code, title, confidence_percent, decision, decision_reason, decided_by
                  from suggestion
                  where decision is distinct from 'WITHDRAWN' and not was_coded
                  union all
                  select chart_id, case when code ~ '^[A-Z]' then 'HCPCS' else 'CPT' end, code, title, confidence_percent,
                    decision, decision_reason, decided_by
                  from chart_service) s
                join chart c using (chart_id)
                join encounter e using (encounter_id)
                where (:from::date is null or e.served_on >= :from) and (:to::date is null or e.served_on <= :to)
                  and (:coder::text is null or coalesce(s.decided_by, c.coder) = :coder)
                """
                + rest)
        .param("from", from)
        .param("to", to)
        .param("coder", coder);
  }
}

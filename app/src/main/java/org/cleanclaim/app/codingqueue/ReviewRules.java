package org.cleanclaim.app.codingqueue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chart.Chart;
import org.cleanclaim.app.servicecharge.ComingCharges;
import org.cleanclaim.app.staff.Staff;
import org.cleanclaim.app.staff.StaffRefusal;
import org.cleanclaim.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which finished charts a second person looks at before the codes are final. Without a rule none.
@Component
@Transactional
public class ReviewRules {
  private final JdbcClient jdbc;
  private final Staff staff;
  private final SingleSeverity severity;
  private final ComingCharges charges;
  private final AuditTrail audit;

  ReviewRules(
      JdbcClient jdbc,
      Staff staff,
      SingleSeverity severity,
      ComingCharges charges,
      AuditTrail audit) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.severity = severity;
    this.charges = charges;
    this.audit = audit;
  }

  /// Sets a rule.
  ///
  /// @param given dollars, percent or days, as [ReviewKind#unit] says; not read where it says none
  /// @throws StaffRefusal when a threshold is missing, or chooses no chart or every one
  public void put(ReviewKind kind, @Nullable Long given) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    long threshold = kind.unit().isEmpty() ? 0 : checked(kind, given);
    jdbc.sql(
            """
            insert into coding_review_rule (kind, threshold) values (:kind, :threshold)
            on conflict (organization_id, kind) do update set threshold = excluded.threshold
            """)
        .param("kind", kind.name())
        .param("threshold", threshold)
        .update();
    audit.record("set review rule", "review rule", kind.name(), null, Long.toString(threshold));
  }

  private static long checked(ReviewKind kind, @Nullable Long given) {
    if (given == null) {
      throw new StaffRefusal("Say how many %s: the threshold is missing.".formatted(kind.unit()));
    }
    if (given < 1 || (kind == ReviewKind.RANDOM_SHARE && given > 100)) {
      throw new StaffRefusal("A share is 1 to 100 percent; dollars and days are at least 1.");
    }
    return given;
  }

  public void remove(ReviewKind kind) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    int removed =
        jdbc.sql("delete from coding_review_rule where kind = :kind")
            .param("kind", kind.name())
            .update();
    if (removed == 1) audit.record("removed review rule", "review rule", kind.name(), null, null);
  }

  /// The rules with their thresholds.
  @Transactional(readOnly = true)
  public Map<ReviewKind, Long> all() {
    var rules = new EnumMap<ReviewKind, Long>(ReviewKind.class);
    jdbc.sql("select kind, threshold from coding_review_rule")
        .query(row -> {
          rules.put(ReviewKind.valueOf(row.getString("kind")), row.getLong("threshold"));
        });
    return rules;
  }

  /// Why the chart that the actor has finished is looked at again; empty when no rule chooses it.
  @Transactional(readOnly = true)
  Optional<String> choose(Chart chart) {
    for (var rule : all().entrySet()) {
      Optional<String> why = choose(rule.getKey(), rule.getValue(), chart);
      if (why.isPresent()) return why;
    }
    return Optional.empty();
  }

  private Optional<String> choose(ReviewKind kind, long threshold, Chart chart) {
    return switch (kind) {
      case HIGH_CHARGE -> {
        Money least = Money.ofCents(threshold * 100);
        yield charges.of(chart).compareTo(least) < 0
            ? Optional.empty()
            : Optional.of("The charges are %s or more.".formatted(least));
      }
      case SINGLE_CC_MCC -> severity.of(chart);
      case RANDOM_SHARE ->
          isDrawn(chart.id(), threshold)
              ? Optional.of("Drawn: %d of 100 charts are reviewed.".formatted(threshold))
              : Optional.empty();
      case NEW_CODER -> newCoder(threshold);
    };
  }

  private Optional<String> newCoder(long days) {
    LocalDate today = staff.today();
    return staff
        .ofUser(Acting.actor().name())
        .filter(m -> ChronoUnit.DAYS.between(m.employedFrom(), today) < days)
        .map(m -> "The coder began less than %d days ago.".formatted(days));
  }

  /// The same chart is always drawn or never.
  static boolean isDrawn(long chartId, long percent) {
    var sum = new CRC32();
    sum.update(("chart " + chartId).getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % 100 < percent;
  }
}

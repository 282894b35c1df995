package org.cleanclaim.app.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.coding.check.ChartRule;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Whether the hospital reports what was present on admission. Hospitals paid by the inpatient
/// prospective payment system have to, for every diagnosis that is not on the exempt list, so that
/// codes without it are not made final; others (critical access, long-term, cancer, children's,
/// rehabilitation and psychiatric hospitals) are exempt. Source: 42 U.S.C. 1395ww(d)(4)(D);
/// ICD-10-CM Official Guidelines, Appendix I.
@Component
@Transactional
public class AdmissionReporting {
  private final JdbcClient jdbc;
  private final AuditTrail audit;

  AdmissionReporting(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /// Why the hospital does not report it; empty where it does.
  @Transactional(readOnly = true)
  public Optional<String> exemption() {
    return jdbc.sql("select reason from admission_exemption").query(String.class).optional();
  }

  /// Says why the hospital is exempt.
  public void exempt(String reason) {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    if (reason.isBlank()) {
      throw new IllegalStateException(
          "Say why the hospital does not report it, for example critical access hospital.");
    }
    jdbc.sql(
            """
            insert into admission_exemption (reason) values (:reason)
            on conflict (organization_id) do update set reason = :reason
            """)
        .param("reason", reason.strip())
        .update();
    audit.record(
        "exempted from present on admission",
        "admission reporting",
        "hospital",
        null,
        reason.strip());
  }

  /// The hospital reports it from now on.
  public void report() {
    AccessDeniedForActor.unless(Permission.MANAGE_STAFF);
    jdbc.sql("delete from admission_exemption").update();
    audit.record("reports present on admission", "admission reporting", "hospital", null, null);
  }

  /// A missing indicator keeps a hospital that reports it from making codes final, and says nothing
  /// to one that does not.
  List<Finding> weighed(List<Finding> findings) {
    boolean isExempt = exemption().isPresent();
    return findings.stream().flatMap(finding -> weighed(finding, isExempt)).toList();
  }

  private static Stream<Finding> weighed(Finding finding, boolean isExempt) {
    if (!finding.rule().value().equals(ChartRule.ADMISSION_MISSING.id())) return Stream.of(finding);
    if (isExempt) return Stream.empty();
    return Stream.of(
        new Finding(
            finding.rule(),
            finding.layer(),
            Severity.ERROR,
            finding.place(),
            finding.message(),
            finding.remedy(),
            finding.expectedDenial(),
            finding.source()));
  }
}

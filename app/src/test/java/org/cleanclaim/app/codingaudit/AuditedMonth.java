package org.cleanclaim.app.codingaudit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.codingaudit.AuditPlan.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Audits of the demo month's charts that leave nothing behind.
final class AuditedMonth {
  static final DemoServer SERVER = DemoServer.shared();
  static final Instant DAY = Instant.parse("2026-04-21T15:00:00Z");
  static final CodingAudits audits = SERVER.bean(CodingAudits.class);
  static final AuditedCharts charts = SERVER.bean(AuditedCharts.class);
  static final AuditDesk desk = SERVER.bean(AuditDesk.class);
  static final ChartReopening reopening = SERVER.bean(ChartReopening.class);
  static final ChartCodes chartCodes = SERVER.bean(ChartCodes.class);
  static final JdbcClient jdbc = SERVER.bean(JdbcClient.class);

  private AuditedMonth() {}

  static void undone(Runnable work) {
    as(
        DAY,
        "mara",
        Set.of(Role.MANAGER),
        () ->
            new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
                .execute(status -> {
                  status.setRollbackOnly();
                  work.run();
                  return true;
                }));
  }

  static <T> T as(
      Instant when,
      String user,
      Set<Role> roles,
      ScopedValue.CallableOp<T, RuntimeException> work) {
    long organization = SERVER.bean(Organizations.class).all().getFirst().id();
    return Acting.as(
        new Actor(organization, user, roles, false), Clock.fixed(when, ZoneOffset.UTC), work);
  }

  static void as(String user, Role role, Runnable work) {
    as(
        DAY,
        user,
        EnumSet.of(role),
        () -> {
          work.run();
          return true;
        });
  }

  static AuditPlan plan(Mode mode, int charts, AuditCriteria criteria) {
    return new AuditPlan(
        "Test",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31),
        List.of("casey"),
        mode,
        new Sample(11, new Sample.Size.Count(charts)),
        criteria,
        AuditPlan.USUAL_GOAL);
  }

  /// One chart of a visit that the demo's own audit has not drawn.
  static AuditedChart drawn(Mode mode) {
    var audit =
        audits.plan(plan(mode, 1, new AuditCriteria("E1142", null, null, null, null, null)));
    return charts.ofAudit(audit).getFirst();
  }

  static AuditedChart again(AuditedChart chart) {
    return charts.visible(chart.publicId());
  }
}

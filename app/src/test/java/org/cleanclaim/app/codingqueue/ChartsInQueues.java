package org.cleanclaim.app.codingqueue;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Charts of the demo month in queues, as tests need them.
final class ChartsInQueues {
  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final CodingQueues queues = Undone.SERVER.bean(CodingQueues.class);
  static final Charts charts = Undone.SERVER.bean(Charts.class);
  static final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  static final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  static final Encounters encounters = Undone.SERVER.bean(Encounters.class);
  static final JdbcClient jdbc = Undone.SERVER.bean(JdbcClient.class);

  private ChartsInQueues() {}

  static EncounterId visit(String number) {
    return encounters.numbered(number).orElseThrow().id();
  }

  static CodingQueue queue(QueueCriteria criteria, QueueOrder order, String... credentials) {
    return Undone.then(
        "mara",
        Role.MANAGER,
        () -> queues.save("Queue under test", criteria, order, List.of(credentials), 1));
  }

  static List<String> visits(CodingQueue queue) {
    return queues.charts(queue.criteria(), queue.order(), WorkFilter.NONE, 1).rows().stream()
        .map(QueueRow::visitNumber)
        .filter(v -> v.startsWith("Q-"))
        .toList();
  }

  static void waiting() {
    Undone.chart("EMERGENCY", "Q-1", DAY.minusDays(5));
    Undone.chart("EMERGENCY", "Q-2", DAY.minusDays(4));
    Undone.chart("OUTPATIENT", "Q-3", DAY);
  }

  static void charge(String visit, String amount) {
    jdbc.sql(
            """
            insert into charge (encounter_id, line, procedure, units, unit_price, amount, diagnoses, served_on,
              captured_by, captured_at)
            values (:encounter, 1, '99213', 1, :amount::numeric, :amount::numeric, '{}', '2026-03-01', 'test', now())
            """)
        .param("encounter", visit(visit).value())
        .param("amount", amount)
        .update();
  }

  static void document(String visit, String name) {
    jdbc.sql(
            """
            insert into document (encounter_id, name, body, sha256, received_at)
            values (:encounter, :name, :body, :name, now())
            """)
        .param("encounter", visit(visit).value())
        .param("name", name)
        .param("body", "Assessment:\n1. Pneumonia\n")
        .update();
  }
}

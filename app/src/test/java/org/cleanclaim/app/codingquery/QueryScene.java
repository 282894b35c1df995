package org.cleanclaim.app.codingquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.access.UserAccounts;
import org.cleanclaim.app.chart.ChartCodes;
import org.cleanclaim.app.chart.ChartFinalizing;
import org.cleanclaim.app.chart.ChartLocks;
import org.cleanclaim.app.chart.ChartOpening;
import org.cleanclaim.app.chart.ChartReopening;
import org.cleanclaim.app.chart.Charts;
import org.cleanclaim.app.chart.CodableDocuments;
import org.cleanclaim.app.codingqueue.CoderDay;
import org.cleanclaim.app.codingqueue.CodingQueues;
import org.cleanclaim.app.codingqueue.WaitingCharts;
import org.cleanclaim.app.deadline.Clock;
import org.cleanclaim.app.deadline.ClockKind;
import org.cleanclaim.app.deadline.Deadlines;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.app.staff.Undone;
import org.cleanclaim.app.worklist.ChartQueue;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryTemplate;
import org.cleanclaim.coding.query.QueryText;
import org.cleanclaim.kernel.code.CodeSystem;

/// The visit, the coder and the provider of stories about queries.
abstract class QueryScene {
  static final LocalDate THURSDAY = LocalDate.of(2026, 4, 16);

  final QueryDesk desk = Undone.SERVER.bean(QueryDesk.class);
  final QueryEscalation escalation = Undone.SERVER.bean(QueryEscalation.class);
  final QueryAnswers answers = Undone.SERVER.bean(QueryAnswers.class);
  final QueryBeginning beginning = Undone.SERVER.bean(QueryBeginning.class);
  final QuerySettings settings = Undone.SERVER.bean(QuerySettings.class);
  final CodingQueries queries = Undone.SERVER.bean(CodingQueries.class);
  final QueryList list = Undone.SERVER.bean(QueryList.class);
  final QueryFigures figures = Undone.SERVER.bean(QueryFigures.class);
  final ChartQueue queue = Undone.SERVER.bean(ChartQueue.class);
  final Charts charts = Undone.SERVER.bean(Charts.class);
  final ChartReopening reopening = Undone.SERVER.bean(ChartReopening.class);
  final ChartFinalizing finalizing = Undone.SERVER.bean(ChartFinalizing.class);
  final ChartCodes chartCodes = Undone.SERVER.bean(ChartCodes.class);
  final ChartLocks locks = Undone.SERVER.bean(ChartLocks.class);
  final WaitingCharts waiting = Undone.SERVER.bean(WaitingCharts.class);
  final CodingQueues queues = Undone.SERVER.bean(CodingQueues.class);
  final CoderDay day = Undone.SERVER.bean(CoderDay.class);
  final ChartOpening opening = Undone.SERVER.bean(ChartOpening.class);
  final CodableDocuments codable = Undone.SERVER.bean(CodableDocuments.class);
  final Encounters encounters = Undone.SERVER.bean(Encounters.class);

  Encounter visit() {
    return encounters.numbered("E05").orElseThrow();
  }

  QueryText about(QueryTemplate template) {
    return template.quoting(beginning.indicators(visit(), CodeSystem.ICD10CM, "I10"));
  }

  CodingQuery sent() {
    var query = desk.draft(visit(), CodeSystem.ICD10CM, "I10", about(QueryTemplate.OPEN));
    assertThat(desk.send(query.publicId())).isEmpty();
    return queries.find(query.publicId()).orElseThrow();
  }

  CodingQuery sent(QueryText text) {
    var query = desk.draft(visit(), null, null, text);
    assertThat(desk.send(query.publicId())).isEmpty();
    return query;
  }

  /// A provider of that visit signs in.
  <T> T asProvider(Supplier<T> work) {
    Undone.then(
        "mara",
        Role.MANAGER,
        () -> {
          Undone.SERVER
              .bean(UserAccounts.class)
              .register("leela", "Leela", "a password", Set.of(Role.PROVIDER));
          settings.link("leela", visit().renderingProvider().npi());
          return true;
        });
    return Undone.then("leela", Role.PROVIDER, work);
  }

  static Clock clock(CodingQuery query) {
    return Undone.SERVER
        .bean(Deadlines.class)
        .find(ClockKind.QUERY, "query " + query.publicId(), 1)
        .orElseThrow();
  }

  static void asCoder(Runnable work) {
    Undone.as(
        "casey",
        Role.CODER,
        () ->
            Undone.on(
                THURSDAY,
                () -> {
                  work.run();
                  return true;
                }));
  }

  QueryIndicator addendum(String body, String quote) {
    encounters.document(visit().id(), "Addendum", body);
    opening.open(visit().id());
    var document = encounters.documents(visit().id()).getLast();
    int start = body.indexOf(quote);
    return QueryIndicator.of(
        Long.toString(document.id()), document.name(), body, start, start + quote.length());
  }
}

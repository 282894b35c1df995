package org.cleanclaim.app.demo;

import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.chart.LateDocuments;
import org.cleanclaim.app.codingquery.CodingQueries;
import org.cleanclaim.app.codingquery.CodingQuery.Effect;
import org.cleanclaim.app.codingquery.CodingQuery.Outcome;
import org.cleanclaim.app.codingquery.QueryAnswers;
import org.cleanclaim.app.codingquery.QueryDesk;
import org.cleanclaim.app.demo.Scenario.QueryEntry;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounter;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.query.QueryIndicator;
import org.cleanclaim.coding.query.QueryTemplate;
import org.springframework.stereotype.Component;

/// The coder's questions of the month and what the provider answers.
@Component
class DemoQueries {
  private final Encounters encounters;
  private final QueryDesk desk;
  private final QueryAnswers answers;
  private final CodingQueries queries;
  private final LateDocuments late;

  DemoQueries(
      Encounters encounters,
      QueryDesk desk,
      QueryAnswers answers,
      CodingQueries queries,
      LateDocuments late) {
    this.encounters = encounters;
    this.desk = desk;
    this.answers = answers;
    this.queries = queries;
    this.late = late;
  }

  /// The coder asks openly, with the words of the note.
  void ask(QueryEntry entry) {
    Encounter visit = visit(entry);
    Document note = encounters.documents(visit.id()).getFirst();
    int start = note.body().indexOf(entry.quote());
    var indicator =
        QueryIndicator.of(
            Long.toString(note.id()),
            note.name(),
            note.body(),
            start,
            start + entry.quote().length());
    var text = QueryTemplate.OPEN.quoting(List.of(indicator));
    var findings = desk.send(desk.draft(visit, null, null, text).publicId());
    if (!findings.isEmpty()) {
      throw new IllegalStateException(entry.visit() + " cannot be asked about: " + findings);
    }
  }

  /// The provider answers with a late entry.
  void answer(QueryEntry entry) {
    answers.answer(query(entry), null, entry.answer());
  }

  /// The coder reads the late entry and closes the query; no code comes of it.
  void close(QueryEntry entry) {
    late.seen(visit(entry).id());
    desk.close(query(entry), Outcome.AGREED, Effect.NONE, null);
  }

  private UUID query(QueryEntry entry) {
    return queries.ofEncounter(visit(entry).id()).getLast().publicId();
  }

  private Encounter visit(QueryEntry entry) {
    return encounters.numbered(entry.visit()).orElseThrow();
  }
}

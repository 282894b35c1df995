package org.cleanclaim.app.codingquery;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.codingquery.SpokenAnswer.Way;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.query.QueryOption;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the answer to a query: with the query, as a late entry among the documents of the visit,
/// and on its clock.
@Component
@Transactional
class AnswerFiling {
  private final JdbcClient jdbc;
  private final QueryClock clocks;
  private final Encounters encounters;

  AnswerFiling(JdbcClient jdbc, QueryClock clocks, Encounters encounters) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.encounters = encounters;
  }

  /// Who answered when, and what.
  ///
  /// @param choice number of the option, counted from 1; null for an open question
  /// @param way null where the provider typed it
  /// @param recordedBy the user who wrote it down, where the provider did not
  record Given(
      Instant at,
      String by,
      @Nullable Integer choice,
      String text,
      @Nullable Way way,
      @Nullable String recordedBy,
      @Nullable Instant recordedAt) {
    @Override
    public String toString() {
      return "Given[" + at + "]";
    }
  }

  /// Locks a query, so that it is answered once.
  void lock(CodingQuery query) {
    jdbc.sql("select 1 from coding_query where coding_query_id = :id for update")
        .param("id", query.id())
        .query(row -> {});
  }

  void keep(CodingQuery query, Given given, ZoneId zone) {
    if (query.status() != Status.SENT)
      throw new QueryRefusal("The query was answered or closed already.");
    String words = LateEntry.body(query, chosen(query, given), given, zone);
    encounters.document(query.encounterId(), LateEntry.NAME, words);
    Document entry =
        encounters.documents(query.encounterId()).stream()
            .filter(document -> document.body().equals(words))
            .findFirst()
            .orElseThrow();
    Way way = given.way();
    jdbc.sql(
            """
            update coding_query
            set status = 'ANSWERED', answered_at = :at, answered_by = :by, answer_choice = :choice,
              answer_text = :text, answer_document_id = :document, answer_way = :way,
              answer_recorded_by = :recorder, answer_recorded_at = :recorded
            where coding_query_id = :id
            """)
        .param("at", Timestamp.from(given.at()))
        .param("by", given.by())
        .param("choice", given.choice())
        .param("text", given.text())
        .param("document", entry.id())
        .param("way", way == null ? null : way.name())
        .param("recorder", given.recordedBy())
        .param("recorded", given.recordedAt() == null ? null : Timestamp.from(given.recordedAt()))
        .param("id", query.id())
        .update();
    clocks.answered(query, LocalDate.ofInstant(given.at(), zone));
  }

  /// The option that was chosen; null for an open question.
  private static @Nullable QueryOption chosen(CodingQuery query, Given given) {
    Integer choice = given.choice();
    var options = query.text().options();
    if (options.isEmpty()) {
      if (choice != null) throw new QueryRefusal("The question has no options. Answer in words.");
      if (given.text().isEmpty()) throw new QueryRefusal("Write the answer.");
      return null;
    }
    if (choice == null || choice < 1 || choice > options.size()) {
      throw new QueryRefusal("Choose one of the answers.");
    }
    var option = options.get(choice - 1);
    if (option.isOther() && given.text().isEmpty()) {
      throw new QueryRefusal("Write what the other answer is.");
    }
    return option;
  }
}

package org.cleanclaim.app.codingquery;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanclaim.app.chart.OwnWords;
import org.cleanclaim.app.chart.TextPlace;
import org.cleanclaim.app.codingquery.AnswerFiling.Given;
import org.cleanclaim.app.codingquery.CodingQuery.Answer;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.coding.query.QueryOption;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The document that an answer becomes: who wrote it when, what was asked and quoted, and at its
/// end the answer. The answer alone is the provider's word; *no* and *unable to determine* say of
/// no condition that the patient has it, so that after them only what the provider adds counts.
@Component
class LateEntry implements OwnWords {
  static final String NAME = "Late entry";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.US);

  private final CodingQueries queries;

  LateEntry(CodingQueries queries) {
    this.queries = queries;
  }

  /// @param option null for an open question
  static String body(CodingQuery query, @Nullable QueryOption option, Given given, ZoneId zone) {
    var entry = new StringBuilder("LATE ENTRY\n");
    String at = TIME.format(given.at().atZone(zone));
    if (given.way() == null || given.recordedAt() == null) {
      entry.append("Written by ").append(query.providerName()).append(" on ").append(at);
    } else {
      entry.append("Said by ").append(given.by()).append(' ').append(given.way().title());
      entry.append(" on ").append(at).append("; written down by ").append(given.recordedBy());
      entry.append(" on ").append(TIME.format(given.recordedAt().atZone(zone)));
    }
    entry.append(", in answer to a query.\n\n");
    entry.append("Asked: ").append(query.text().question().strip()).append('\n');
    for (var indicator : query.text().indicators()) {
      entry.append("Quoted from ").append(indicator.source()).append(": “");
      entry.append(indicator.quote().strip()).append("”\n");
    }
    return entry.append("\nAnswer:\n").append(said(option, given.text())).append('\n').toString();
  }

  private static String said(@Nullable QueryOption option, String text) {
    if (option == null || option.isOther()) return text;
    return text.isEmpty() ? option.text() : option.text() + "\n" + text;
  }

  /// What of an answer may support a code.
  static String supporting(CodingQuery query, Answer answer) {
    QueryOption option = query.chosen();
    boolean isDenied = option != null && (option.isNo() || option.isUndetermined());
    return isDenied ? answer.text() : said(option, answer.text());
  }

  @Override
  public List<TextPlace> of(EncounterId encounterId, List<Document> documents) {
    return queries.ofEncounter(encounterId).stream()
        .flatMap(query -> place(query, documents))
        .toList();
  }

  private static Stream<TextPlace> place(CodingQuery query, List<Document> documents) {
    Answer answer = query.answer();
    if (answer == null) return Stream.empty();
    int length = supporting(query, answer).length();
    return documents.stream()
        .filter(d -> d.id() == answer.documentId())
        .map(d -> {
          int end = d.body().length() - 1;
          return new TextPlace(d.id(), end - length, end);
        });
  }
}

package org.cleanclaim.app.codingquery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.codingquery.CodingQuery.Status;
import org.cleanclaim.app.encounter.Document;
import org.cleanclaim.app.encounter.Encounters;
import org.cleanclaim.coding.query.QueryOption;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The provider's side of queries: the own ones are shown and answered, nobody else's. An answer
/// becomes a late entry among the documents of the visit.
@Component
@Transactional
public class QueryAnswers {
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final CodingQueries queries;
  private final QuerySettings settings;
  private final QueryClock clocks;
  private final Encounters encounters;
  private final Organizations organizations;
  private final AuditTrail audit;
  private final Clock clock;

  QueryAnswers(
      JdbcClient jdbc,
      CodingQueries queries,
      QuerySettings settings,
      QueryClock clocks,
      Encounters encounters,
      Organizations organizations,
      AuditTrail audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.queries = queries;
    this.settings = settings;
    this.clocks = clocks;
    this.encounters = encounters;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the actor has been asked, unanswered first.
  @Transactional(readOnly = true)
  public List<CodingQuery> mine() {
    AccessDeniedForActor.unless(Permission.ANSWER_QUERY);
    return settings
        .providerOf(Acting.actor().name())
        .map(npi -> queries.toProvider(npi, MOST))
        .orElse(List.of());
  }

  /// One query to the actor.
  @Transactional(readOnly = true)
  public CodingQuery mine(UUID id) {
    AccessDeniedForActor.unless(Permission.ANSWER_QUERY);
    String npi = settings.providerOf(Acting.actor().name()).orElse("");
    return queries
        .find(id)
        .filter(q -> q.providerNpi().equals(npi))
        .filter(q -> q.status() != Status.DRAFT && q.status() != Status.CANCELLED)
        .orElseThrow();
  }

  /// Answers a query.
  ///
  /// @param choice number of the option, counted from 1; null for an open question
  /// @param text in the provider's words; needed for an open question and for *other*
  public CodingQuery answer(UUID id, @Nullable Integer choice, String text) {
    var query = mine(id);
    jdbc.sql("select 1 from coding_query where coding_query_id = :id for update")
        .param("id", query.id())
        .query(row -> {});
    query = mine(id);
    if (query.status() != Status.SENT)
      throw new QueryRefusal("The query was answered or closed already.");
    QueryOption option = chosen(query, choice, text.strip());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var zone = ZoneId.of(organizations.current().timeZone());
    String words = LateEntry.body(query, option, text.strip(), now, zone);
    encounters.document(query.encounterId(), LateEntry.NAME, words);
    Document entry =
        encounters.documents(query.encounterId()).stream()
            .filter(document -> document.body().equals(words))
            .findFirst()
            .orElseThrow();
    jdbc.sql(
            """
            update coding_query
            set status = 'ANSWERED', answered_at = :now, answered_by = :actor, answer_choice = :choice,
              answer_text = :text, answer_document_id = :document
            where coding_query_id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("actor", Acting.actor().name())
        .param("choice", choice)
        .param("text", text.strip())
        .param("document", entry.id())
        .param("id", query.id())
        .update();
    clocks.answered(query, LocalDate.ofInstant(now, zone));
    audit.record(
        "answered query",
        "query",
        query.publicId(),
        encounters.get(query.encounterId()).patientId().value(),
        null);
    return queries.find(id).orElseThrow();
  }

  /// The option that was chosen; null for an open question.
  private static @Nullable QueryOption chosen(
      CodingQuery query, @Nullable Integer choice, String text) {
    var options = query.text().options();
    if (options.isEmpty()) {
      if (choice != null) throw new QueryRefusal("The question has no options. Answer in words.");
      if (text.isEmpty()) throw new QueryRefusal("Write the answer.");
      return null;
    }
    if (choice == null || choice < 1 || choice > options.size()) {
      throw new QueryRefusal("Choose one of the answers.");
    }
    var option = options.get(choice - 1);
    if (option.isOther() && text.isEmpty()) {
      throw new QueryRefusal("Write what the other answer is.");
    }
    return option;
  }
}
